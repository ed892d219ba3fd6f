using System.Text.Json;
using System.Text.Json.Serialization;
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

/// <summary>
/// A decision as it is kept with the follow-up. What earlier versions of this program did not keep is <c>null</c>.
/// </summary>
public sealed record RecordedDecision
{
    /// <summary>The name of the policy that decided.</summary>
    public required string Policy { get; init; }

    /// <summary>When the policy decided, in UTC.</summary>
    public required DateTimeOffset DecidedAt { get; init; }

    /// <summary>The score that was read; <c>null</c> where there was none to rely on.</summary>
    public decimal? Score { get; init; }

    /// <summary>The tier that applied; <c>null</c> where none did.</summary>
    public string? Tier { get; init; }

    /// <summary>The task's priority; <c>null</c> where no task is owed.</summary>
    [JsonConverter(typeof(JsonStringEnumConverter<TaskPriority>))]
    public TaskPriority? Priority { get; init; }

    /// <summary>The task's due date in UTC; <c>null</c> where no task is owed.</summary>
    public DateTimeOffset? DueDate { get; init; }

    /// <summary>Why, one sentence a step.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }

    /// <summary>The content hash of the policy that decided (<see cref="FollowUpPolicy.Hash"/>).</summary>
    public string? PolicyHash { get; init; }

    /// <summary>What the policy came to. A suppression does not change it.</summary>
    [JsonConverter(typeof(JsonStringEnumConverter<DecisionKind>))]
    public DecisionKind? Kind { get; init; }

    /// <summary>The field the score was read from, where a task is owed.</summary>
    public string? Field { get; init; }

    /// <summary>The override that applied; <c>null</c> where none did.</summary>
    public string? Override { get; init; }

    /// <summary>
    /// How the task stands against earlier tasks for the customer; <c>null</c> where the policy suppresses nothing, or no
    /// task is owed.
    /// </summary>
    public RecordedSuppression? Suppression { get; init; }

    /// <summary>What the shadow policy decided on the same form; never acted upon. <c>null</c> where there was none.</summary>
    public RecordedDecision? Shadow { get; init; }

    /// <summary>What a newer version of this program stored with it: kept, so that a host of this version loses nothing.</summary>
    [JsonInclude]
    [JsonExtensionData]
    internal Dictionary<string, JsonElement>? Unknown { get; set; }

    /// <summary>Whether the two lead to something else: a task, none or a review; the task's priority; its due date.</summary>
    /// <param name="other">The decision to compare with.</param>
    public bool DiffersFrom(RecordedDecision other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return (Kind, Priority, DueDate) != (other.Kind, other.Priority, other.DueDate);
    }

    internal static RecordedDecision From(FollowUpDecision decision, DateTimeOffset now)
    {
        var recorded = new RecordedDecision
        {
            Policy = decision.Policy.Name,
            PolicyHash = decision.Policy.Hash,
            DecidedAt = now,
            Reasons = decision.Reasons,
        };
        return decision switch
        {
            FollowUpRequired task => recorded with
            {
                Kind = DecisionKind.Task,
                Score = task.Score,
                Tier = task.Tier.Name,
                Priority = task.Tier.Priority,
                DueDate = task.Due.At,
                Field = task.Field,
                Override = task.Override?.Name,
                Suppression = RecordedSuppression.From(task.Policy),
            },
            NoFollowUp none => recorded with
            {
                Kind = DecisionKind.NoTask,
                Score = none.Score,
                Override = none.Override?.Name,
            },
            _ => recorded with { Kind = DecisionKind.Review },
        };
    }

    internal RecordedDecision Because(params IEnumerable<string> sentences) =>
        this with { Reasons = [.. Reasons, .. sentences] };
}
