using CxoneAssist.Application.Ports;

namespace CxoneAssist.Application.FollowUps.Steps;

/// <summary>
/// Tells the agent, once. The commit that keeps the task's id also keeps that the notification was begun: a run that
/// finds it begun does not know whether it was sent, and does not send it again. The task stands in any case.
/// </summary>
internal sealed class NotifyStep(IAgentNotifications notifications, TaskTexts texts, FollowUpOptions options) : IFollowUpStep
{
    public async Task<StepResult> RunAsync(FollowUpRun run, FollowUp followUp)
    {
        if (followUp.Notification == NotificationStatus.Sending)
        {
            return new StepResult.Rest(followUp.NotificationUnknown("it was stopped on the way."));
        }

        if (options.Mode == FollowUpMode.Shadow)
        {
            return new StepResult.Rest(followUp.HoldInShadow(run.Now));
        }

        var begun = followUp.BeginNotification();
        return await run.SaveAsync(begun)
            ? new StepResult.Rest(await SendAsync(run, begun))
            : StepResult.LeaseLost;
    }

    private async Task<FollowUp> SendAsync(FollowUpRun run, FollowUp followUp)
    {
        var interaction = followUp.Interaction;
        var notification = new AgentNotification(interaction.InteractionId, interaction.AgentId, texts.Notification(followUp));
        var failure = await run.CallAsync<CallFailure?>(
            new PartMember(notifications, nameof(notifications.NotifyAsync)),
            stopping => notifications.NotifyAsync(notification, stopping),
            failure => failure);
        return failure switch
        {
            null => followUp.NotificationSent(run.Now),
            { Kind: FailureKind.Unknown } => followUp
                .RecordFailure(FollowUpStep.Notification, failure.Reason, run.Now).NotificationUnknown(failure.Reason),
            _ => AfterFailure(followUp, failure, run),
        };
    }

    private FollowUp AfterFailure(FollowUp followUp, CallFailure failure, FollowUpRun run)
    {
        var later = RetryPolicy.AfterFailure(followUp, failure, options.MaxAttempts, run.Now, run.Jitter);
        return later.State == FollowUpState.Parked
            ? followUp.RecordFailure(FollowUpStep.Notification, failure.Reason, run.Now).SpendAttempt().NotificationFailed(failure.Reason)
            : later.PostponeNotification();
    }
}
