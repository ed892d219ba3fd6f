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

    public static string Says(ExpectedFollowUp expected) => expected switch
    {
        { Owed: { } owed } => $"{owed.Tier.Priority} task, due after {DurationText.Describe(owed.Tier.Due)}"
            + (owed.Override is { } exception ? $" ({exception.Name})" : ""),
        { IsForAPerson: true } => "a person has to look",
        { Decision: NoFollowUp { Override: { } exception } } => $"no task ({exception.Name})",
        _ => "no task",
    };

    private static (decimal Order, string Label) LabelFor(decimal score) =>
        (score, score.ToString("0.###", CultureInfo.InvariantCulture));
}
