using CxoneAssist.Domain;

namespace CxoneAssist.Application;

/// <summary>Where a follow-up stands. Being worked on is a lease, not a state.</summary>
public enum FollowUpState
{
    /// <summary>
    /// Stored; its form is not decided on, or the task it owes was certainly not created yet. One exception: while a
    /// creation that is to be repeated waits for another follow-up of the customer, its earlier call may have created it.
    /// </summary>
    Received = 0,

    /// <summary>
    /// The task's creation was begun. Only the run that received the answer knows whether CXone
    /// created it.
    /// </summary>
    Creating = 1,

    /// <summary>The task exists; the agent is to be told.</summary>
    Created = 2,

    /// <summary>Settled: see <see cref="FollowUpOutcome"/>.</summary>
    Done = 3,

    /// <summary>Needs a person: see <see cref="FollowUp.Reason"/>.</summary>
    Parked = 4,
}

/// <summary>How a follow-up ended.</summary>
public enum FollowUpOutcome
{
    /// <summary>It has not ended.</summary>
    None = 0,

    /// <summary>The task exists in CXone.</summary>
    TaskCreated = 1,

    /// <summary>The policy asked for no task.</summary>
    NoTask = 2,

    /// <summary>No form came within the grace period. A later webhook opens it again.</summary>
    NoForm = 3,

    /// <summary>An operator discarded it.</summary>
    Discarded = 4,

    /// <summary>A task was owed, and not created because the host was in shadow mode (<see cref="FollowUpMode.Shadow"/>).</summary>
    Shadowed = 5,

    /// <summary>
    /// The form came without a score and without a submission time, and got no score within about two minutes. A later
    /// webhook opens it again.
    /// </summary>
    Unanswered = 6,
}

/// <summary>What became of the notification to the agent.</summary>
public enum NotificationStatus
{
    /// <summary>Not sent yet.</summary>
    Pending = 0,

    /// <summary>CXone took it.</summary>
    Sent = 1,

    /// <summary>CXone did not take it; the reason is kept.</summary>
    Failed = 2,

    /// <summary>Sent, but no answer came: it is not sent again.</summary>
    Unknown = 3,

    /// <summary>Begun. Only the run that received the answer knows whether it was sent.</summary>
    Sending = 4,

    /// <summary>There is nothing to tell: the follow-up ended without a notification. Shown, and not stored.</summary>
    None = 5,
}

/// <summary>An interaction's follow-up as it is stored: what was received, and how far the work on it got. Immutable.</summary>
/// <param name="Interaction">The interaction.</param>
/// <param name="ReceivedAt">When its webhook was received.</param>
internal sealed partial record FollowUp(CompletedInteraction Interaction, DateTimeOffset ReceivedAt)
{
    /// <summary>Where it stands.</summary>
    public FollowUpState State { get; init; }

    /// <summary>How it ended.</summary>
    public FollowUpOutcome Outcome { get; init; }

    /// <summary>When it is worked on next; meaningless once it is done or parked.</summary>
    public DateTimeOffset NextAttemptAt { get; init; } = ReceivedAt;

    /// <summary>Whether it is worked on again by itself: some wait for an operator alone.</summary>
    internal bool HasNextAttempt =>
        State is not (FollowUpState.Done or FollowUpState.Parked) && NextAttemptAt < DateTimeOffset.MaxValue.AddDays(-1);

    /// <summary>Attempts consumed on the present step.</summary>
    public int Attempts { get; init; }

    /// <summary>
    /// How often the form was read and was not there yet. Once it was there without a score, the count goes on from
    /// <see cref="PollsOfUnanswered"/>: its own short series begins then, and must survive a restart too.
    /// </summary>
    public int FormPolls { get; init; }

    /// <summary>How often the task was looked up and not found, since its create call was begun last.</summary>
    public int LookUps { get; init; }

    /// <summary>How many tasks CXone was found to hold for the interaction, where there was more than one; otherwise 0.</summary>
    public int TasksFound { get; init; }

    /// <summary>The form as it was read last; <c>null</c> until then.</summary>
    public RecordedForm? Form { get; init; }

    /// <summary>What the policy decided; <c>null</c> until then. Decided once.</summary>
    public RecordedDecision? Decision { get; init; }

    /// <summary>The exact body of the create call; <c>null</c> where it is to be composed from the decision.</summary>
    public string? Payload { get; init; }

    /// <summary>The idempotency key that goes with <see cref="Payload"/>.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>When the create call was begun whose outcome is not known; <c>null</c> where none is open.</summary>
    public DateTimeOffset? IntentAt { get; init; }

    /// <summary>
    /// Since when the creation is unconfirmed: begun, its outcome unknown, and CXone cannot tell. While all of CXone is away, when that was seen last.
    /// </summary>
    public DateTimeOffset? UnconfirmedSince { get; init; }

    /// <summary>Whether the task may be a second one for the interaction, and says so in its description.</summary>
    public bool PossibleDuplicate { get; init; }

    /// <summary>
    /// Whether an operator wants the task created although CXone cannot tell whether it exists already: then it is looked up once, and not
    /// held a second time.
    /// </summary>
    public bool OperatorInsists { get; init; }

    /// <summary>Whether the task goes to the fallback assignee because CXone refused the agent.</summary>
    public bool UsesFallbackAssignee { get; init; }

    /// <summary>The task's id in CXone.</summary>
    public string? TaskId { get; init; }

    /// <summary>What became of the notification.</summary>
    public NotificationStatus Notification { get; init; }

    /// <summary>Why it is where it is: the last failure, why it was parked, or why there is no task.</summary>
    public string? Reason { get; init; }

    /// <summary>When the policy decided; <c>null</c> until then. Unlike the decision it stays when contents are deleted.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>When the task's id became known: created, found, or named by an operator; <c>null</c> until then.</summary>
    public DateTimeOffset? TaskAt { get; init; }

    /// <summary>When CXone took the notification; <c>null</c> where it did not.</summary>
    public DateTimeOffset? NotifiedAt { get; init; }

    /// <summary>The attempts that failed, the oldest first; of many the first one and the latest.</summary>
    public IReadOnlyList<FailedAttempt> FailedAttempts { get; init; } = [];

    /// <summary>Other agents whom later webhooks named for this interaction, separated by spaces.</summary>
    public string? OtherAgents { get; init; }
}
