using System.Security.Cryptography;
using System.Text;

namespace CxoneAssist.Compare.Load;

/// <summary>Whole HTTP requests, signed beforehand, so that sending them costs next to nothing.</summary>
/// <param name="run">Begins their ids.</param>
internal sealed class SignedWebhooks(string run)
{
    public const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private const int Agents = 500;
    private const string CompletedAt = "2026-11-22T10:00:00Z";

    private static readonly byte[] Key = Convert.FromBase64String(Secret["whsec_".Length..]);

    private readonly long _timestamp = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
    private int _made;

    public byte[] Next()
    {
        var number = _made++;
        var agent = number % Agents;
        var body =
            $$"""{"eventType":"interaction.completed","interactionId":"{{run}}-{{number}}","agentId":"agent-{{agent}}","timestamp":"{{CompletedAt}}"}""";
        var id = $"msg_{run}_{number}";
        var signature = Convert.ToBase64String(HMACSHA256.HashData(Key, Encoding.ASCII.GetBytes($"{id}.{_timestamp}.{body}")));
        return Encoding.ASCII.GetBytes(
            $"POST /webhooks/interaction-completed HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n"
            + $"webhook-id: {id}\r\nwebhook-timestamp: {_timestamp}\r\nwebhook-signature: v1,{signature}\r\n\r\n{body}");
    }

    public byte[][] Next(int count) => [.. Enumerable.Range(0, count).Select(_ => Next())];
}
