using System.Text.Json;
using CxoneAssist.Simulator.Serving;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace CxoneAssist.Simulator.Tasks;

internal sealed class CreateTaskEndpoint(SimulatorTenant tenant)
{
    public async ValueTask<SimulatorResponse> CreateAsync(HttpRequest request, SimulatorFaults faults)
    {
        var body = await RequestBody.ReadAsync(request);
        if (NotExecuted(faults) is { } lost)
        {
            return lost;
        }

        if (!TryRead(body, out var task, out var complaint))
        {
            return SimulatorResponse.Error(400, complaint);
        }

        return Told(request, faults, Store(request, task, body));
    }

    private bool TryRead(byte[] body, out CreateTaskBody request, out string complaint)
    {
        complaint = "The body must be a JSON object of the documented shape.";
        request = null!;
        try
        {
            request = JsonSerializer.Deserialize(body, SimulatorJson.Default.CreateTaskBody)!;
        }
        catch (JsonException)
        {
            return false;
        }

        if (request is not null)
        {
            complaint = (tenant.Options.Lenient ? null : TaskRules.Complaint(request)) ?? "";
        }

        return complaint.Length == 0;
    }

    private string Store(HttpRequest request, CreateTaskBody task, byte[] body)
    {
        var key = request.Headers["Idempotency-Key"].ToString();
        return tenant.Ledger.TaskBook.Add(
            task,
            body,
            key.Length == 0 ? null : key,
            tenant.Time.GetUtcNow(),
            tenant.Options.HonourIdempotencyKey).Id;
    }

    private SimulatorResponse? NotExecuted(SimulatorFaults faults)
    {
        if (tenant.Meets(SimulatorFault.CreateLostRequest, faults.CreateLostRequest))
        {
            return SimulatorResponse.None;
        }

        return tenant.Meets(SimulatorFault.CreateErrorBefore, faults.CreateErrorBefore)
            ? SimulatorResponse.Error(500, "The task could not be created.")
            : null;
    }

    private SimulatorResponse Told(HttpRequest request, SimulatorFaults faults, string id)
    {
        if (tenant.Meets(SimulatorFault.CreateLostAnswer, faults.CreateLostAnswer))
        {
            return SimulatorResponse.None;
        }

        if (tenant.Meets(SimulatorFault.CreateErrorAfter, faults.CreateErrorAfter))
        {
            return SimulatorResponse.Error(500, "Something went wrong.");
        }

        if (tenant.Meets(SimulatorFault.CreateRedirected, faults.CreateRedirected))
        {
            return SimulatorResponse.Empty(307) with { Location = request.GetEncodedUrl() };
        }

        if (tenant.Meets(SimulatorFault.CreateWithoutId, faults.CreateWithoutId))
        {
            return SimulatorResponse.Empty(201);
        }

        return tenant.Meets(SimulatorFault.CreateAccepted, faults.CreateAccepted) ? SimulatorResponse.Empty(202) : SimulatorResponse.Created(id);
    }
}
