using CxoneAssist.Application;
using CxoneAssist.Application.Ports;

namespace CxoneAssist.Infrastructure.Tests.Inbox;

public abstract partial class FollowUpInboxContract
{
    [Test]
    public async Task ReceiveAsync_NoRoom_TellsThatItWaitsInTheDatabase()
    {
        await using var open = await OpenAsync(prefetched: 1);
        var told = open.Prefetched.TurnedAway();
        await open.Inbox.ReceiveAsync(Given.Interaction("i-1"), default);
        Assert.That(told.IsCompleted, Is.False);

        await open.Inbox.ReceiveAsync(Given.Interaction("i-2"), default);

        Assert.That(told.IsCompleted, Is.True);
    }

    [Test]
    public async Task ReceiveAsync_RoomInThePrefetchBuffer_LeasesTheRowToThisHost()
    {
        await using var open = await OpenAsync(prefetched: 1);
        await open.Inbox.ReceiveAsync(Given.FullInteraction, default);

        var claimed = await open.Prefetched.TakeAsync(default);
        var record = await open.FindAsync("i-1");
        Assert.Multiple(() =>
        {
            Assert.That(claimed.FollowUp, Is.EqualTo(new FollowUp(Given.FullInteraction, Now)));
            Assert.That(claimed.Lease, Is.EqualTo(new Lease(record.Id, record.Token, Now + Lease)));
            Assert.That(record.Leased);
        });
        Assert.That(await open.Inbox.ClaimAsync(10, default), Is.Empty);
        Assert.That(await open.Inbox.SaveAsync(claimed.Lease, claimed.FollowUp, LeaseAfter.Renew), Is.Not.Null);
    }

    [Test]
    public async Task ReceiveAsync_PrefetchBufferFull_LeavesTheRestInTheDatabase()
    {
        await using var open = await OpenAsync(prefetched: 3);
        await Task.WhenAll(Enumerable.Range(0, 10).Select(i => open.Inbox.ReceiveAsync(Given.Interaction($"i-{i}"), default)));

        var waiting = await open.Inbox.ClaimAsync(100, default);
        List<ClaimedFollowUp> handedOver = [];
        while (open.Prefetched.TryTake(out var claimed))
        {
            handedOver.Add(claimed);
        }

        Assert.That((handedOver.Count, waiting.Count), Is.EqualTo((3, 7)));
        Assert.That(waiting.Concat(handedOver).Select(claimed => claimed.Lease.Id), Is.Unique);

        await open.Inbox.ReceiveAsync(Given.Interaction("i-10"), default);
        Assert.That(open.Prefetched.TryTake(out _), "taken ones make room");
    }

    [Test]
    public async Task ReceiveAsync_PrefetchBufferClosed_LeavesRowsInTheDatabase()
    {
        await using var open = await OpenAsync(prefetched: 3);
        open.Prefetched.Close();
        await open.Inbox.ReceiveAsync(Given.Interaction("i-1"), default);
        Assert.That(open.Prefetched.TryTake(out _), Is.False);
        Assert.That((await open.ClaimOneAsync()).FollowUp.Interaction.InteractionId, Is.EqualTo("i-1"));

        open.Prefetched.Open();
        await open.Inbox.ReceiveAsync(Given.Interaction("i-2"), default);
        Assert.That(open.Prefetched.TryTake(out _));
    }
}
