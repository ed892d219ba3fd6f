using System.Text.Json;
using CxoneAssist.Simulator.Serving;

namespace CxoneAssist.Simulator.Tasks;

/// <summary>
/// A task stored as its request body: in a run of a million tasks, the service on the same machine
/// needs the memory.
/// </summary>
internal sealed record StoredTask(
    int Number, string? InteractionId, byte[] Body, string? IdempotencyKey, DateTimeOffset CreatedAt)
{
    public string Id => $"task-{Number}";

    public SimulatorTask ToTask()
    {
        var sent = JsonSerializer.Deserialize(Body, SimulatorJson.Default.CreateTaskBody)!;
        return new SimulatorTask(
            Id,
            InteractionId,
            sent.Subject,
            sent.Description,
            sent.Priority,
            sent.DueDate,
            sent.AssigneeId,
            sent.Fields,
            IdempotencyKey,
            CreatedAt);
    }
}
