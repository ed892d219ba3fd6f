using System.Text.Json;
using System.Text.Json.Serialization;
using CxoneAssist.Application;

namespace CxoneAssist.Infrastructure.Inbox.Rows;

/// <summary>How a decision is kept in its column.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(RecordedDecision))]
internal sealed partial class DecisionJson : JsonSerializerContext
{
    public static string? Write(RecordedDecision? decision) =>
        decision is null ? null : JsonSerializer.Serialize(decision, Default.RecordedDecision);

    public static bool TryRead(string? json, out RecordedDecision? decision)
    {
        decision = null;
        try
        {
            decision = json is null ? null : JsonSerializer.Deserialize(json, Default.RecordedDecision);
            // Missing members are null whatever their annotation says; "null" as a document is no decision either.
            return json is null || decision is { Policy: not null, Reasons: not null };
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
