using System.Collections.Concurrent;
using System.Net;

namespace CxoneAssist.EndToEnd.Tests.Client;

/// <summary>Webhooks that are sent until each is acknowledged, as CXone does.</summary>
internal sealed class WebhookLoad(IReadOnlyList<Webhook> webhooks)
{
    private const int Senders = 8;

    private readonly ConcurrentQueue<Webhook> _waiting = new(webhooks);
    private readonly ConcurrentDictionary<string, Webhook> _acknowledged = new(StringComparer.Ordinal);

    /// <summary>The interactions whose webhook was answered with 200.</summary>
    public ICollection<string> Acknowledged => _acknowledged.Keys;

    /// <summary>How many those are.</summary>
    public int Count => _acknowledged.Count;

    /// <summary>Adds webhooks to send.</summary>
    public void Add(IEnumerable<Webhook> more)
    {
        foreach (var webhook in more)
        {
            _waiting.Enqueue(webhook);
        }
    }

    /// <summary>Sends until all are acknowledged or the host has stopped.</summary>
    public Task SendAsync(WebhookSender host) => Task.WhenAll(Enumerable.Range(0, Senders).Select(_ => Task.Run(() => SendSomeAsync(host))));

    private async Task SendSomeAsync(WebhookSender host)
    {
        while (_waiting.TryDequeue(out var webhook))
        {
            try
            {
                if ((await host.SendAsync(webhook)).Status == HttpStatusCode.OK)
                {
                    _acknowledged[webhook.InteractionId] = webhook;
                    continue;
                }
            }
            catch (HttpRequestException)
            {
                _waiting.Enqueue(webhook);
                return;
            }

            _waiting.Enqueue(webhook);
        }
    }
}
