using CxoneAssist.Application.Ports;

namespace CxoneAssist.Infrastructure.Tests.Inbox;

/// <summary>
/// The guarantees of every inbox, whatever its database. A fixture per database runs it on storage
/// that is empty before each test.
/// </summary>
public abstract partial class FollowUpInboxContract
{
    private protected static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    /// <summary>The inbox's clock.</summary>
    private protected abstract SteppedTime Clock { get; }

    /// <summary>Whether an inbox ends the leases of the process before when it is opened.</summary>
    private protected abstract bool TakesOverAtStart { get; }

    private protected DateTimeOffset Now => Clock.GetUtcNow();

    /// <summary>Advances the clock.</summary>
    private protected abstract void Pass(TimeSpan time);

    /// <summary>
    /// Opens the inbox on this test's storage, with the given capacity of its prefetch buffer.
    /// </summary>
    private protected abstract Task<OpenInbox> OpenAsync(int prefetched = 0);

    /// <summary>
    /// Opens a copy of the storage as a killed process would leave it, while its inbox is still
    /// open.
    /// </summary>
    private protected abstract Task<OpenInbox> OpenAfterCrashAsync(OpenInbox abandoned);

    /// <summary>
    /// Opens a second inbox over the same storage where it can be shared, else the same once more.
    /// </summary>
    private protected abstract Task<OpenInbox> OpenSecondAsync(OpenInbox open);

    /// <summary>Changes the stored data without the inbox's knowledge.</summary>
    private protected abstract Task TamperAsync(string sql);

    [Test]
    public async Task ProbeAsync_Always_Writes()
    {
        await using var open = await OpenAsync();
        await open.Records.ProbeAsync(default);
        await open.Records.ProbeAsync(default);
        Assert.That((await open.Records.StatusAsync(default)).Counts, Is.Empty);
    }

    [Test]
    public async Task DisposeAsync_WorkUnderWay_FinishesItFirst()
    {
        var open = await OpenAsync();
        var receipts = Enumerable.Range(0, 200).Select(i => open.Inbox.ReceiveAsync(Given.Interaction($"i-{i}"), default)).ToList();
        await open.DisposeAsync();
        Assert.That(await Task.WhenAll(receipts), Is.All.EqualTo(ReceiveResult.Stored));

        await using var again = await OpenAsync();
        Assert.That((await again.ListAsync(new(), null, 500, default)).Count, Is.EqualTo(200));
    }

    [Test]
    public async Task AnyCall_AfterDispose_SaysThatTheInboxIsUnavailable()
    {
        var open = await OpenAsync();
        await open.DisposeAsync();
        await Assert.ThrowsAsync<InboxUnavailableException>(() => open.Inbox.ReceiveAsync(Given.Interaction(), default));
        await Assert.ThrowsAsync<InboxUnavailableException>(() => open.Records.FindAsync("i-1", default));
    }
}
