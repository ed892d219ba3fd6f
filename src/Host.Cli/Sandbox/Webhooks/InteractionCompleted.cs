using System.Text.Json;
using System.Text.Json.Serialization;
using CxoneAssist.Host.Cli.Sandbox.Surveys;

namespace CxoneAssist.Host.Cli.Sandbox.Webhooks;

/// <summary>The webhook as CXone sends it.</summary>
internal sealed record InteractionCompleted(string EventType, string InteractionId, string AgentId, string Timestamp, string? Channel)
{
    public static byte[] Serialize(Survey survey, DateTimeOffset completedAt) => JsonSerializer.SerializeToUtf8Bytes(
        new InteractionCompleted(
            "interaction.completed",
            survey.InteractionId,
            survey.AgentId,
            completedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture),
            survey.Channel.Length == 0 ? null : survey.Channel),
        WebhookJson.Default.InteractionCompleted);
}

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(InteractionCompleted))]
internal sealed partial class WebhookJson : JsonSerializerContext;
