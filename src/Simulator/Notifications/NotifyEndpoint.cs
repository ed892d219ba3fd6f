using System.Text.Json;
using CxoneAssist.Simulator.Serving;
using Microsoft.AspNetCore.Http;

namespace CxoneAssist.Simulator.Notifications;

internal sealed class NotifyEndpoint(SimulatorTenant tenant)
{
    public async ValueTask<SimulatorResponse> NotifyAsync(HttpRequest request, SimulatorFaults faults)
    {
        var body = await RequestBody.ReadAsync(request);
        if (tenant.Meets(SimulatorFault.NotifyError, faults.NotifyError))
        {
            return SimulatorResponse.Error(503, "Notifications are unavailable.");
        }

        if (Read(body) is not { } notification || !(tenant.Options.Lenient || notification.IsComplete))
        {
            return SimulatorResponse.Error(400, "agentId, message, type and priority are required.");
        }

        return tenant.Has(SimulatorFault.UnknownAgent, notification.AgentId, faults.UnknownAgent)
            ? SimulatorResponse.Error(404, "There is no such agent.")
            : SimulatorResponse.Created(tenant.Ledger.NotificationBook.Add(body, tenant.Time.GetUtcNow()));
    }

    private static NotificationRequest? Read(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, SimulatorJson.Default.NotificationRequest);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
