using static System.FormattableString;

namespace CxoneAssist.Domain;

/// <summary>
/// No second task for the same customer, question and policy within a window, unless the new score
/// is strictly worse than the worst of those before. Pure: who the predecessors are is found
/// elsewhere. Without the customer's id nothing is suppressed.
/// </summary>
public sealed class SuppressionRule
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    /// <summary>Makes one.</summary>
    /// <param name="within">The window, elapsed time, more than none and 366 days at most.</param>
    /// <exception cref="ArgumentException">
    /// The window is empty, longer, or counted in business time.
    /// </exception>
    public SuppressionRule(FollowUpDuration within) =>
        Within = within.Amount > 0 && !within.IsBusiness && IsAYearAtMost(within)
        ? within
        : throw new ArgumentException(
        "The window must be elapsed time, more than none and 366 days at most.", nameof(within));

    /// <summary>The window.</summary>
    public FollowUpDuration Within { get; }

    /// <summary>
    /// Whether a task created at a time lies within the window; one of the future does.
    /// </summary>
    /// <param name="createdAt">When it was created.</param>
    /// <param name="now">The time of the decision.</param>
    public bool Covers(DateTimeOffset createdAt, DateTimeOffset now) => Within.After(createdAt) > now;

    /// <summary>Says whether earlier tasks make a task redundant.</summary>
    /// <param name="task">The task that would be created.</param>
    /// <param name="earlier">
    /// The tasks of the same customer, question and policy, in any order; those outside the window
    /// are passed over.
    /// </param>
    /// <param name="now">The time of the decision.</param>
    public SuppressionVerdict Judge(FollowUpRequired task, IEnumerable<EarlierFollowUp> earlier, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(task);
        return Judge(task.Score, task.Policy.Question.Direction, earlier, now);
    }

    /// <summary>
    /// Says whether earlier tasks make a task redundant, where only the score of its decision was
    /// kept.
    /// </summary>
    /// <param name="score">The score of the task that would be created.</param>
    /// <param name="direction">Which end of the scale is the unhappy one.</param>
    /// <param name="earlier">
    /// The tasks of the same customer, question and policy, in any order; those outside the window
    /// are passed over.
    /// </param>
    /// <param name="now">The time of the decision.</param>
    public SuppressionVerdict Judge(
        decimal score, ScaleDirection direction, IEnumerable<EarlierFollowUp> earlier, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        if (Worst(direction, earlier.Where(one => Covers(one.CreatedAt, now))) is not { } worst)
        {
            return new(false, null, $"Not suppressed: no task for this customer within {Within}.");
        }

        var before = Invariant($"a task for this customer was created on {worst.CreatedAt.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}, within {Within}");
        return IsWorse(direction, score, worst.Score)
            ? new(false, worst, Invariant($"Not suppressed: {before}, but {score} is worse than its {worst.Score}."))
            : new(true, worst, Invariant($"Suppressed: {before}, and {score} is not worse than its {worst.Score}."));
    }

    private static bool IsAYearAtMost(FollowUpDuration within) =>
        within.After(DateTimeOffset.UnixEpoch) - DateTimeOffset.UnixEpoch <= Longest;

    private static EarlierFollowUp? Worst(ScaleDirection direction, IEnumerable<EarlierFollowUp> earlier)
    {
        EarlierFollowUp? worst = null;
        foreach (var one in earlier)
        {
            // Of equal ones the latest, so that the order in which they were found does not matter.
            if (worst is null || IsWorse(direction, one.Score, worst.Score)
                || (one.Score == worst.Score && IsLater(one, worst)))
            {
                worst = one;
            }
        }

        return worst;
    }

    private static bool IsWorse(ScaleDirection direction, decimal score, decimal than) =>
        direction == ScaleDirection.LowIsWorse ? score < than : score > than;

    private static bool IsLater(EarlierFollowUp one, EarlierFollowUp other) => one.CreatedAt != other.CreatedAt
        ? one.CreatedAt > other.CreatedAt
        : string.CompareOrdinal(one.InteractionId, other.InteractionId) > 0;
}

/// <summary>A task that was created before for the same customer, question and policy.</summary>
/// <param name="InteractionId">The interaction it follows up on.</param>
/// <param name="CreatedAt">When it was created.</param>
/// <param name="Score">The score it was decided on.</param>
public sealed record EarlierFollowUp(string InteractionId, DateTimeOffset CreatedAt, decimal Score);

/// <summary>Whether a task is redundant.</summary>
/// <param name="suppressed">Whether it is.</param>
/// <param name="earlier">
/// The worst of the earlier tasks within the window; <c>null</c> where there is none.
/// </param>
/// <param name="sentence">Why, for a person.</param>
public sealed class SuppressionVerdict(bool suppressed, EarlierFollowUp? earlier, string sentence)
{
    /// <summary>Whether the task is redundant.</summary>
    public bool Suppressed { get; } = suppressed;

    /// <summary>
    /// The worst of the earlier tasks within the window, which a suppression refers to; <c>null</c>
    /// where there is none.
    /// </summary>
    public EarlierFollowUp? Earlier { get; } = earlier;

    /// <summary>Why, for a person.</summary>
    public string Sentence { get; } = sentence;
}
