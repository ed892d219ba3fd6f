using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CxoneAssist.AspNetCore.Tests.Webhooks;

/// <summary>
/// A webhook of a Standard Webhooks sender, written from the standard and not from our code.
/// </summary>
internal sealed record SignedWebhook
{
    public const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    public const string OtherSecret = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX";

    public static readonly DateTimeOffset Now = new(2026, 11, 22, 10, 0, 0, 500, TimeSpan.Zero);

    public string Id { get; init; } = "msg_canary-7319";

    public string Timestamp { get; init; } = Seconds(0);

    public byte[] Body { get; init; } = """{"eventType":"interaction.completed","interactionId":"canary-i-1","agentId":"agent-042"}"""u8.ToArray();

    public string? Signature { get; init; }

    public static string Seconds(int fromNow) => (Now.ToUnixTimeSeconds() + fromNow).ToString(CultureInfo.InvariantCulture);

    public static byte[] Hash(string secret, string id, string timestamp, byte[] body) => HMACSHA256.HashData(
        Convert.FromBase64String(secret["whsec_".Length..]), (byte[])[.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body]);

    public SignedWebhook With(string body) => this with { Body = Encoding.UTF8.GetBytes(body) };

    public SignedWebhook Sign(string secret = Secret) => this with { Signature = SignatureBy(secret) };

    public string SignatureBy(string secret) => "v1," + Convert.ToBase64String(Hash(secret, Id, Timestamp, Body));

    public HttpRequestMessage ToRequest(string path = "/webhooks/interaction-completed")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(Body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        request.Headers.TryAddWithoutValidation("webhook-id", Id);
        request.Headers.TryAddWithoutValidation("webhook-timestamp", Timestamp);
        if (Signature is not null)
        {
            request.Headers.TryAddWithoutValidation("webhook-signature", Signature);
        }

        return request;
    }
}
