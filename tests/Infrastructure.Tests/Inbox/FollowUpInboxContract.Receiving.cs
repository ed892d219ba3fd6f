using CxoneAssist.Application;
using CxoneAssist.Application.Ports;

namespace CxoneAssist.Infrastructure.Tests.Inbox;

public abstract partial class FollowUpInboxContract
{
    private static readonly object[] Ended =
    [
        new object[] { FollowUpState.Done, FollowUpOutcome.TaskCreated },
        new object[] { FollowUpState.Done, FollowUpOutcome.NoTask },
        new object[] { FollowUpState.Done, FollowUpOutcome.Discarded },
        new object[] { FollowUpState.Parked, FollowUpOutcome.None },
        new object[] { FollowUpState.Received, FollowUpOutcome.None },
    ];

    [Test]
    public async Task ReceiveAsync_FirstTime_KeepsEverythingSaid()
    {
        await using var open = await OpenAsync();
        var receipt = await open.Inbox.ReceiveAsync(Given.FullInteraction, default);

        var record = await open.FindAsync("i-1");
        Assert.Multiple(() =>
        {
            Assert.That(receipt, Is.EqualTo(ReceiveResult.Stored));
            Assert.That(record.FollowUp, Is.EqualTo(new FollowUp(Given.FullInteraction, Now)));
            Assert.That((record.Leased, record.OperatorActions.Count), Is.EqualTo((false, 0)));
        });
    }

    [TestCaseSource(nameof(Ended))]
    public async Task ReceiveAsync_KnownAlready_ChangesNothing(FollowUpState state, FollowUpOutcome outcome)
    {
        await using var open = await OpenAsync(prefetched: 5);
        await open.Inbox.ReceiveAsync(Given.FullInteraction, default);
        var claimed = await open.Prefetched.TakeAsync(default);
        await open.Inbox.SaveAsync(claimed.Lease, claimed.FollowUp with { State = state, Outcome = outcome, Reason = "why" }, LeaseAfter.Release);
        var before = await open.FindAsync("i-1");
        Pass(TimeSpan.FromDays(1));

        var receipt = await open.Inbox.ReceiveAsync(Given.Interaction(), default);

        var after = await open.FindAsync("i-1");
        Assert.Multiple(() =>
        {
            Assert.That(receipt, Is.EqualTo(ReceiveResult.Duplicate));
            Assert.That(after.FollowUp, Is.EqualTo(before.FollowUp));
            Assert.That(after.Token, Is.EqualTo(before.Token));
            Assert.That(open.Prefetched.TryTake(out _), Is.False);
        });
    }

    [Test]
    public async Task ReceiveAsync_OneInteractionFromHundredCallers_StoresItOnce()
    {
        await using var open = await OpenAsync(prefetched: 200);
        var receipts = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => open.Inbox.ReceiveAsync(Given.Interaction(), default))));

        await open.Prefetched.TakeAsync(default);
        Assert.Multiple(() =>
        {
            Assert.That(receipts.Count(receipt => receipt == ReceiveResult.Stored), Is.EqualTo(1));
            Assert.That(receipts.Count(receipt => receipt == ReceiveResult.Duplicate), Is.EqualTo(99));
            Assert.That(open.Prefetched.TryTake(out _), Is.False, "handed over twice");
        });
    }

    [TestCase("agent-7")]
    [TestCase("agent-8", Description = "Another agent is kept, so the row itself is written.")]
    public async Task ReceiveAsync_KnownAlready_IsCountedWithTheTime(string agent)
    {
        await using var open = await OpenAsync();
        await open.Inbox.ReceiveAsync(Given.FullInteraction, default);
        var once = (await open.FindAsync("i-1")).Repetitions;
        var repetition = Given.FullInteraction with { AgentId = agent };
        await open.Inbox.ReceiveAsync(repetition, default);
        await open.CountedAsync("i-1", 1);
        Pass(TimeSpan.FromHours(1));

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => open.Inbox.ReceiveAsync(repetition, default)));

        Assert.Multiple(async () =>
        {
            Assert.That(once, Is.Null);
            Assert.That(await open.CountedAsync("i-1", 21), Is.EqualTo(new WebhookRepetitions(21, Now)));
        });
    }

    [TestCase(0, FollowUpOutcome.NoForm)]
    [TestCase(1, FollowUpOutcome.NoForm)]
    [TestCase(0, FollowUpOutcome.Unanswered)]
    [TestCase(1, FollowUpOutcome.Unanswered)]
    public async Task ReceiveAsync_EndedWithoutAFormOrUnanswered_OpensItAgain(int prefetched, FollowUpOutcome outcome)
    {
        await using var open = await OpenAsync(prefetched);
        await open.Inbox.ReceiveAsync(Given.FullInteraction, default);
        var claimed = prefetched == 0 ? await open.ClaimOneAsync() : await open.Prefetched.TakeAsync(default);
        var ended = Given.EverythingSet(claimed.FollowUp) with { State = FollowUpState.Done, Outcome = outcome };
        await open.Inbox.SaveAsync(claimed.Lease, ended, LeaseAfter.Release);
        var before = await open.FindAsync("i-1");
        Pass(TimeSpan.FromDays(2));

        var receipt = await open.Inbox.ReceiveAsync(Given.Interaction(agent: "agent-2"), default);

        var again = prefetched == 0 ? await open.ClaimOneAsync() : await open.Prefetched.TakeAsync(default);
        var expected = new FollowUp(Given.FullInteraction, Now) { OtherAgents = "agent-2" };
        Assert.Multiple(() =>
        {
            Assert.That(receipt, Is.EqualTo(ReceiveResult.Reopened));
            Assert.That(again.FollowUp, Is.EqualTo(expected));
            Assert.That(again.Lease.Token, Is.GreaterThan(before.Token));
        });
        Assert.That((await open.FindAsync("i-1")).FollowUp with { NextAttemptAt = Now }, Is.EqualTo(expected), "stored as handed over");
        Assert.That(await open.Inbox.SaveAsync(again.Lease, again.FollowUp, LeaseAfter.Release), Is.Not.Null, "the lease holds");
    }

    [Test]
    public async Task AmendAsync_OpenedAgainSinceItWasRead_IsRefused()
    {
        await using var open = await OpenAsync();
        await open.Inbox.ReceiveAsync(Given.Interaction(), default);
        var claimed = await open.ClaimOneAsync();
        await open.Inbox.SaveAsync(
            claimed.Lease, claimed.FollowUp with { State = FollowUpState.Done, Outcome = FollowUpOutcome.NoForm }, LeaseAfter.Release);
        var read = await open.FindAsync("i-1");
        await open.Inbox.ReceiveAsync(Given.Interaction(), default);

        Assert.That(await open.Records.AmendAsync(read, read.FollowUp, new(Now, "discard", "stale"), default), Is.False);
    }

    [Test]
    public async Task ReceiveAsync_OtherAgents_AreKeptOnceEachAndBounded()
    {
        await using var open = await OpenAsync();
        foreach (var agent in new[] { "agent-1", "agent-2", "agent-3", "agent-2", "agent-1", "agent" })
        {
            await open.Inbox.ReceiveAsync(Given.Interaction(agent: agent), default);
        }

        Assert.That((await open.FindAsync("i-1")).FollowUp.OtherAgents, Is.EqualTo("agent-2 agent-3 agent"));

        foreach (var i in Enumerable.Range(0, 50))
        {
            await open.Inbox.ReceiveAsync(Given.Interaction(agent: new string('a', 100) + i), default);
        }

        Assert.That((await open.FindAsync("i-1")).FollowUp.OtherAgents, Has.Length.InRange(900, 1000));
    }

    [Test]
    public async Task SaveAsync_OtherAgentWhileItIsWorkedOn_IsNotOverwritten()
    {
        await using var open = await OpenAsync();
        await open.Inbox.ReceiveAsync(Given.Interaction(), default);
        var claimed = await open.ClaimOneAsync();
        await open.Inbox.ReceiveAsync(Given.Interaction(agent: "agent-2"), default);

        Assert.That(await open.Inbox.SaveAsync(claimed.Lease, claimed.FollowUp.Park("x"), LeaseAfter.Release), Is.Not.Null);
        Assert.That((await open.FindAsync("i-1")).FollowUp.OtherAgents, Is.EqualTo("agent-2"));
    }

    [Test]
    public async Task ReceiveAsync_ProcessKilledAfterTheAnswer_LosesNothing()
    {
        await using var open = await OpenAsync(prefetched: 10);
        await Task.WhenAll(Enumerable.Range(0, 300).Select(i => open.Inbox.ReceiveAsync(Given.Interaction($"i-{i}"), default)));

        await using var after = await OpenAfterCrashAsync(open);
        Pass(Lease);
        var ids = (await after.Inbox.ClaimAsync(1000, default)).Select(claimed => claimed.FollowUp.Interaction.InteractionId);
        Assert.That(ids, Is.EquivalentTo(Enumerable.Range(0, 300).Select(i => $"i-{i}")));
    }

    [Test]
    public async Task ReceiveAsync_CancelledBefore_StoresNothing()
    {
        await using var open = await OpenAsync();
        await Assert.ThrowsAsync<TaskCanceledException>(() => open.Inbox.ReceiveAsync(Given.Interaction(), new CancellationToken(canceled: true)));
        Assert.That(await open.Records.FindAsync("i-1", default), Is.Null);
    }
}
