using System.Text.Json.Serialization;

namespace CxoneAssist.Simulator.Tasks;

/// <summary>The request body of a create call.</summary>
internal sealed record CreateTaskBody(
    string? Subject,
    string? Description,
    string? DueDate,
    string? Priority,
    string? AssigneeId,
    SimulatorCustomField[]? CustomFields)
{
    private const string InteractionLink = "interaction_id_link";

    /// <summary>The custom fields that have both an id and a value.</summary>
    [JsonIgnore]
    public SimulatorCustomField[] Fields { get; } =
        [.. (CustomFields ?? []).Where(sent => sent is { Id: not null, Value: not null })];

    [JsonIgnore]
    public string? InteractionId =>
        (Array.Find(Fields, sent => sent.Id == InteractionLink) ?? Fields.FirstOrDefault())?.Value;
}
