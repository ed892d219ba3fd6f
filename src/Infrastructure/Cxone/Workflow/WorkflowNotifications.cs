using CxoneAssist.Application.Ports;

namespace CxoneAssist.Infrastructure.Cxone.Workflow;

internal sealed class WorkflowNotifications(CxoneClient client, IWorkflowApi api) : IAgentNotifications, ICallsCxone
{
    public async Task<CallFailure?> NotifyAsync(AgentNotification notification, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(notification);
        var wire = new NotificationWire(notification.AgentId, notification.Message, "desktop", "high");
        var result = await client.CallAsync(
            WorkflowScopes.Call(CallKind.NotifyAgent, notification.InteractionId),
            (sent, attempt) => api.NotifyAgentAsync(wire, sent, attempt),
            cancellationToken);
        return result.Failure;
    }
}
