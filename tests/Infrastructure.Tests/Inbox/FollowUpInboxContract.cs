using CxoneAssist.Application.Ports;

namespace CxoneAssist.Infrastructure.Tests.Inbox;

/// <summary>What every inbox promises, whatever it is kept in. A fixture per database runs it on storage that is empty before each test.</summary>
public abstract partial class FollowUpInboxContract
{
    private protected static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    /// <summary>The clock the inbox goes by.</summary>
    private protected abstract SteppedTime Clock { get; }

    private protected DateTimeOffset Now => Clock.GetUtcNow();

    /// <summary>Lets that time pass.</summary>
    private protected abstract void Pass(TimeSpan time);

    /// <summary>Opens the inbox over the storage of this test, with so much room in its prefetch buffer.</summary>
    private protected abstract Task<OpenInbox> OpenAsync(int prefetched = 0);

    /// <summary>Opens what is found on disk at the moment that the process of an inbox still open would be killed.</summary>
    private protected abstract Task<OpenInbox> OpenAfterCrashAsync(OpenInbox abandoned);

    /// <summary>Opens a second inbox over the same storage where it can be shared, else the same once more.</summary>
    private protected abstract Task<OpenInbox> OpenBesideAsync(OpenInbox open);

    /// <summary>Changes what is stored behind the inbox's back.</summary>
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
        Assert.That((await again.Records.ListAsync(new(), 0, 500, default)).Count, Is.EqualTo(200));
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
