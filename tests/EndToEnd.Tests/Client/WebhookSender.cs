using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CxoneAssist.EndToEnd.Tests.Running;

namespace CxoneAssist.EndToEnd.Tests.Client;

/// <summary>Signs webhooks (Standard Webhooks) and sends them.</summary>
internal sealed class WebhookSender(Uri host, string secret = HostSettings.WebhookSecret)
{
    private readonly byte[] _key = Convert.FromBase64String(secret["whsec_".Length..]);

    private readonly Uri _address = new(host, "webhooks/interaction-completed");

    public Task<HostResponse> SendAsync(Webhook webhook) => SendAsync(webhook.ToJson());

    /// <summary>Sends a webhook with a later timestamp.</summary>
    public Task<HostResponse> SendAsync(Webhook webhook, TimeSpan later) => SendAsync(webhook.ToJson(), null, later);

    public Task<HostResponse> SendAsync(string body, string? signature = null, TimeSpan later = default)
    {
        var id = "msg_" + Guid.NewGuid().ToString("N");
        var timestamp = (TimeProvider.System.GetUtcNow() + later).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var request = new HttpRequestMessage(HttpMethod.Post, _address) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", timestamp);
        request.Headers.Add("webhook-signature", signature ?? Sign($"{id}.{timestamp}.{body}"));
        return HostResponse.SendAsync(request);
    }

    private string Sign(string content) => "v1," + Convert.ToBase64String(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(content)));
}
