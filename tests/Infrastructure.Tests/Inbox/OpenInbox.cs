using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Inbox;

namespace CxoneAssist.Infrastructure.Tests.Inbox;

/// <summary>An inbox that is open, with the prefetch buffer it feeds.</summary>
internal sealed record OpenInbox(IFollowUpInbox Inbox, IFollowUpRecords Records, PrefetchBuffer Prefetched, IAsyncDisposable Owner) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Owner.DisposeAsync();

    public async Task<FollowUpRecord> FindAsync(string interactionId) =>
        await Records.FindAsync(interactionId, default) ?? throw new AssertionException($"{interactionId} is not in the inbox.");

    /// <summary>How often its webhook came again, once that many are counted: callers have their answers before.</summary>
    public async Task<WebhookRepetitions?> CountedAsync(string interactionId, long times)
    {
        WebhookRepetitions? counted = null;
        for (var tries = 0; tries < 10_000 && (counted?.Times ?? 0) < times; tries++)
        {
            counted = (await FindAsync(interactionId)).Repetitions;
        }

        return counted;
    }

    public async Task<IReadOnlyList<FollowUpRecord>> ListAsync(
        FollowUpFilter filter, PagePosition? after, int take, CancellationToken cancellationToken) =>
        (await Records.ListAsync(filter, after, take, cancellationToken)).Items;

    public async Task<ClaimedFollowUp> ClaimOneAsync() => (await Inbox.ClaimAsync(1, default)).Single();
}
