using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using CxoneAssist.EndToEnd.Tests.Client;

namespace CxoneAssist.Faults.Tests.Harness;

/// <summary>
/// Senders that continue whatever happens to hosts and databases: they repeat what was not
/// acknowledged, to the next host.
/// </summary>
internal sealed class Traffic(IEnumerable<Webhook> webhooks, int senders = 8)
{
    // Senders pause before they repeat; here the pause is shorter.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    private readonly ConcurrentQueue<Webhook> _waiting = new(webhooks);
    private readonly ConcurrentDictionary<string, bool> _acknowledged = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<(HttpStatusCode Status, TimeSpan Took, bool RetryAfter)> _refusals = [];
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private int _turn;

    public IReadOnlyCollection<string> Acknowledged => [.. _acknowledged.Keys];

    public int Count => _acknowledged.Count;

    public int Refused => _refusals.Count;

    /// <summary>Refusals that are not 503 with <c>Retry-After</c>.</summary>
    public int Unclear => _refusals.Count(refusal => refusal.Status != HttpStatusCode.ServiceUnavailable || !refusal.RetryAfter);

    public TimeSpan SlowestRefusal => _refusals.IsEmpty ? TimeSpan.Zero : _refusals.Max(refusal => refusal.Took);

    /// <summary>Since they began.</summary>
    public TimeSpan Now => _clock.Elapsed;

    /// <summary>Adds webhooks to send.</summary>
    public void Add(IEnumerable<Webhook> more)
    {
        foreach (var webhook in more)
        {
            _waiting.Enqueue(webhook);
        }
    }

    /// <summary>Sends until everything is acknowledged.</summary>
    public Task SendAsync(Func<IReadOnlyList<HostClient>> hosts) =>
        Task.WhenAll(Enumerable.Range(0, senders).Select(_ => Task.Run(() => SendSomeAsync(hosts))));

    private async Task SendSomeAsync(Func<IReadOnlyList<HostClient>> hosts)
    {
        while (_waiting.TryDequeue(out var webhook))
        {
            if (!await IsAcknowledgedAsync(hosts(), webhook))
            {
                _waiting.Enqueue(webhook);
                await Task.Delay(Pause, TimeProvider.System);
            }
        }
    }

    private async Task<bool> IsAcknowledgedAsync(IReadOnlyList<HostClient> hosts, Webhook webhook)
    {
        if (hosts.Count == 0)
        {
            return false;
        }

        var began = _clock.Elapsed;
        try
        {
            var reply = await hosts[Interlocked.Increment(ref _turn) % hosts.Count].Webhooks.SendAsync(webhook);
            if (reply.Status == HttpStatusCode.OK)
            {
                return _acknowledged[webhook.InteractionId] = true;
            }

            _refusals.Add((reply.Status, _clock.Elapsed - began, reply.RetryAfter > TimeSpan.Zero));
        }
        catch (Exception gone) when (gone is HttpRequestException or OperationCanceledException)
        {
            // The host ended, or is frozen.
        }

        return false;
    }
}
