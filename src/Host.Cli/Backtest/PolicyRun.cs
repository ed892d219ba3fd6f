using CxoneAssist.Domain;
using CxoneAssist.Host.Cli.Backtest.Rules;
using CxoneAssist.Host.Cli.Surveys;

namespace CxoneAssist.Host.Cli.Backtest;

/// <summary>One policy's run through the surveys. Not thread-safe.</summary>
internal sealed class PolicyRun(FollowUpPolicy policy, TimeZoneInfo zone)
{
    private readonly LocalTime _made = new(zone);
    private readonly LocalTime _due = new(zone);
    private readonly PastTasks? _past = policy.Suppression is { } rule ? new PastTasks(rule) : null;
    private readonly Outcome[] _outcomes = new Outcome[Batch.Size];

    public FollowUpPolicy Policy => policy;

    public Tally Tally { get; } = new();

    public ReviewReasons Reviews { get; } = new();

    public RuleUse Rules { get; } = new(policy);

    /// <summary>When the first and the last survey were decided on; <c>null</c> where there are none.</summary>
    public (DateTimeOffset First, DateTimeOffset Last)? Period { get; private set; }

    /// <summary>Whether little can be learnt of it: half of the answered surveys or more were left to a person.</summary>
    public bool IsMostlyReview => Tally.Review > 0 && Tally.Review * 2 >= Answered;

    /// <summary>The surveys whose score question was answered.</summary>
    public long Answered => Tally.Surveys - Tally.Unanswered;

    /// <summary>The outcome of each survey of the last batch.</summary>
    public ReadOnlySpan<Outcome> Outcomes => _outcomes;

    /// <summary>
    /// Surveys that come after a later one of the same customer: their suppression cannot be judged
    /// correctly.
    /// </summary>
    public long OutOfOrder => _past?.OutOfOrder ?? 0;

    public void Decide(Batch batch)
    {
        for (var i = 0; i < batch.Count; i++)
        {
            _outcomes[i] = Decide(in batch.Surveys[i]);
        }
    }

    private Outcome Decide(in PastSurvey survey)
    {
        var decision = policy.Decide(survey.Facts, survey.DecidedAt);
        Rules.Add(survey, decision);
        Period = Period is var (first, last)
            ? (survey.DecidedAt < first ? survey.DecidedAt : first, survey.DecidedAt > last ? survey.DecidedAt : last)
            : (survey.DecidedAt, survey.DecidedAt);
        switch (decision)
        {
            case FollowUpRequired task when _past?.Suppresses(task, survey) == true:
                Tally.AddSuppressed();
                return new(OutcomeKind.Suppressed, task.Tier, default);
            case FollowUpRequired task:
                var madeOn = DateOnly.FromDateTime(_made.Convert(survey.DecidedAt));
                Tally.AddTask(
                    survey.Facts.Interaction.AgentId, task.Override?.Name, task.Tier, madeOn,
                    _due.Convert(task.Due.At).Hour);
                return new(OutcomeKind.Task, task.Tier, task.Due.At);
            case NoFollowUp none:
                Tally.AddNone(answered: none.Score is not null);
                return default;
            default:
                Tally.AddReview();
                Reviews.Add(((ReviewRequired)decision).Reason, survey.Line);
                return new(OutcomeKind.Review, null, default);
        }
    }
}
