using System.Text.Json;
using System.Text.Json.Serialization;

namespace CxoneAssist.EndToEnd.Tests.Client;

/// <summary>A webhook as CXone sends it.</summary>
internal sealed record Webhook(string InteractionId, string AgentId = "agent-042")
{
    private static readonly JsonSerializerOptions Wire =
        new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public string EventType { get; init; } = "interaction.completed";

    public DateTimeOffset Timestamp { get; init; } = TimeProvider.System.GetUtcNow();

    public string? CustomerId { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, Wire);
}
