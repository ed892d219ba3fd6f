using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using CxoneAssist.Domain;

namespace CxoneAssist.Infrastructure.Cxone.Workflow;

internal sealed record FormWire(ResponseWire[] Responses) : IJsonOnDeserialized
{
    private static readonly string[] Iso8601 =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd",
    ];

    public JsonElement SubmittedAt { get; init; }

    void IJsonOnDeserialized.OnDeserialized() => JsonText.RequireNoNull(Responses);

    public PostInteractionForm ToForm() =>
        new([.. Responses.Select(response => response.ToResponse())], ParseTime(SubmittedAt));

    // A time that cannot be read only changes from when the due date counts; it must not hide the customer's answer.
    public static DateTimeOffset? ParseTime(JsonElement value) =>
        value.ValueKind == JsonValueKind.String
        && DateTimeOffset.TryParseExact(
            value.GetString(),
            Iso8601,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal
                | DateTimeStyles.AdjustToUniversal
                | DateTimeStyles.AllowLeadingWhite
                | DateTimeStyles.AllowTrailingWhite,
            out var time)
            ? time
            : null;
}

internal sealed record ResponseWire(string FieldName)
{
    public JsonElement Value { get; init; }

    public FormResponse ToResponse() => new(FieldName, JsonText.FromValue(Value));
}
