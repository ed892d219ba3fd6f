using System.Runtime.CompilerServices;
using CxoneAssist.Domain;

namespace CxoneAssist.Application;

/// <summary>
/// The life of a follow-up: every change of its state, in the order of life. Steps, operators' commands and inboxes call
/// these methods and only store what they return. The table in docs/architecture.md says the same; a test compares them.
/// </summary>
internal sealed partial record FollowUp
{
    // Long, so that many that are held cost little; what is held goes on within that time once the host is live.
    private static readonly TimeSpan ShadowPause = TimeSpan.FromMinutes(5);

    // What later webhooks say is of interest, and not worth unbounded space.
    private const int LongestOtherAgents = 1000;

    internal bool CanBeConfirmed => State is FollowUpState.Creating or FollowUpState.Parked && TaskId is null;

    internal bool CanBeReopened =>
        this is { State: FollowUpState.Done, Outcome: FollowUpOutcome.NoForm or FollowUpOutcome.Unanswered };

    private bool HasEndedWithTask => this is { State: FollowUpState.Done, Outcome: FollowUpOutcome.TaskCreated };

    private bool IsOpen => State is FollowUpState.Received or FollowUpState.Creating or FollowUpState.Created;

    // 1. Received: the form is read (FollowUp.Forms.cs) and the policy decides, once.

    internal FollowUp RecordDecision(RecordedDecision decision, DateTimeOffset now) =>
        Requires(State == FollowUpState.Received && Decision is null).Enter(FollowUpState.Received, now) with
        {
            Decision = decision,
            DecidedAt = now,
        };

    internal FollowUp EndWithoutTask(string reason) =>
        Requires(State == FollowUpState.Received && Decision is not null).End(FollowUpOutcome.NoTask, reason);

    internal FollowUp EndInShadow() => Requires(State == FollowUpState.Received && Decision is not null)
        .End(FollowUpOutcome.Shadowed, $"Shadow mode: a task of priority {Decision!.Priority} would have been created.");

    // 2. Decided, where the policy suppresses: the customer's other follow-ups are looked at.

    internal FollowUp WaitForOther(string awaited, DateTimeOffset until, DateTimeOffset nextAttemptAt) => RequiresSuppression() with
    {
        // Still creating, it would be taken for one that was admitted.
        State = FollowUpState.Received,
        NextAttemptAt = nextAttemptAt,
        Reason = FormattableString.Invariant($"Waits for {awaited}; until {until.UtcDateTime:HH:mm:ss} UTC at most."),
        Decision = Decision! with { Suppression = Decision.Suppression! with { WaitsUntil = until } },
    };

    internal FollowUp Suppress(SuppressionVerdict verdict)
    {
        var leansOn = $"The earlier task is that of interaction {verdict.Earlier!.InteractionId}.";
        return RequiresSuppression().End(FollowUpOutcome.NoTask, $"{verdict.Sentence} {leansOn}") with
        {
            Decision = Decision!.Because(verdict.Sentence, leansOn) with
            {
                Suppression = Decision.Suppression! with { SuppressedBy = verdict.Earlier },
            },
        };
    }

    internal FollowUp Admit(string sentence) => RequiresSuppression() with
    {
        Decision = Decision!.Because(sentence) with { Suppression = Decision.Suppression! with { Admitted = true } },
    };

    // 3. Creating: the intent is stored before the call.

    internal FollowUp DropRequest() => Requires(State is FollowUpState.Received or FollowUpState.Creating) with { Payload = null, IdempotencyKey = null };

    internal FollowUp BeginCreation(string payload, string idempotencyKey, DateTimeOffset now) =>
        Requires(State is FollowUpState.Received or FollowUpState.Creating && Decision is not null) with
        {
            State = FollowUpState.Creating,
            Payload = payload,
            IdempotencyKey = idempotencyKey,
            IntentAt = now,
            LookUps = 0,
            UnconfirmedSince = null,
        };

    internal FollowUp CreationSucceeded(string taskId, DateTimeOffset now) =>
        Requires(State == FollowUpState.Creating).WithTask(taskId, now);

    /// <summary>The call was certainly not executed.</summary>
    internal FollowUp CreationNotMade() =>
        Requires(State == FollowUpState.Creating) with { State = FollowUpState.Received, IntentAt = null };

    internal FollowUp CreationUncertain(string reason, bool costsAttempt, DateTimeOffset lookUpAt) =>
        Requires(State == FollowUpState.Creating) with { Attempts = costsAttempt ? Attempts + 1 : Attempts, NextAttemptAt = lookUpAt, Reason = reason };

    internal FollowUp UseFallbackAssignee(DateTimeOffset now) =>
        Requires(State == FollowUpState.Received && Decision is not null && !UsesFallbackAssignee).DropRequest() with { UsesFallbackAssignee = true, NextAttemptAt = now };

    // 4. Creating, taken up by a later run: the call may have been executed, so the task is looked up.

    internal FollowUp WaitToLookUp(DateTimeOffset at) =>
        Requires(State == FollowUpState.Creating) with { NextAttemptAt = at };

    internal FollowUp TaskNotFound() =>
        Requires(State == FollowUpState.Creating) with { LookUps = LookUps + 1, UnconfirmedSince = null };

    internal FollowUp FindExistingTask(IReadOnlyList<string> taskIds, DateTimeOffset now) =>
        Requires(State == FollowUpState.Creating).WithTask(taskIds[0], now) with { TasksFound = taskIds.Count > 1 ? taskIds.Count : 0 };

    internal FollowUp HoldUnconfirmed(string reason, DateTimeOffset now) =>
        Requires(State == FollowUpState.Creating) with { UnconfirmedSince = UnconfirmedSince ?? now, Reason = $"Unconfirmed: {reason}" };

    internal FollowUp RestartHold() => Requires(State == FollowUpState.Creating) with { UnconfirmedSince = null };

    /// <summary>The next call is a second one, so the first counts as an attempt, and an operator's wish is fulfilled.</summary>
    internal FollowUp CreateAgain() =>
        Requires(State == FollowUpState.Creating) with { Attempts = Math.Max(1, Attempts), OperatorInsists = false };

    internal FollowUp AllowDuplicate() =>
        Requires(State == FollowUpState.Creating).DropRequest() with { PossibleDuplicate = true };

    // 5. Created: the agent is notified, once.

    internal FollowUp BeginNotification() => Requires(State == FollowUpState.Created && Notification != NotificationStatus.Sending) with
    {
        Notification = NotificationStatus.Sending,

        // It says why the last try failed, and must not outlive it.
        Reason = null,
    };

    internal FollowUp NotificationSent(DateTimeOffset now) => EndNotification(NotificationStatus.Sent, null) with { NotifiedAt = now };

    internal FollowUp NotificationUnknown(string why) =>
        EndNotification(NotificationStatus.Unknown, $"Whether the agent was notified is not known: {why}");

    internal FollowUp NotificationFailed(string why) =>
        EndNotification(NotificationStatus.Failed, $"The agent was not notified: {why}");

    internal FollowUp PostponeNotification() =>
        Requires(State == FollowUpState.Created) with { Notification = NotificationStatus.Pending };

    // 6. In every open state: rest, try again, give up.

    /// <summary>Rests without consuming an attempt.</summary>
    internal FollowUp Postpone(string reason, DateTimeOffset nextAttemptAt) =>
        Requires(IsOpen) with { NextAttemptAt = nextAttemptAt, Reason = reason };

    /// <summary>Keeps what failed, for people to read: nothing is decided by it.</summary>
    internal FollowUp RecordFailure(FollowUpStep step, string reason, DateTimeOffset now) =>
        Requires(IsOpen) with { FailedAttempts = FailedAttempt.Append(FailedAttempts, new(step, now, reason)) };

    internal FollowUp SpendAttempt() => Requires(IsOpen) with { Attempts = Attempts + 1 };

    internal FollowUp HoldInShadow(DateTimeOffset now) => Postpone(
        State == FollowUpState.Created
            ? "Held: the host is in shadow mode, which notifies no agent."
            : "Held: the host is in shadow mode, which creates no task.",
        now + ShadowPause);

    internal FollowUp Park(string reason) => Requires(IsOpen) with { State = FollowUpState.Parked, Reason = reason };

    // 7. Operators. One that ended with a task is never worked on again: that would make a second task.

    /// <summary>
    /// A create call is still open: whether it made the task is looked up first. Where a duplicate was allowed before,
    /// the operator's word replaces a second hold.
    /// </summary>
    internal FollowUp LookUpAgain(DateTimeOffset now) => Requires(IntentAt is not null && !HasEndedWithTask)
        .Restart(FollowUpState.Creating, now) with
    {
        OperatorInsists = PossibleDuplicate,
    };

    /// <summary>CXone cannot tell whether the task exists, and the operator decides that it does not: no second hold.</summary>
    internal FollowUp InsistOnCreation(DateTimeOffset now) => Requires(UnconfirmedSince is not null && !HasEndedWithTask)
        .Restart(FollowUpState.Creating, now) with
    {
        PossibleDuplicate = true,
        OperatorInsists = true,
    };

    /// <summary>Whether an earlier notification was shown is not known; the operator asks for another.</summary>
    internal FollowUp NotifyAgain(DateTimeOffset now) => Requires(TaskId is not null && !HasEndedWithTask)
        .Enter(FollowUpState.Created, now) with
    {
        Outcome = FollowUpOutcome.None,
        Notification = NotificationStatus.Pending,
    };

    /// <summary>
    /// A decision that owes a task stands; without one, the form is read anew. The request is composed anew, because what
    /// was wrong with it may have been a setting.
    /// </summary>
    internal FollowUp StartAgain(DateTimeOffset now)
    {
        var restarted = Requires(TaskId is null && !HasEndedWithTask).Restart(FollowUpState.Received, now).DropRequest();
        return restarted with
        {
            ReceivedAt = Decision is null ? now : ReceivedAt,
            Decision = Decision?.DueDate is null ? null : restarted.Decision,
            DecidedAt = Decision?.DueDate is null ? null : DecidedAt,
        };
    }

    internal FollowUp Confirm(string taskId, DateTimeOffset now) => Requires(CanBeConfirmed).WithTask(taskId, now);

    internal FollowUp Discard() =>
        Requires(State != FollowUpState.Done).End(FollowUpOutcome.Discarded, "Discarded by an operator.");

    // 8. Inboxes.

    /// <summary>Its process died or lost the lease. A call it had begun may have been sent until now: look-ups count from here.</summary>
    internal FollowUp TakenOver(DateTimeOffset now) =>
        State == FollowUpState.Creating ? this with { IntentAt = now } : this;

    /// <summary>A later webhook names an agent. Another one than before is kept, as far as there is room.</summary>
    internal FollowUp RecordAgent(string agentId)
    {
        if (agentId == Interaction.AgentId || (OtherAgents?.Split(' ').Contains(agentId) ?? false))
        {
            return this;
        }

        var longer = OtherAgents is null ? agentId : $"{OtherAgents} {agentId}";
        return longer.Length <= LongestOtherAgents ? this with { OtherAgents = longer } : this;
    }

    /// <summary>A later webhook opens an interaction that had ended without a form or unanswered.</summary>
    internal FollowUp Reopen(CompletedInteraction interaction, DateTimeOffset now) =>
        new(interaction, now) { OtherAgents = Requires(CanBeReopened).OtherAgents };

    // What only the transitions above use.

    private FollowUp End(FollowUpOutcome outcome, string? reason) =>
        this with { State = FollowUpState.Done, Outcome = outcome, Reason = reason };

    // A remark about the task is stored together with the reason from the notification.
    private FollowUp EndNotification(NotificationStatus status, string? reason)
    {
        var remark = TasksFound > 1 ? $"CXone holds {TasksFound} tasks for this interaction; the oldest was adopted." : null;
        var both = remark is null || reason is null ? remark ?? reason : $"{remark} {reason}";
        return Requires(State == FollowUpState.Created).End(FollowUpOutcome.TaskCreated, both) with { Notification = status };
    }

    private FollowUp WithTask(string taskId, DateTimeOffset now) =>
        Enter(FollowUpState.Created, now) with { TaskId = taskId, TaskAt = now, IntentAt = null };

    // A new state begins with its attempts and questions unspent.
    private FollowUp Enter(FollowUpState state, DateTimeOffset at) => this with
    {
        State = state,
        NextAttemptAt = at,
        Attempts = 0,
        FormPolls = 0,
        LookUps = 0,
        TasksFound = 0,
        Reason = null,
        UnconfirmedSince = null,
        OperatorInsists = false,
    };

    private FollowUp Restart(FollowUpState state, DateTimeOffset now) => Enter(state, now) with
    {
        Outcome = FollowUpOutcome.None,
        Decision = DecisionToReplay(),
    };

    // While it was parked or ended it held no other follow-up back: its customer may have a task by now.
    private RecordedDecision? DecisionToReplay() =>
        State is FollowUpState.Parked or FollowUpState.Done && Decision?.Suppression is { } suppression
            ? Decision with
            {
                Suppression = suppression with
                {
                    Admitted = false,
                    WaitsUntil = null,
                    SuppressedBy = null,
                    ForcedByOperator = suppression.ForcedByOperator || suppression.SuppressedBy is not null,
                },
            }
            : Decision;

    private FollowUp RequiresSuppression([CallerMemberName] string transition = "") =>
        Requires(State is FollowUpState.Received or FollowUpState.Creating && Decision?.Suppression is not null, transition);

    private FollowUp Requires(bool allowed, [CallerMemberName] string transition = "") =>
        allowed ? this : throw new InvalidOperationException($"{transition} does not fit a follow-up in state {State}.");
}
