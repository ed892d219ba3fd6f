using System.Diagnostics.Metrics;
using CxoneAssist.Application;
using Microsoft.Extensions.Logging;

namespace CxoneAssist.Infrastructure.Pump;

/// <summary>
/// Counts what the work came to (meter <c>CxoneAssist.FollowUps</c>) and logs what a person has to know of. Never the reason: it may quote
/// the customer's answer. Operators read it with the follow-up.
/// </summary>
internal sealed partial class FollowUpMetrics(IMeterFactory meters, ILogger<FollowUpMetrics> logger)
{
    private readonly Counter<long> _runs = meters.Create("CxoneAssist.FollowUps").CreateCounter<long>(
        "cxone_assist.follow_up.runs", description: "Runs of the follow-up flow, by the state they left the follow-up in.");

    private readonly Counter<long> _several = meters.Create("CxoneAssist.FollowUps").CreateCounter<long>(
        "cxone_assist.follow_up.several_tasks", description: "Interactions for which CXone was found to hold more than one task.");

    public void Report(FollowUp? followUp)
    {
        if (followUp is null)
        {
            Count("lease_lost");
            return;
        }

        Count(NameOf(followUp));
        var interactionId = followUp.Interaction.InteractionId;
        if (followUp is { Outcome: FollowUpOutcome.TaskCreated, TasksFound: > 1 })
        {
            _several.Add(1);
            Log.SeveralTasks(logger, interactionId, followUp.TasksFound, followUp.TaskId);
        }
        else if (followUp.State == FollowUpState.Parked)
        {
            Log.Parked(logger, interactionId);
        }
        else if (followUp.UnconfirmedSince is not null)
        {
            Log.Unconfirmed(logger, interactionId);
        }
        else if (followUp is { Outcome: FollowUpOutcome.TaskCreated, Reason: not null })
        {
            Log.Remarkable(logger, interactionId, followUp.Notification);
        }
    }

    private static string NameOf(FollowUp followUp) => followUp switch
    {
        { Outcome: FollowUpOutcome.TaskCreated } => "task_created",
        { Outcome: FollowUpOutcome.NoTask, Decision.Suppression.SuppressedBy: not null } => "suppressed",
        { Outcome: FollowUpOutcome.Shadowed } => "shadowed",
        { Outcome: FollowUpOutcome.NoTask } => "no_task",
        { Outcome: FollowUpOutcome.NoForm } => "no_form",
        { Outcome: FollowUpOutcome.Unanswered } => "unanswered",
        { State: FollowUpState.Parked } => "parked",
        { UnconfirmedSince: not null } => "unconfirmed",
        _ => "waiting",
    };

    private void Count(string left) => _runs.Add(1, new KeyValuePair<string, object?>("left", left));

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The follow-up of interaction {InteractionId} is parked: a person has to look.")]
        public static partial void Parked(ILogger logger, string interactionId);

        [LoggerMessage(2, LogLevel.Warning, "Whether the task of interaction {InteractionId} exists cannot be confirmed: confirm, replay or discard it.")]
        public static partial void Unconfirmed(ILogger logger, string interactionId);

        [LoggerMessage(3, LogLevel.Warning,
            "The task of interaction {InteractionId} exists, but its agent may not have been told (notification: {Notification}): tell the agent.")]
        public static partial void Remarkable(ILogger logger, string interactionId, NotificationStatus notification);

        [LoggerMessage(4, LogLevel.Error, "CXone holds {Tasks} tasks of interaction {InteractionId}: the oldest, {TaskId}, was adopted; close the others.")]
        public static partial void SeveralTasks(ILogger logger, string interactionId, int tasks, string? taskId);
    }
}
