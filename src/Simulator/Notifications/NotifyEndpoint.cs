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

        return IsAcceptable(body)
            ? SimulatorResponse.Created(tenant.Ledger.NotificationBook.Add(body, tenant.Time.GetUtcNow()))
            : SimulatorResponse.Error(400, "agentId, message, type and priority are required.");
    }

    private bool IsAcceptable(byte[] body)
    {
        try
        {
            var request = JsonSerializer.Deserialize(body, SimulatorJson.Default.NotificationRequest);
            return request is not null && (tenant.Options.Lenient || request.IsComplete);
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
