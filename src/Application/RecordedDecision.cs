using CxoneAssist.Domain;

namespace CxoneAssist.Application;

/// <summary>What a policy came to.</summary>
public enum DecisionKind
{
    /// <summary>A task is owed.</summary>
    Task,

    /// <summary>None is owed.</summary>
    NoTask,

    /// <summary>A person has to look at the form.</summary>
    Review,
}

/// <summary>A decision as it is kept with the follow-up. What earlier versions of this program did not keep is <c>null</c>.</summary>
/// <param name="Policy">The name of the policy that decided.</param>
/// <param name="DecidedAt">When.</param>
/// <param name="Score">The score read; <c>null</c> where there was none to rely on.</param>
/// <param name="Tier">The tier that applied, if any.</param>
/// <param name="Priority">The task's priority, if one is owed.</param>
/// <param name="DueDate">The task's due date, if one is owed, in UTC.</param>
/// <param name="Reasons">Why, a sentence a step.</param>
public sealed record RecordedDecision(
    string Policy,
    DateTimeOffset DecidedAt,
    decimal? Score,
    string? Tier,
    TaskPriority? Priority,
    DateTimeOffset? DueDate,
    IReadOnlyList<string> Reasons)
{
    /// <summary>The content hash of the policy that decided (<see cref="FollowUpPolicy.Hash"/>).</summary>
    public string? PolicyHash { get; init; }

    /// <summary>What the policy came to. A suppression does not change it.</summary>
    public DecisionKind? Kind { get; init; }

    /// <summary>The field the score was read from, where a task is owed.</summary>
    public string? Field { get; init; }

    /// <summary>The override that applied; <c>null</c> where none did.</summary>
    public string? Override { get; init; }

    /// <summary>How it stands against earlier tasks for the customer; <c>null</c> where the policy suppresses nothing, or no task is owed.</summary>
    public RecordedSuppression? Suppression { get; init; }

    /// <summary>What the shadow policy decided on the same form; never acted upon. <c>null</c> where there was none.</summary>
    public RecordedDecision? Shadow { get; init; }

    /// <summary>Whether the two lead to something else: a task, none or a review; the task's priority; its due date.</summary>
    /// <param name="other">The decision to compare with.</param>
    public bool DiffersFrom(RecordedDecision other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return (Kind, Priority, DueDate) != (other.Kind, other.Priority, other.DueDate);
    }

    internal static RecordedDecision From(FollowUpDecision decision, DateTimeOffset now) => decision switch
    {
        FollowUpRequired task => new(
            task.Policy.Name, now, task.Score, task.Tier.Name, task.Tier.Priority, task.Due.At, task.Reasons)
        {
            PolicyHash = task.Policy.Hash,
            Kind = DecisionKind.Task,
            Field = task.Field,
            Override = task.Override?.Name,
            Suppression = RecordedSuppression.From(task.Policy),
        },
        NoFollowUp none => new(none.Policy.Name, now, none.Score, null, null, null, none.Reasons)
        {
            PolicyHash = none.Policy.Hash,
            Kind = DecisionKind.NoTask,
            Override = none.Override?.Name,
        },
        _ => new(decision.Policy.Name, now, null, null, null, null, decision.Reasons)
        {
            PolicyHash = decision.Policy.Hash,
            Kind = DecisionKind.Review,
        },
    };

    internal RecordedDecision Because(params IEnumerable<string> sentences) => this with { Reasons = [.. Reasons, .. sentences] };
}
