using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using CxoneAssist.Simulator.Serving;

namespace CxoneAssist.Simulator;

/// <summary>The webhook with which CXone reports that an interaction has ended.</summary>
/// <param name="InteractionId">The interaction's id.</param>
public sealed record SimulatorWebhook(string InteractionId)
{
    /// <summary>The kind of event. Default <c>interaction.completed</c>; a service ignores any other.</summary>
    public string EventType { get; init; } = "interaction.completed";

    /// <summary>The agent who handled the interaction. Default <c>agent-1</c>.</summary>
    public string AgentId { get; init; } = "agent-1";

    /// <summary>The customer's id. Default <c>null</c>: not reported.</summary>
    public string? CustomerId { get; init; }

    /// <summary>The skill that the interaction was routed to. Default <c>null</c>: not reported.</summary>
    public string? Skill { get; init; }

    /// <summary>The queue that it came through. Default <c>null</c>: not reported.</summary>
    public string? Queue { get; init; }

    /// <summary>The channel, such as <c>voice</c>. Default <c>null</c>: not reported.</summary>
    public string? Channel { get; init; }

    /// <summary>The customer's language. Default <c>null</c>: not reported.</summary>
    public string? Language { get; init; }

    /// <summary>When the interaction ended. Default <c>null</c>: not reported.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>The path it is sent to. Default <c>/webhooks/interaction-completed</c>, as services have it.</summary>
    [JsonIgnore]
    public string Path { get; init; } = "/webhooks/interaction-completed";

    internal HttpRequestMessage ToRequest(int number, DateTimeOffset now, string secret)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(this, SimulatorJson.Default.SimulatorWebhook);
        var id = string.Create(CultureInfo.InvariantCulture, $"msg_{number}");
        var timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var request = new HttpRequestMessage(HttpMethod.Post, Path) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", timestamp);
        request.Headers.Add("webhook-signature", "v1," + Sign([.. Encoding.ASCII.GetBytes($"{id}.{timestamp}."), .. body], secret));
        return request;
    }

    private static string Sign(byte[] content, string secret) =>
        Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret["whsec_".Length..]), content));
}
