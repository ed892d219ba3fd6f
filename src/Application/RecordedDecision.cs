using CxoneAssist.Domain;

namespace CxoneAssist.Application;

/// <summary>A decision as it is kept with the follow-up.</summary>
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
    internal static RecordedDecision From(FollowUpDecision decision, DateTimeOffset now) => decision switch
    {
        FollowUpRequired task => new(
            task.Policy.Name, now, task.Score, task.Tier.Name, task.Tier.Priority, task.Due.At, task.Reasons),
        NoFollowUp none => new(none.Policy.Name, now, none.Score, null, null, null, none.Reasons),
        _ => new(decision.Policy.Name, now, null, null, null, null, decision.Reasons),
    };
}
