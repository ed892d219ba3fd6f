using System.Text.Json;
using System.Text.Json.Serialization;

namespace CxoneAssist.Infrastructure.Cxone.Workflow;

internal sealed record TaskWire(
    string Subject,
    string Description,
    string DueDate,
    string Priority,
    string AssigneeId,
    CustomFieldWire[] CustomFields);

internal sealed record CustomFieldWire(string Id, string Value);

internal sealed record CreatedWire([property: JsonConverter(typeof(IdConverter))] string Id);

internal sealed record FoundTaskWire([property: JsonConverter(typeof(IdConverter))] string Id) : IJsonOnDeserialized
{
    public FoundFieldWire[]? CustomFields { get; init; }

    public JsonElement CreatedAt { get; init; }

    void IJsonOnDeserialized.OnDeserialized() => JsonText.RequireNoNull(CustomFields ?? []);

    public bool IsOf(string interactionId, string customFieldId) => CustomFields is { } fields
        && fields.Any(field => field.Id == customFieldId && JsonText.FromValue(field.Value) == interactionId);
}

internal sealed record FoundFieldWire(string Id)
{
    public JsonElement Value { get; init; }
}

internal sealed record NotificationWire(string AgentId, string Message, string Type, string Priority);

/// <summary>Ids are opaque but bounded. An answer without a usable id counts as unreadable.</summary>
internal sealed class IdConverter : JsonConverter<string>
{
    public const int MaxLength = 256;

    // Stands for bytes that are no character.
    private const char Unreadable = '\uFFFD';

    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var value = JsonDocument.ParseValue(ref reader);
        var text = value.RootElement.ValueKind is JsonValueKind.String or JsonValueKind.Number
            ? JsonText.FromValue(value.RootElement)
            : null;
        return text is { Length: > 0 and <= MaxLength }
            && !text.Any(letter => char.IsControl(letter) || letter == Unreadable)
            ? text
            : throw new JsonException("The id is not a text of 1 to 256 characters.");
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value);
}
