using System.Text.Json;
using System.Text.Json.Serialization;
using CxoneAssist.Application.Ports;

namespace CxoneAssist.Application;

/// <summary>A follow-up as operators see it.</summary>
public sealed class FollowUpDetails
{
    /// <summary>The interaction's id.</summary>
    public required string InteractionId { get; init; }

    /// <summary>The agent of the interaction; <c>null</c> once its contents are deleted.</summary>
    public string? AgentId { get; init; }

    /// <summary>The customer, as the webhook named them; <c>null</c> where it did not, or the contents are deleted.</summary>
    public string? CustomerId { get; init; }

    /// <summary>When the interaction was completed, as the webhook stated it; <c>null</c> as for <see cref="CustomerId"/>.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>The skill, as the webhook named it; <c>null</c> as for <see cref="CustomerId"/>.</summary>
    public string? Skill { get; init; }

    /// <summary>The queue, as the webhook named it; <c>null</c> as for <see cref="CustomerId"/>.</summary>
    public string? Queue { get; init; }

    /// <summary>The channel, as the webhook named it; <c>null</c> as for <see cref="CustomerId"/>.</summary>
    public string? Channel { get; init; }

    /// <summary>The language, as the webhook named it; <c>null</c> as for <see cref="CustomerId"/>.</summary>
    public string? Language { get; init; }

    /// <summary>Other agents whom later webhooks named for the interaction, separated by spaces; <c>null</c> where there is none.</summary>
    public string? OtherAgents { get; init; }

    /// <summary>Where it stands.</summary>
    [JsonConverter(typeof(CamelCase<FollowUpState>))]
    public required FollowUpState State { get; init; }

    /// <summary>How it ended; <c>null</c> while it has not.</summary>
    [JsonConverter(typeof(CamelCase<FollowUpOutcome>))]
    public FollowUpOutcome? Outcome { get; init; }

    /// <summary>Whether its creation is unconfirmed: begun, its outcome unknown, and CXone cannot tell.</summary>
    public bool Unconfirmed { get; init; }

    /// <summary>When its webhook was received, in UTC.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>When the policy decided, in UTC; <c>null</c> until then, and for what ended under a version that did not keep it.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>When the task's id became known, in UTC: created, found, or named by an operator. <c>null</c> as for <see cref="DecidedAt"/>.</summary>
    public DateTimeOffset? TaskAt { get; init; }

    /// <summary>When CXone took the notification, in UTC. <c>null</c> as for <see cref="DecidedAt"/>.</summary>
    public DateTimeOffset? NotifiedAt { get; init; }

    /// <summary>When it ended, in UTC; <c>null</c> while it has not.</summary>
    public DateTimeOffset? SettledAt { get; init; }

    /// <summary>When its contents were deleted, by retention or as an operator was asked to; <c>null</c> where they are there.</summary>
    public DateTimeOffset? PurgedAt { get; init; }

    /// <summary>When it is worked on next; <c>null</c> where it is not, or only an operator can say.</summary>
    public DateTimeOffset? NextTryAt { get; init; }

    /// <summary>Attempts consumed on the present step.</summary>
    public int Attempts { get; init; }

    /// <summary>What the policy decided; <c>null</c> until then.</summary>
    public RecordedDecision? Decision { get; init; }

    /// <summary>The task's id in CXone; <c>null</c> where there is none yet.</summary>
    public string? TaskId { get; init; }

    /// <summary>Whether the task may be a second one for the interaction, and says so in its description.</summary>
    public bool PossibleDuplicate { get; init; }

    /// <summary>What became of the notification to the agent.</summary>
    [JsonConverter(typeof(CamelCase<NotificationStatus>))]
    public NotificationStatus Notification { get; init; }

    /// <summary>Why it is where it is: the last failure, why it was parked, or why there is no task.</summary>
    public string? Reason { get; init; }

    /// <summary>In a sentence or two, why there is a task or none, or why it waits.</summary>
    public required string Explanation { get; init; }

    /// <summary>The form as it was read last; <c>null</c> until then, once the contents are deleted, and in lists.</summary>
    public RecordedForm? Form { get; init; }

    /// <summary>The request that creates the task, as it is sent; <c>null</c> where there is none, and in lists.</summary>
    public string? TaskRequest { get; init; }

    /// <summary>The attempts that failed, the oldest first: of many the first one and the latest 19. Empty in lists.</summary>
    public IReadOnlyList<FailedAttempt> FailedAttempts { get; init; } = [];

    /// <summary>That its webhook came again, a duplicate that changed nothing; <c>null</c> where it did not, and in lists.</summary>
    public WebhookRepetitions? Repetitions { get; init; }

    /// <summary>What operators did about it, the oldest first; empty in lists.</summary>
    public IReadOnlyList<OperatorAction> OperatorActions { get; init; } = [];

    /// <summary>Whether it is being worked on at this moment.</summary>
    [JsonIgnore]
    public bool IsBeingWorkedOn { get; init; }

    /// <param name="record">What is stored.</param>
    /// <param name="isWhole">Whether what would make a list long goes with it.</param>
    internal static FollowUpDetails From(FollowUpRecord record, bool isWhole)
    {
        var followUp = record.FollowUp;
        return new FollowUpDetails
        {
            InteractionId = followUp.Interaction.InteractionId,
            AgentId = record.PurgedAt is null ? followUp.Interaction.AgentId : null,
            CustomerId = followUp.Interaction.CustomerId,
            CompletedAt = followUp.Interaction.CompletedAt,
            Skill = followUp.Interaction.Skill,
            Queue = followUp.Interaction.Queue,
            Channel = followUp.Interaction.Channel,
            Language = followUp.Interaction.Language,
            OtherAgents = followUp.OtherAgents,
            State = followUp.State,
            Outcome = followUp.Outcome == FollowUpOutcome.None ? null : followUp.Outcome,
            Unconfirmed = followUp.UnconfirmedSince is not null,
            ReceivedAt = followUp.ReceivedAt,
            DecidedAt = followUp.DecidedAt ?? followUp.Decision?.DecidedAt,
            TaskAt = followUp.TaskAt,
            NotifiedAt = followUp.NotifiedAt,
            SettledAt = record.SettledAt,
            PurgedAt = record.PurgedAt,
            NextTryAt = followUp.HasNextAttempt ? followUp.NextAttemptAt : null,
            Attempts = followUp.Attempts,
            Decision = followUp.Decision,
            TaskId = followUp.TaskId,
            PossibleDuplicate = followUp.PossibleDuplicate,
            Notification = followUp is { State: FollowUpState.Done, Notification: NotificationStatus.Pending }
                ? NotificationStatus.None
                : followUp.Notification,
            Reason = followUp.Reason,
            Explanation = FollowUpExplanation.Of(record),
            Form = isWhole ? followUp.Form : null,
            TaskRequest = isWhole ? followUp.Payload : null,
            FailedAttempts = isWhole ? followUp.FailedAttempts : [],
            Repetitions = record.Repetitions,
            OperatorActions = record.OperatorActions,
            IsBeingWorkedOn = record.Leased,
        };
    }
}

/// <summary>A page of follow-ups, with counts of them all.</summary>
public sealed class FollowUpPage
{
    /// <summary>How many there are: by state, and of those <c>unconfirmed</c>, <c>shadowed</c>, <c>compared</c> and <c>differing</c>.</summary>
    public required IReadOnlyDictionary<string, long> Counts { get; init; }

    /// <summary>The follow-ups, in the order of their receipt or the newest first. Fewer than were asked for do not mean the last page.</summary>
    public required IReadOnlyList<FollowUpDetails> Items { get; init; }

    /// <summary>Where the next page begins; <c>null</c> on the last page.</summary>
    public PagePosition? Next { get; init; }

    internal static FollowUpPage From(IReadOnlyList<FollowUpRecord> items, PagePosition? next, InboxStatus status)
    {
        var counts = Enum.GetValues<FollowUpState>().ToDictionary(
            state => JsonNamingPolicy.CamelCase.ConvertName(state.ToString()), state => status.Counts.GetValueOrDefault(state));
        counts["unconfirmed"] = status.Unconfirmed;
        counts["shadowed"] = status.Shadowed;
        counts["compared"] = status.Compared;
        counts["differing"] = status.Differing;
        return new FollowUpPage { Counts = counts, Items = [.. items.Select(item => FollowUpDetails.From(item, isWhole: false))], Next = next };
    }
}

/// <summary>States are written as they are asked for (<c>?state=parked</c>) and counted; priorities as CXone writes them.</summary>
internal sealed class CamelCase<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase)
    where T : struct, Enum;
