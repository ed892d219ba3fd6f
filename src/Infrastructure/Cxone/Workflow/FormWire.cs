using System.Text.Json;
using System.Text.Json.Serialization;
using CxoneAssist.Domain;

namespace CxoneAssist.Infrastructure.Cxone.Workflow;

internal sealed record FormWire(ResponseWire[] Responses) : IJsonOnDeserialized
{
    public JsonElement SubmittedAt { get; init; }

    void IJsonOnDeserialized.OnDeserialized() => JsonText.RequireNoNull(Responses);

    public PostInteractionForm ToForm() =>
        new([.. Responses.Select(response => response.ToResponse())], ParseTime(SubmittedAt));

    // A time that cannot be read only changes from when the due date counts; it must not hide the customer's answer.
    public static DateTimeOffset? ParseTime(JsonElement value) => value.ValueKind == JsonValueKind.String
        ? Iso8601.ReadInstant(value.GetString().AsSpan().Trim(), Iso8601Forms.DateAlone | Iso8601Forms.Lenient)
        : null;
}

internal sealed record ResponseWire(string FieldName)
{
    public JsonElement Value { get; init; }

    public FormResponse ToResponse() => new(FieldName, JsonText.FromValue(Value));
}
