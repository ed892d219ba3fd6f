using System.Text.Json;
using CxoneAssist.Simulator.Serving;
using Microsoft.AspNetCore.Http;

namespace CxoneAssist.Simulator.Tasks;

internal sealed class FindTasksEndpoint(SimulatorTenant tenant)
{
    private const int PageSize = 20;

    public SimulatorResponse Find(IQueryCollection query, SimulatorFaults faults)
    {
        if (faults.LookUpStatus is { } status)
        {
            tenant.Ledger.Happened(SimulatorFault.LookUpRefused);
            return SimulatorResponse.Error(status, "Tasks cannot be searched.");
        }

        var (id, value) = (query["customFieldId"].ToString(), query["customFieldValue"].ToString());
        if (id.Length == 0 || value.Length == 0)
        {
            return SimulatorResponse.Error(400, "customFieldId and customFieldValue are required.");
        }

        var found = faults.LookUpUnfiltered ? Unfiltered() : tenant.Ledger.TaskBook.WithField(id, value);
        return new SimulatorResponse(
            200, ResponseJson.Serialize(Findable(found, faults.LookUpLag), static (json, tasks) => Write(json, tasks)));
    }

    private IReadOnlyList<SimulatorTask> Unfiltered()
    {
        tenant.Ledger.Happened(SimulatorFault.LookUpUnfiltered);
        return tenant.Ledger.TaskBook.Newest(PageSize);
    }

    private SimulatorTask[] Findable(IReadOnlyList<SimulatorTask> found, TimeSpan lag)
    {
        var newest = tenant.Time.GetUtcNow() - lag;
        SimulatorTask[] findable = [.. found.Where(task => task.CreatedAt <= newest)];
        if (findable.Length < found.Count)
        {
            tenant.Ledger.Happened(SimulatorFault.LookUpLag);
        }

        return findable;
    }

    private static void Write(Utf8JsonWriter json, SimulatorTask[] tasks)
    {
        json.WriteStartArray("tasks"u8);
        Array.ForEach(tasks, task => Write(json, task));
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, SimulatorTask task)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, task.Id);
        json.WriteString("subject"u8, task.Subject);
        json.WriteStartArray("customFields"u8);
        foreach (var field in task.CustomFields)
        {
            json.WriteStartObject();
            json.WriteString("id"u8, field.Id);
            json.WriteString("value"u8, field.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
