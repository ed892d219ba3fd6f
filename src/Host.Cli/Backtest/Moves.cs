using CxoneAssist.Domain;
using CxoneAssist.Host.Cli.Surveys;

namespace CxoneAssist.Host.Cli.Backtest;

/// <summary>How the outcomes of two policies differ for a survey.</summary>
internal enum MoveKind
{
    /// <summary>A task instead of none.</summary>
    New,

    /// <summary>No task instead of one: the score is not bad enough any more.</summary>
    Gone,

    /// <summary>A task that is suppressed, instead of one that is created.</summary>
    Suppressed,

    /// <summary>A more urgent task.</summary>
    Raised,

    /// <summary>A less urgent task.</summary>
    Lowered,

    /// <summary>The same priority, but due earlier.</summary>
    Earlier,

    /// <summary>The same priority, but due later.</summary>
    Later,

    /// <summary>A person's review instead of something else, or no task instead of a review.</summary>
    Review,
}

/// <summary>One survey with different outcomes.</summary>
internal sealed record MovedSurvey(long Line, string InteractionId, string? Score, Outcome Before, Outcome After);

/// <summary>
/// The differences between two policies: all are counted, the first ones of each kind kept as
/// examples.
/// </summary>
internal sealed class Moves
{
    private const int MostExamples = 3;

    private readonly long[] _counts = new long[Enum.GetValues<MoveKind>().Length];
    private readonly List<MovedSurvey>[] _examples =
        [.. Enum.GetValues<MoveKind>().Select(_ => new List<MovedSurvey>(MostExamples))];

    public long Unmoved { get; private set; }

    public long CountOf(MoveKind kind) => _counts[(int)kind];

    public IReadOnlyList<MovedSurvey> Examples(MoveKind kind) => _examples[(int)kind];

    public void Add(Batch batch, ReadOnlySpan<Outcome> before, ReadOnlySpan<Outcome> after)
    {
        for (var i = 0; i < batch.Count; i++)
        {
            if (Between(before[i], after[i]) is { } kind)
            {
                Add(kind, in batch.Surveys[i], before[i], after[i]);
            }
            else
            {
                Unmoved++;
            }
        }
    }

    private static MoveKind? Between(in Outcome before, in Outcome after) => (before.Kind, after.Kind) switch
    {
        (OutcomeKind.Task, OutcomeKind.Task) =>
            Between(before.Tier!.Priority, after.Tier!.Priority, after.DueAt.CompareTo(before.DueAt)),
        (_, OutcomeKind.Task) => MoveKind.New,
        (OutcomeKind.Task, OutcomeKind.Suppressed) => MoveKind.Suppressed,
        (OutcomeKind.Task, OutcomeKind.NoTask) => MoveKind.Gone,
        (OutcomeKind.Review, OutcomeKind.Review) => null,
        (OutcomeKind.Review, _) or (_, OutcomeKind.Review) => MoveKind.Review,
        _ => null,
    };

    private static MoveKind? Between(TaskPriority before, TaskPriority after, int due) =>
        after > before ? MoveKind.Raised
        : after < before ? MoveKind.Lowered
        : due < 0 ? MoveKind.Earlier
        : due > 0 ? MoveKind.Later
        : null;

    private void Add(MoveKind kind, in PastSurvey survey, Outcome before, Outcome after)
    {
        _counts[(int)kind]++;
        if (_examples[(int)kind].Count < MostExamples)
        {
            _examples[(int)kind]
                .Add(new(survey.Line, survey.Facts.Interaction.InteractionId, survey.Score, before, after));
        }
    }
}
