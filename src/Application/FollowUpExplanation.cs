using CxoneAssist.Application.Ports;
using static System.FormattableString;

namespace CxoneAssist.Application;

/// <summary>
/// Says in words why a customer got a follow-up or not, or why it waits: what an operator answers who is asked. Pure.
/// </summary>
internal static class FollowUpExplanation
{
    public static string Of(FollowUpRecord record) => record.Repetitions is { } repetitions
        ? $"{Outcome(record)} Its webhook came again{Times(repetitions.Times)}, last {Time(repetitions.LastAt)}: a duplicate, which changes nothing."
        : Outcome(record);

    private static string Outcome(FollowUpRecord record)
    {
        var followUp = record.FollowUp;
        return record switch
        {
            { PurgedAt: { } at } => $"Its contents were deleted {Time(at)}. {Ended(followUp)}",
            { Leased: true, FollowUp.State: not (FollowUpState.Done or FollowUpState.Parked) } =>
                $"It is being worked on right now. {Open(followUp)}",
            _ => followUp.State switch
            {
                FollowUpState.Done => Done(record),
                FollowUpState.Parked => $"A person has to look at it: {Because(followUp)}",
                _ => Open(followUp) + Next(followUp),
            },
        };
    }

    private static string Done(FollowUpRecord record) => record.FollowUp switch
    {
        { Outcome: FollowUpOutcome.TaskCreated } followUp => Told(followUp),
        { Outcome: FollowUpOutcome.NoTask, Decision.Suppression.SuppressedBy: { } earlier } =>
            $"No task, because the customer has one already: that of interaction {earlier.InteractionId}.",
        { Outcome: FollowUpOutcome.NoTask, Decision: { Score: { } score } decision } =>
            Invariant($"The policy '{decision.Policy}' owes no task for a score of {score}: the reasons say by which rule and by what margin."),
        { Outcome: FollowUpOutcome.NoTask } followUp => $"The policy owes no task: {Because(followUp)}",
        { Outcome: FollowUpOutcome.NoForm } followUp =>
            $"No form came within the grace period that began {Time(followUp.ReceivedAt)}. A later webhook opens it again.",
        { Outcome: FollowUpOutcome.Unanswered } followUp => $"{Because(followUp)} A later webhook opens it again.",
        { Outcome: FollowUpOutcome.Shadowed, Decision: { } decision } =>
            $"A task of priority {decision.Priority} was owed, and not created because the host was in shadow mode. A replay creates it once the host is live.",
        { Outcome: FollowUpOutcome.Discarded } => Discarded(record.OperatorActions),
        var followUp => Ended(followUp),
    };

    private static string Told(FollowUp followUp)
    {
        var task = $"A task{Priority(followUp)} exists: {followUp.TaskId}{(followUp.TaskAt is { } at ? $", since {Time(at)}" : "")}."
            + (followUp.UsesFallbackAssignee ? " It is assigned to the fallback assignee, because CXone refused the agent." : "");
        return followUp.Notification switch
        {
            NotificationStatus.Sent =>
                $"{task} Agent {followUp.Interaction.AgentId} was notified{(followUp.NotifiedAt is { } told ? $" {Time(told)}" : "")}.",
            _ => $"{task} {followUp.Reason ?? "The agent was not notified."}",
        };
    }

    private static string Open(FollowUp followUp) => followUp switch
    {
        { UnconfirmedSince: { } since } =>
            $"The creation of its task is unconfirmed since {Time(since)}: begun, and a search cannot tell whether it was made. {Because(followUp)}",
        { State: FollowUpState.Creating } => $"The creation of its task was begun, and it is not known yet whether it was made. {Because(followUp)}",
        { State: FollowUpState.Created } => $"Its task exists: {followUp.TaskId}. The agent is still to be notified. {Because(followUp)}",
        { Decision: not null } => $"A task{Priority(followUp)} is owed and not created yet. {Because(followUp)}",
        _ => $"It is not decided yet. {Because(followUp)}",
    };

    private static string Next(FollowUp followUp) => followUp.HasNextAttempt
        ? $" Next try {Time(followUp.NextAttemptAt)}."
        : " It goes on when an operator decides.";

    private static string Discarded(IReadOnlyList<OperatorAction> actions) =>
        actions.LastOrDefault(action => action.Kind == "discard") is { } discard
            ? $"An operator{(discard.Actor is { } actor ? $" ({actor})" : "")} discarded it {Time(discard.At)}: {discard.Note}"
            : "An operator discarded it.";

    private static string Ended(FollowUp followUp) => followUp.Outcome switch
    {
        FollowUpOutcome.TaskCreated => $"It had ended with the task {followUp.TaskId}.",
        FollowUpOutcome.NoTask => "It had ended without a task: the policy owed none.",
        FollowUpOutcome.NoForm => "It had ended without a task: no form came.",
        FollowUpOutcome.Unanswered => "It had ended without a task: the form had no score.",
        FollowUpOutcome.Shadowed => "It had ended without a task, because the host was in shadow mode.",
        _ => "It had ended without a task: an operator discarded it.",
    };

    private static string Because(FollowUp followUp) => followUp.Reason ?? "Nothing has failed.";

    private static string Priority(FollowUp followUp) => followUp.Decision?.Priority is { } priority ? $" of priority {priority}" : "";

    private static string Times(long times) => times == 1 ? "" : Invariant($" {times} times");

    private static string Time(DateTimeOffset at) => Invariant($"{at.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC");
}
