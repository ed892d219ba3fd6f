using CxoneAssist.Application;
using CxoneAssist.Application.FollowUps;
using CxoneAssist.Application.Ports;

namespace CxoneAssist.Infrastructure.Tests.Inbox;

public abstract partial class FollowUpInboxContract
{
    private static IEnumerable<FollowUp> Shapes()
    {
        var bare = new FollowUp(Given.FullInteraction, Given.Noon);
        var everything = Given.EverythingSet(bare);
        yield return bare;
        yield return everything;
        var noTask = Given.Decision with { Score = null, Tier = null, Priority = null, DueDate = null, Reasons = [] };
        yield return everything with { NextAttemptAt = DateTimeOffset.MaxValue, Decision = noTask };
        foreach (var state in Enum.GetValues<FollowUpState>())
        {
            yield return everything with { State = state };
        }

        foreach (var outcome in Enum.GetValues<FollowUpOutcome>())
        {
            yield return bare with { Outcome = outcome };
        }

        foreach (var notification in Enum.GetValues<NotificationStatus>())
        {
            yield return bare with { Notification = notification };
        }
    }

    [Test]
    public async Task SaveAsync_AnyFollowUp_IsReadBackAsItWas()
    {
        await using var open = await OpenAsync();
        foreach (var (i, shape) in Shapes().Index())
        {
            var followUp = shape with { Interaction = shape.Interaction with { InteractionId = $"i-{i}" }, ReceivedAt = Now };
            await open.Inbox.ReceiveAsync(followUp.Interaction, default);
            var claimed = await open.ClaimOneAsync();
            await open.Inbox.SaveAsync(claimed.Lease, followUp, LeaseAfter.Release);

            var record = await open.FindAsync($"i-{i}");
            Assert.That(Given.Text(record.FollowUp), Is.EqualTo(Given.Text(followUp)));
            Assert.That((record.Id, record.Token, record.Leased), Is.EqualTo((claimed.Lease.Id, claimed.Lease.Token, false)));
            await open.Records.AmendAsync(record, followUp with { State = FollowUpState.Parked }, new(Now, "discard", ""), default);
        }
    }

    [Test]
    public async Task SaveAsync_LeaseKept_StartsItAnew()
    {
        await using var open = await OpenAsync();
        await open.Inbox.ReceiveAsync(Given.Interaction(), default);
        var claimed = await open.ClaimOneAsync();
        Pass(TimeSpan.FromSeconds(40));

        var lease = await open.Inbox.SaveAsync(claimed.Lease, claimed.FollowUp with { State = FollowUpState.Creating }, LeaseAfter.Renew);

        Assert.That(lease, Is.EqualTo(claimed.Lease with { EndsAt = Now + Lease }));
        Pass(TimeSpan.FromSeconds(59));
        Assert.That(await open.Inbox.ClaimAsync(1, default), Is.Empty, "the first lease alone would have ended");
        Assert.That(await open.Inbox.SaveAsync(lease!, claimed.FollowUp, LeaseAfter.Renew), Is.Not.Null);
        Pass(Lease);
        Assert.That(await open.Inbox.ClaimAsync(1, default), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Lease_ClockIsSetBack_LastsNoLonger()
    {
        await using var open = await OpenAsync(prefetched: 1);
        await open.Inbox.ReceiveAsync(Given.Interaction("i-1"), default);
        await open.Inbox.ReceiveAsync(Given.Interaction("i-2"), default);
        List<ClaimedFollowUp> claimed = [await open.Prefetched.TakeAsync(default), await open.ClaimOneAsync()];
        var before = await open.Inbox.SaveAsync(claimed[0].Lease, claimed[0].FollowUp, LeaseAfter.Renew);

        Clock.Step(TimeSpan.FromHours(-1));
        var after = await open.Inbox.SaveAsync(claimed[1].Lease, claimed[1].FollowUp, LeaseAfter.Renew);

        Assert.That(
            new[] { claimed[0].Lease, claimed[1].Lease, before, after }.Select(lease => lease!.EndsAt - Clock.GetLeaseNow()), Is.All.EqualTo(Lease));
    }

    [Test]
    public async Task SaveAsync_LeaseGivenUp_NoLongerHolds()
    {
        await using var open = await OpenAsync();
        await open.Inbox.ReceiveAsync(Given.Interaction(), default);
        var claimed = await open.ClaimOneAsync();
        var later = claimed.FollowUp with { NextAttemptAt = Now.AddSeconds(5), Attempts = 1 };
        Assert.That(await open.Inbox.SaveAsync(claimed.Lease, later, LeaseAfter.Release), Is.Not.Null);

        Assert.That(await open.Inbox.SaveAsync(claimed.Lease, later.Park("twice"), LeaseAfter.Release), Is.Null);
        Assert.That((await open.FindAsync("i-1")).FollowUp, Is.EqualTo(later));
    }
}
