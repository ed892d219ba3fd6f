using System.Text.Json;
using System.Text.Json.Serialization;
using CxoneAssist.Domain;

namespace CxoneAssist.Infrastructure.Cxone.Workflow;

internal sealed record FormWire : IJsonOnDeserialized
{
    private bool _statesResponses;

    // Not an init accessor: generated code would call it for a missing member too.
    public ResponseWire[]? Responses
    {
        get;
        set => (field, _statesResponses) = (value, true);
    }

    public JsonElement InteractionId { get; init; }

    public JsonElement SubmittedAt { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Others { get; set; }

    /// <summary>Whether the customer has neither answered nor submitted anything.</summary>
    [JsonIgnore]
    public bool IsEmpty => Responses is null or [] && !IsSubmitted;

    private bool IsSubmitted => SubmittedAt.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);

    // What holds something else in place of the answers is no form, and must not pass for an empty one.
    void IJsonOnDeserialized.OnDeserialized()
    {
        JsonText.RequireNoNull(Responses ?? []);
        if (!_statesResponses && (IsSubmitted || Others is { Count: > 0 }))
        {
            throw new JsonException("The form has no member 'responses'.");
        }
    }

    public PostInteractionForm ToForm() =>
        new([.. (Responses ?? []).Select(response => response.ToResponse())], ParseTime(SubmittedAt))
        {
            UnreadSubmittedAt = Unread(SubmittedAt),
        };

    // A time that cannot be read only changes from when the due date counts; it must not hide the customer's answer.
    public static DateTimeOffset? ParseTime(JsonElement value) =>
        value.ValueKind is JsonValueKind.String or JsonValueKind.Number
            ? Iso8601.ReadInstant(JsonText.FromValue(value).AsSpan().Trim(), Iso8601Forms.Wire)
            : null;

    private static string? Unread(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => null,
        JsonValueKind.String or JsonValueKind.Number when ParseTime(value) is not null => null,
        JsonValueKind.String when string.IsNullOrWhiteSpace(value.GetString()) => null,
        JsonValueKind.String or JsonValueKind.Number => JsonText.FromValue(value),

        // What is in it may be anything the customer wrote.
        _ => $"JSON {value.ValueKind}",
    };
}

internal sealed record ResponseWire(string FieldName)
{
    public JsonElement Value { get; init; }

    public FormResponse ToResponse() => new(FieldName, JsonText.FromValue(Value));
}
