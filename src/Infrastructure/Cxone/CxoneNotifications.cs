using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Cxone.Wire;

namespace CxoneAssist.Infrastructure.Cxone;

internal sealed class CxoneNotifications(CxoneClient connection) : IAgentNotifications
{
    public async Task<CallFailure?> NotifyAsync(string agentId, string message, CancellationToken cancellationToken)
    {
        var notification = new NotificationWire(agentId, message, "desktop", "high");
        var result = await connection.CallAsync(
            new CxoneCall(CallKind.NotifyAgent, $"{agentId}\n{message}"),
            (api, token, attempt) => api.NotifyAgentAsync(notification, token, attempt),
            cancellationToken).ConfigureAwait(false);
        return result.Failure;
    }
}
