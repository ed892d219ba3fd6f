using System.Text.Json;
using System.Text.Json.Serialization;
using CxoneAssist.Host.Cli.Console;
using CxoneAssist.Host.Cli.Sandbox.Surveys;

namespace CxoneAssist.Host.Cli.Sandbox.Webhooks;

/// <summary>The webhook as CXone sends it.</summary>
internal sealed record InteractionCompleted(string EventType, string InteractionId, string AgentId, string Timestamp)
{
    public string? CustomerId { get; init; }

    public string? Skill { get; init; }

    public string? Queue { get; init; }

    public string? Channel { get; init; }

    public string? Language { get; init; }

    public static byte[] Serialize(Survey survey, DateTimeOffset completedAt)
    {
        var interaction = survey.ToInteraction(completedAt);
        var timestamp = Format.IsoTime(completedAt);
        return JsonSerializer.SerializeToUtf8Bytes(
            new InteractionCompleted("interaction.completed", interaction.InteractionId, interaction.AgentId, timestamp)
            {
                CustomerId = interaction.CustomerId,
                Skill = interaction.Skill,
                Queue = interaction.Queue,
                Channel = interaction.Channel,
                Language = interaction.Language,
            },
            WebhookJson.Default.InteractionCompleted);
    }
}

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(InteractionCompleted))]
internal sealed partial class WebhookJson : JsonSerializerContext;
