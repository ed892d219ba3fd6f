using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Cxone.Wire;

namespace CxoneAssist.Infrastructure.Cxone;

internal sealed class CxoneNotifications(CxoneClient connection) : IAgentNotifications
{
    public async Task<CallFailure?> NotifyAsync(AgentNotification notification, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(notification);
        var wire = new NotificationWire(notification.AgentId, notification.Message, "desktop", "high");
        var result = await connection.CallAsync(
            new CxoneCall(CallKind.NotifyAgent, notification.InteractionId),
            (api, token, attempt) => api.NotifyAgentAsync(wire, token, attempt),
            cancellationToken).ConfigureAwait(false);
        return result.Failure;
    }
}
