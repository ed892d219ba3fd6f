using System.Text.Json;
using System.Text.Json.Serialization;

namespace CxoneAssist.Infrastructure.Cxone.Workflow;

/// <summary>
/// The answer to looking tasks up. An empty success holds no task; an object without a member <c>tasks</c> is refused.
/// </summary>
/// <param name="Tasks">The tasks found.</param>
/// <param name="SaysNothing">Whether the answer had no content at all.</param>
[JsonConverter(typeof(FoundTasksReader))]
internal sealed record FoundTasksWire(IReadOnlyList<FoundTaskWire> Tasks, bool SaysNothing);

internal sealed record TaskListWire(FoundTaskWire[]? Tasks) : IJsonOnDeserialized
{
    void IJsonOnDeserialized.OnDeserialized() => JsonText.RequireNoNull(Tasks ?? []);
}

internal sealed class FoundTasksReader : JsonConverter<FoundTasksWire>
{
    public override bool HandleNull => true;

    public override FoundTasksWire Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize(ref reader, WorkflowJson.Default.TaskListWire) is { } list
            ? new(list.Tasks ?? [], SaysNothing: false)
            : new([], SaysNothing: true);

    public override void Write(Utf8JsonWriter writer, FoundTasksWire value, JsonSerializerOptions options) =>
        throw new NotSupportedException();
}
