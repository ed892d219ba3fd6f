using System.Globalization;
using CxoneAssist.Domain;
using CxoneAssist.Host.Cli.Policies;
using CxoneAssist.Host.Cli.Sandbox.Checking;

namespace CxoneAssist.Host.Cli.Sandbox.Report;

/// <summary>The labels for scores and decisions.</summary>
internal static class SurveyLabels
{
    /// <summary>The row of the table that a survey belongs to.</summary>
    public static (decimal Order, string Label) LabelFor(ExpectedFollowUp expected) => expected.Decision switch
    {
        FollowUpRequired required => LabelFor(required.Score),
        NoFollowUp { Score: { } score } => LabelFor(score),
        NoFollowUp => (decimal.MaxValue - 1, "unanswered"),
        _ => (decimal.MaxValue, "not a score"),
    };

    public static string Says(FollowUpDecision decision) => decision switch
    {
        FollowUpRequired required =>
            $"{required.Tier.Priority} task, due after {DurationText.Describe(required.Tier.Due)}",
        NoFollowUp => "no task",
        _ => "a person has to look",
    };

    private static (decimal Order, string Label) LabelFor(decimal score) =>
        (score, score.ToString("0.###", CultureInfo.InvariantCulture));
}
