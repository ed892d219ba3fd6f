using CxoneAssist.Application;
using CxoneAssist.Application.Ports;

namespace CxoneAssist.Infrastructure.Tests.Inbox;

public abstract partial class FollowUpInboxContract
{
    [Test]
    public async Task FindAsync_NotKnown_GivesNull()
    {
        await using var open = await OpenAsync();
        Assert.That(await open.Records.FindAsync("i-1", default), Is.Null);
    }

    [Test]
    public async Task AmendAsync_Untouched_AppliesItAndKeepsTheNotes()
    {
        await using var open = await OpenAsync();
        await open.Inbox.ReceiveAsync(Given.FullInteraction, default);
        var first = new OperatorAction(Now, "discard", "not ours");
        var second = new OperatorAction(Now.AddMinutes(1), "replay", "ours after all \"é\"") { Actor = "Zoë, by hand" };
        var read = await open.FindAsync("i-1");
        Assert.That(await open.Records.AmendAsync(read, Given.EverythingSet(read.FollowUp) with { State = FollowUpState.Parked }, first, default));

        read = await open.FindAsync("i-1");
        var next = Given.EverythingSet(read.FollowUp) with { State = FollowUpState.Received, NextAttemptAt = Now };
        Assert.That(await open.Records.AmendAsync(read, next, second, default));

        var record = await open.FindAsync("i-1");
        Assert.That(record.OperatorActions, Is.EqualTo(new[] { first, second }));
        Assert.That(Given.Text((await open.ClaimOneAsync()).FollowUp), Is.EqualTo(Given.Text(next)));
    }

    [Test]
    public async Task AmendAsync_ChangedSinceOrLeased_IsRefusedAndLeavesNoNote()
    {
        await using var open = await OpenAsync();
        await open.Inbox.ReceiveAsync(Given.Interaction(), default);
        var note = new OperatorAction(Now, "discard", "x");
        var stale = await open.FindAsync("i-1");
        var claimed = await open.ClaimOneAsync();
        Assert.That(await open.Records.AmendAsync(stale, stale.FollowUp.Park("x"), note, default), Is.False, "claimed since");

        var leased = await open.FindAsync("i-1");
        Assert.That(leased.Leased);
        Assert.That(await open.Records.AmendAsync(leased, leased.FollowUp.Park("x"), note, default), Is.False, "being worked on");

        await open.Inbox.SaveAsync(claimed.Lease, claimed.FollowUp with { Attempts = 1 }, LeaseAfter.Release);
        var read = await open.FindAsync("i-1");
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20)
            .Select(_ => Task.Run(() => open.Records.AmendAsync(read, read.FollowUp.Park("x"), note, default))));
        Assert.That(outcomes.Count(applied => applied), Is.EqualTo(1), "of two operators one comes first");
        Assert.That((await open.FindAsync("i-1")).OperatorActions, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task ListAsync_EachFilter_PagesInOrderOfReceipt()
    {
        await using var open = await OpenAsync();
        await StoreOneOfEachAsync(open);

        async Task<string> Ids(FollowUpFilter filter)
        {
            List<FollowUpRecord> all = [];
            PagePosition? next = null;
            do
            {
                var page = await open.Records.ListAsync(filter, next, 2, default);
                Assert.That(page.Items, Has.Count.LessThanOrEqualTo(2));
                all.AddRange(page.Items);
                next = page.Next;
            }
            while (next is not null);

            return string.Join(' ', all.Select(record => record.FollowUp.Interaction.InteractionId));
        }

        Assert.That(await Ids(new()), Is.EqualTo("received creating unconfirmed created done parked received-2 received-3"));
        Assert.That(await Ids(new() { State = FollowUpState.Received }), Is.EqualTo("received received-2 received-3"));
        Assert.That(await Ids(new() { State = FollowUpState.Creating }), Is.EqualTo("creating unconfirmed"));
        Assert.That(await Ids(new() { Unconfirmed = true }), Is.EqualTo("unconfirmed"));
        Assert.That(await Ids(new() { State = FollowUpState.Creating, Unconfirmed = true }), Is.EqualTo("unconfirmed"));
        Assert.That(await Ids(new() { State = FollowUpState.Parked, Unconfirmed = true }), Is.Empty);
    }

    [Test]
    public async Task StatusAsync_OneOfEach_CountsThem()
    {
        await using var open = await OpenAsync();
        Assert.That((await open.Records.StatusAsync(default)).OldestDueAt, Is.Null);
        await StoreOneOfEachAsync(open);

        var status = await open.Records.StatusAsync(default);
        Assert.That(status.Counts, Is.EquivalentTo(new Dictionary<FollowUpState, long>
        {
            [FollowUpState.Received] = 3,
            [FollowUpState.Creating] = 2,
            [FollowUpState.Created] = 1,
            [FollowUpState.Done] = 1,
            [FollowUpState.Parked] = 1,
        }));
        Assert.That((status.Unconfirmed, status.OldestDueAt), Is.EqualTo((1, Now)), "the parked and the done ones have been due for longer");

        await open.Inbox.ClaimAsync(100, default);
        Assert.That((await open.Records.StatusAsync(default)).OldestDueAt, Is.Null, "what is worked on does not wait");
    }

    private async Task StoreOneOfEachAsync(OpenInbox open)
    {
        (string Id, Func<FollowUp, FollowUp> Change)[] rows =
        [
            ("received", followUp => followUp),
            ("creating", followUp => followUp with { State = FollowUpState.Creating, NextAttemptAt = Now.AddMinutes(1) }),
            ("unconfirmed", followUp => followUp with { State = FollowUpState.Creating, UnconfirmedSince = Now, NextAttemptAt = Now.AddMinutes(1) }),
            ("created", followUp => followUp with { State = FollowUpState.Created, NextAttemptAt = Now.AddMinutes(1) }),
            ("done", followUp => followUp with { State = FollowUpState.Done, UnconfirmedSince = Now, NextAttemptAt = Now.AddMinutes(-1) }),
            ("parked", followUp => followUp with { State = FollowUpState.Parked, UnconfirmedSince = Now, NextAttemptAt = Now.AddMinutes(-1) }),
        ];
        foreach (var (id, change) in rows)
        {
            await open.Inbox.ReceiveAsync(Given.Interaction(id), default);
            var read = await open.FindAsync(id);
            await open.Records.AmendAsync(read, change(read.FollowUp), new(Now, "replay", ""), default);
        }

        await open.Inbox.ReceiveAsync(Given.Interaction("received-2"), default);
        await open.Inbox.ReceiveAsync(Given.Interaction("received-3"), default);
    }
}
