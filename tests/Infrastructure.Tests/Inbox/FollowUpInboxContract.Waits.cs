using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Inbox;

namespace CxoneAssist.Infrastructure.Tests.Inbox;

/// <summary>What a wrong clock wrote makes nothing wait.</summary>
public abstract partial class FollowUpInboxContract
{
    [TestCase(12.5, 0, false, false, TestName = "{m}(the longest wait that is set)")]
    [TestCase(24, 0, false, true, TestName = "{m}(longer than any that is set)")]
    [TestCase(3, 3, false, true, TestName = "{m}(received in the future)")]
    [TestCase(24, 0, true, false, TestName = "{m}(left to a person)")]
    public async Task EndOverlongWaitsAsync(double waitHours, double receivedAheadHours, bool unconfirmed, bool ended)
    {
        await using var open = await OpenAsync();
        await open.Inbox.ReceiveAsync(Given.Interaction(), default);
        var claimed = await open.ClaimOneAsync();
        await open.Inbox.SaveAsync(
            claimed.Lease,
            claimed.FollowUp with { NextAttemptAt = Now.AddHours(waitHours), UnconfirmedSince = unconfirmed ? Now : null },
            LeaseAfter.Release);
        await TamperAsync($"update follow_up set received_at = {Now.AddHours(receivedAheadHours).ToUnixTimeMilliseconds()}");

        var count = await ((IInboxWaits)open.Inbox).EndOverlongWaitsAsync(TimeSpan.FromHours(13), 10, default);

        Assert.That(count, Is.EqualTo(ended ? 1 : 0));
        Assert.That(Ids(await open.Inbox.ClaimAsync(10, default)), Is.EqualTo(ended ? "i-1" : ""));
    }

    [Test]
    public async Task EndOverlongWaitsAsync_Leased_IsLeftToItsRun()
    {
        await using var open = await OpenAsync();
        await open.Inbox.ReceiveAsync(Given.Interaction(), default);
        await open.ClaimOneAsync();
        await TamperAsync($"update follow_up set received_at = {Now.AddHours(24).ToUnixTimeMilliseconds()}");

        Assert.That(await ((IInboxWaits)open.Inbox).EndOverlongWaitsAsync(TimeSpan.FromHours(13), 10, default), Is.Zero);
    }

    [Test]
    public async Task EndOverlongWaitsAsync_MoreThanABatch_AreEndedBatchByBatch()
    {
        await using var open = await OpenAsync();
        await open.Inbox.ReceiveAsync(Given.Interaction("i-1"), default);
        await open.Inbox.ReceiveAsync(Given.Interaction("i-2"), default);
        await open.Inbox.ReceiveAsync(Given.Interaction("i-3"), default);
        await TamperAsync($"update follow_up set next_at = {Now.AddHours(24).ToUnixTimeMilliseconds()}");
        var waits = (IInboxWaits)open.Inbox;

        Assert.That(await waits.EndOverlongWaitsAsync(TimeSpan.FromHours(13), 2, default), Is.EqualTo(2));
        Assert.That(await waits.EndOverlongWaitsAsync(TimeSpan.FromHours(13), 2, default), Is.EqualTo(1));
        Assert.That(await open.Inbox.ClaimAsync(10, default), Has.Count.EqualTo(3));
    }
}
