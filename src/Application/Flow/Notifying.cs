using CxoneAssist.Application.Ports;

namespace CxoneAssist.Application.Flow;

/// <summary>
/// Tells the agent, once. The commit that keeps the task's id also keeps that the notification was begun: a run that finds it begun does not
/// know whether it was sent, and does not send it again. Whatever comes of it, the task stands.
/// </summary>
internal sealed class Notifying(
    IAgentNotifications notifications, Wording wording, Checkpoint checkpoint, FollowUpOptions options, TimeProvider time, Random random)
{
    public async Task<Step?> RunAsync(FollowUp followUp, Lease lease, CancellationToken cancellationToken)
    {
        if (followUp.Notification == NotificationStatus.Sending)
        {
            return new Step(End(followUp, NotificationStatus.Unknown, "Whether the agent was notified is not known: it was stopped on the way."), lease);
        }

        if (options.Mode == FollowUpMode.Shadow)
        {
            return new Step(ShadowMode.Hold(followUp, time.GetUtcNow()), lease);
        }

        var begun = followUp with { Notification = NotificationStatus.Sending };
        var renewed = await checkpoint.SaveAsync(lease, begun, keepLease: true, cancellationToken).ConfigureAwait(false);
        return renewed is null ? null : new Step(await SendAsync(begun, cancellationToken).ConfigureAwait(false), renewed);
    }

    private async Task<FollowUp> SendAsync(FollowUp followUp, CancellationToken cancellationToken)
    {
        var message = wording.Notification(followUp);
        var failure = await Guarded.CallAsync<CallFailure?>(
            () => notifications.NotifyAsync(followUp.Interaction.AgentId, message, cancellationToken), failure => failure, time)
            .ConfigureAwait(false);
        return failure is null ? End(followUp, NotificationStatus.Sent, null) : AfterFailure(followUp, failure);
    }

    private FollowUp AfterFailure(FollowUp followUp, CallFailure failure)
    {
        if (failure.Kind == FailureKind.Unknown)
        {
            return End(followUp, NotificationStatus.Unknown, $"Whether the agent was notified is not known: {failure.Reason}");
        }

        var later = DeliveryPolicy.AfterFailure(followUp, failure, options.MaxAttempts, time.GetUtcNow(), random.NextDouble());
        return later.State == FollowUpState.Parked
            ? End(later, NotificationStatus.Failed, $"The agent was not notified: {failure.Reason}")
            : later with { Notification = NotificationStatus.Pending };
    }

    // What is odd about the task is said beside whatever became of the notification, and not forgotten while that waits.
    private static FollowUp End(FollowUp followUp, NotificationStatus status, string? reason)
    {
        var remark = followUp.Asked > 1 ? $"CXone holds {followUp.Asked} tasks for this interaction; the oldest was adopted." : null;
        var both = remark is null || reason is null ? remark ?? reason : $"{remark} {reason}";
        return followUp.Finish(FollowUpOutcome.TaskCreated, both) with { Notification = status };
    }
}
