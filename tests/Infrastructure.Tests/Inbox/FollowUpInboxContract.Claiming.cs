using CxoneAssist.Application;
using CxoneAssist.Application.Ports;

namespace CxoneAssist.Infrastructure.Tests.Inbox;

public abstract partial class FollowUpInboxContract
{
    [Test]
    public async Task ClaimAsync_SeveralDue_GivesTheLongestDueFirst()
    {
        await using var open = await OpenAsync();
        foreach (var (id, dueIn) in new[] { ("late", 30), ("early", 10), ("not-yet", 50), ("middle", 20) })
        {
            await open.Inbox.ReceiveAsync(Given.Interaction(id), default);
            var claimed = await open.ClaimOneAsync();
            await open.Inbox.SaveAsync(claimed.Lease, claimed.FollowUp with { NextAttemptAt = Now.AddSeconds(dueIn) }, LeaseAfter.Release);
        }

        Assert.That(await open.Inbox.ClaimAsync(10, default), Is.Empty);
        Pass(TimeSpan.FromSeconds(30));
        var first = await open.Inbox.ClaimAsync(2, default);
        var rest = await open.Inbox.ClaimAsync(10, default);
        Assert.That(Ids(first.Concat(rest)), Is.EqualTo("early middle late"));
        Assert.That(first[0].FollowUp.NextAttemptAt, Is.EqualTo(Now.AddSeconds(-20)), "since when it has been due");
    }

    [Test]
    public async Task ClaimAsync_LeaseOfAnother_TakesItOnlyWhenTheLeaseHasEnded()
    {
        await using var open = await OpenAsync();
        await open.Inbox.ReceiveAsync(Given.Interaction(), default);
        var first = await open.ClaimOneAsync();
        Assert.That(first.Lease.EndsAt, Is.EqualTo(Now + Lease));

        Pass(Lease - TimeSpan.FromMilliseconds(1));
        Assert.That(await open.Inbox.ClaimAsync(10, default), Is.Empty);
        Pass(TimeSpan.FromMilliseconds(1));
        var second = await open.ClaimOneAsync();

        Assert.That(second.Lease.Token, Is.GreaterThan(first.Lease.Token));
        Assert.That(await open.Inbox.SaveAsync(first.Lease, first.FollowUp.Park("stale"), LeaseAfter.Release), Is.Null);
        Assert.That((await open.FindAsync("i-1")).FollowUp.State, Is.EqualTo(FollowUpState.Received), "a stale lease changes nothing");
        Assert.That(await open.Inbox.SaveAsync(second.Lease, second.FollowUp, LeaseAfter.Renew), Is.Not.Null);
    }

    [Test]
    public async Task ClaimAsync_CreationWhoseLeaseEnded_CountsLookUpsFromThen()
    {
        await using var open = await OpenAsync();
        await open.Inbox.ReceiveAsync(Given.Interaction(), default);
        var first = await open.ClaimOneAsync();
        var creating = first.FollowUp with { State = FollowUpState.Creating, IntentAt = Now };
        await open.Inbox.SaveAsync(first.Lease, creating, LeaseAfter.Renew);
        Pass(Lease);

        var taken = await open.ClaimOneAsync();

        Assert.That(taken.FollowUp.IntentAt, Is.EqualTo(Now), "the call may have been sent as late as that");
        Assert.That((await open.FindAsync("i-1")).FollowUp.IntentAt, Is.EqualTo(Now));
        Assert.That(await open.Inbox.SaveAsync(first.Lease, creating.Park("stale"), LeaseAfter.Release), Is.Null);
        await open.Inbox.SaveAsync(taken.Lease, taken.FollowUp with { NextAttemptAt = Now.AddSeconds(5) }, LeaseAfter.Release);
        Pass(TimeSpan.FromSeconds(5));
        Assert.That((await open.ClaimOneAsync()).FollowUp.IntentAt, Is.EqualTo(taken.FollowUp.IntentAt), "handed back in good order");
    }

    [Test]
    public async Task ClaimAsync_LeaseEndedOfWorkInHand_LeavesItToItsRunAndTakesItAfterwards()
    {
        await using var open = await OpenAsync(prefetched: 1);
        await open.Inbox.ReceiveAsync(Given.Interaction(), default);
        var inHand = await open.Prefetched.TakeAsync(default);
        Pass(TimeSpan.FromHours(2));

        Assert.That(Ids(await open.Inbox.ClaimAsync(10, default)), Is.Empty, "its run lives");
        var saved = await open.Inbox.SaveAsync(inHand.Lease, inHand.FollowUp, LeaseAfter.Renew);
        Assert.That(saved, Is.Not.Null, "an answer that comes late is saved");

        Pass(TimeSpan.FromHours(2));
        open.Prefetched.InHand.Remove(inHand.Lease.Id);
        Assert.That(Ids(await open.Inbox.ClaimAsync(10, default)), Is.EqualTo("i-1"), "its run is over");
    }

    [TestCase(FollowUpState.Received, true)]
    [TestCase(FollowUpState.Creating, true)]
    [TestCase(FollowUpState.Created, true)]
    [TestCase(FollowUpState.Done, false)]
    [TestCase(FollowUpState.Parked, false)]
    public async Task ClaimAsync_AnyState_TakesWhatIsNotSettled(FollowUpState state, bool taken)
    {
        await using var open = await OpenAsync();
        await open.Inbox.ReceiveAsync(Given.Interaction(), default);
        var claimed = await open.ClaimOneAsync();
        await open.Inbox.SaveAsync(claimed.Lease, claimed.FollowUp with { State = state }, LeaseAfter.Release);
        Assert.That(await open.Inbox.ClaimAsync(1, default), Has.Count.EqualTo(taken ? 1 : 0));
    }

    [Test]
    public async Task ClaimAsync_ManyAtOnceWhileMoreArrive_GivesEachRowToOne()
    {
        await using var open = await OpenAsync(prefetched: 50);
        var receiving = Enumerable.Range(0, 400).Select(i => Task.Run(() => open.Inbox.ReceiveAsync(Given.Interaction($"i-{i}"), default)));
        var claiming = Enumerable.Range(0, 40).Select(_ => Task.Run(() => open.Inbox.ClaimAsync(7, default))).ToList();
        await Task.WhenAll(receiving);
        var claimed = (await Task.WhenAll(claiming)).SelectMany(batch => batch).Concat(await open.Inbox.ClaimAsync(1000, default)).ToList();
        while (open.Prefetched.TryTake(out var handedOver))
        {
            claimed.Add(handedOver);
        }

        Assert.That(claimed, Has.Count.EqualTo(400));
        Assert.That(claimed.Select(one => one.Lease.Id), Is.Unique);
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task OpenAsync_RowsWereLeased_GivesThemBack(bool crash)
    {
        var before = await OpenAsync(prefetched: 1);
        await before.Inbox.ReceiveAsync(Given.Interaction("i-1"), default);
        await before.Inbox.ReceiveAsync(Given.Interaction("i-2"), default);
        var claimed = await before.ClaimOneAsync();
        await before.Inbox.SaveAsync(claimed.Lease, claimed.FollowUp with { State = FollowUpState.Creating, Attempts = 2 }, LeaseAfter.Renew);

        OpenInbox after;
        if (crash)
        {
            after = await OpenAfterCrashAsync(before);
            await before.DisposeAsync();
        }
        else
        {
            await before.DisposeAsync();
            after = await OpenAsync();
        }

        await using var _ = after;
        Pass(Lease);
        var again = await after.Inbox.ClaimAsync(10, default);
        Assert.That(Ids(again.OrderBy(one => one.Lease.Id)), Is.EqualTo("i-1 i-2"));
        Assert.That(
            again.Single(one => one.Lease.Id == claimed.Lease.Id).FollowUp,
            Has.Property("State").EqualTo(FollowUpState.Creating).And.Property("Attempts").EqualTo(2));
    }

    private static string Ids(IEnumerable<ClaimedFollowUp> claimed) => string.Join(' ', claimed.Select(one => one.FollowUp.Interaction.InteractionId));
}
