using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Inbox;

namespace CxoneAssist.Infrastructure.Tests.Inbox;

public abstract partial class FollowUpInboxContract
{
    private static readonly FollowUpState[] NotSettled =
        [FollowUpState.Received, FollowUpState.Creating, FollowUpState.Created, FollowUpState.Parked];

    // Later than every finished follow-up, whatever the precision of the inbox's clock.
    private DateTimeOffset AfterAll => Now.AddSeconds(5);

    [Test]
    public async Task PurgeAsync_SettledLongAgo_LeavesTheKeyAndNothingOfTheCustomer()
    {
        await using var open = await OpenAsync();
        await SaveAsync(open, "i-1", FollowUpOutcome.TaskCreated);
        var before = await open.FindAsync("i-1");
        await open.Records.AmendAsync(before, before.FollowUp, new(Now, "confirm", "Zoë called"), default);

        Assert.That(await Retention(open).PurgeAsync(AfterAll, 10, default), Is.EqualTo(1));

        var record = await open.FindAsync("i-1");
        Assert.Multiple(() =>
        {
            Assert.That(record.PurgedAt, Is.EqualTo(Now).Within(TimeSpan.FromMinutes(1)));
            Assert.That(record.Id, Is.EqualTo(before.Id));
            Assert.That(Given.Text(record.FollowUp), Is.EqualTo(Given.Text(before.FollowUp with
            {
                Interaction = new("i-1", ""),
                Form = null,
                Decision = null,
                FailedAttempts = [],
                Payload = null,
                IdempotencyKey = null,
                Reason = null,
                OtherAgents = null,
            })));
            Assert.That(record.OperatorActions, Is.EqualTo(new[] { new OperatorAction(Now, "confirm", "") }));
        });
        Assert.That(await Retention(open).PurgeAsync(AfterAll, 10, default), Is.Zero, "once is enough");
        Assert.That((await open.Records.StatusAsync(default)).Counts[FollowUpState.Done], Is.EqualTo(1), "it is counted as before");
    }

    [TestCaseSource(nameof(NotSettled))]
    public async Task PurgeAsync_NotSettled_IsLeftAlone(FollowUpState state)
    {
        await using var open = await OpenAsync();
        await SaveAsync(open, "i-1", FollowUpOutcome.None, state);
        var before = await open.FindAsync("i-1");

        Assert.That(await Retention(open).PurgeAsync(AfterAll, 10, default), Is.Zero);
        Assert.That(Given.Text((await open.FindAsync("i-1")).FollowUp), Is.EqualTo(Given.Text(before.FollowUp)));
    }

    [Test]
    public async Task PurgeAsync_SettledSince_IsLeftAlone()
    {
        await using var open = await OpenAsync();
        await SaveAsync(open, "i-1", FollowUpOutcome.TaskCreated);

        Assert.That(await Retention(open).PurgeAsync(Now.AddMinutes(-1), 10, default), Is.Zero);
        Assert.That((await open.FindAsync("i-1")).PurgedAt, Is.Null);
    }

    [Test]
    public async Task LastSettledAsync_SomeSettled_TellsTheLatestWhoseContentsAreKept()
    {
        await using var open = await OpenAsync();
        Assert.That(await Retention(open).LastSettledAsync(default), Is.Null);
        await SaveAsync(open, "first", FollowUpOutcome.NoTask);
        Pass(TimeSpan.FromDays(2));
        await SaveAsync(open, "second", FollowUpOutcome.NoTask);
        var second = Now;
        Pass(TimeSpan.FromDays(200));
        await SaveAsync(open, "open", FollowUpOutcome.None, FollowUpState.Parked);

        Assert.That(await Retention(open).LastSettledAsync(default), Is.EqualTo(second).Within(TimeSpan.FromMinutes(1)));
        await Retention(open).PurgeAsync(AfterAll, 10, default);
        Assert.That(await Retention(open).LastSettledAsync(default), Is.Null);
    }

    [Test]
    public async Task PurgeAsync_MoreThanAskedFor_TakesTheLongestSettledFirst()
    {
        await using var open = await OpenAsync();
        foreach (var id in new[] { "first", "second", "third" })
        {
            await SaveAsync(open, id, FollowUpOutcome.NoTask);
            Pass(TimeSpan.FromSeconds(1));
        }

        Assert.That(await Retention(open).PurgeAsync(AfterAll, 2, default), Is.EqualTo(2));
        Assert.That((await open.FindAsync("third")).PurgedAt, Is.Null);
        Assert.That(await Retention(open).PurgeAsync(AfterAll, 2, default), Is.EqualTo(1));
    }

    [Test]
    public async Task ReceiveAsync_Purged_IsStillADuplicateAndLeavesNoTrace()
    {
        await using var open = await OpenAsync();
        await SaveAsync(open, "i-1", FollowUpOutcome.TaskCreated);
        await Retention(open).PurgeAsync(AfterAll, 10, default);
        var purged = await open.FindAsync("i-1");

        Assert.That(await open.Inbox.ReceiveAsync(Given.FullInteraction with { AgentId = "agent-2" }, default), Is.EqualTo(ReceiveResult.Duplicate));
        Assert.That((await open.FindAsync("i-1")).FollowUp, Is.EqualTo(purged.FollowUp));
        Assert.That(await open.Inbox.ClaimAsync(10, default), Is.Empty);
    }

    [TestCase(0)]
    [TestCase(1)]
    public async Task ReceiveAsync_PurgedWithoutAForm_OpensItAgainWithWhatTheNewWebhookSays(int prefetched)
    {
        await using var open = await OpenAsync(prefetched);
        await SaveAsync(open, "i-1", FollowUpOutcome.NoForm);
        await Retention(open).PurgeAsync(AfterAll, 10, default);
        var late = Given.FullInteraction with { AgentId = "agent-2", CustomerId = "late" };

        Assert.That(await open.Inbox.ReceiveAsync(late, default), Is.EqualTo(ReceiveResult.Reopened));

        var again = prefetched == 0 ? await open.ClaimOneAsync() : await open.Prefetched.TakeAsync(default);
        Assert.That(again.FollowUp.Interaction, Is.EqualTo(late));
        var stored = await open.FindAsync("i-1");
        Assert.That((stored.FollowUp.Interaction, stored.PurgedAt), Is.EqualTo((late, (DateTimeOffset?)null)));
        Assert.That(await Retention(open).PurgeAsync(AfterAll, 10, default), Is.Zero, "it is open again");
        Assert.That(await open.Inbox.SaveAsync(again.Lease, again.FollowUp with { State = FollowUpState.Done }, LeaseAfter.Release), Is.Not.Null);
        Assert.That(await Retention(open).PurgeAsync(AfterAll, 10, default), Is.EqualTo(1), "and settled again");
    }

    [Test]
    public async Task AmendAsync_PurgedSinceItWasRead_IsRefused()
    {
        await using var open = await OpenAsync();
        await SaveAsync(open, "i-1", FollowUpOutcome.Discarded);
        var read = await open.FindAsync("i-1");
        await Retention(open).PurgeAsync(AfterAll, 10, default);

        Assert.That(await open.Records.AmendAsync(read, read.FollowUp, new(Now, "replay", "x"), default), Is.False);
    }

    [Test]
    public async Task PurgeAsync_OpenedAgainByAnOperator_IsLeftAlone()
    {
        await using var open = await OpenAsync();
        await SaveAsync(open, "i-1", FollowUpOutcome.Discarded);
        var read = await open.FindAsync("i-1");
        await open.Records.AmendAsync(read, read.FollowUp with { State = FollowUpState.Received, NextAttemptAt = Now }, new(Now, "replay", "x"), default);

        Assert.That(await Retention(open).PurgeAsync(AfterAll, 10, default), Is.Zero);
        Assert.That((await open.ClaimOneAsync()).FollowUp.Interaction.CustomerId, Is.EqualTo(Given.FullInteraction.CustomerId));
    }

    [Test]
    public async Task ForgetAsync_OfACustomer_LeavesTheKeysOfWhatHasEndedAndTheRestAlone()
    {
        await using var open = await OpenAsync();
        await SaveAsync(open, "ended-1", FollowUpOutcome.TaskCreated);
        await SaveAsync(open, "ended-2", FollowUpOutcome.NoTask);
        await SaveAsync(open, "no-form", FollowUpOutcome.NoForm);
        await SaveAsync(open, "parked", FollowUpOutcome.None, FollowUpState.Parked);
        await open.Inbox.ReceiveAsync(Given.Interaction("other"), default);
        var read = await open.FindAsync("ended-1");
        await open.Records.AmendAsync(read, read.FollowUp, new(Now, "confirm", "Zoë called"), default);
        var forget = new OperatorAction(Now, "forget", "Request 117.") { Actor = "an operator" };
        var (customer, parked) = (Given.FullInteraction.CustomerId!, await open.FindAsync("parked"));

        Assert.That(await open.Records.ForgetAsync(customer, forget, 1, default), Is.EqualTo(1), "one at a time");
        Assert.That(await open.Records.ForgetAsync(customer, forget, 10, default), Is.EqualTo(2));
        Assert.That(await open.Records.ForgetAsync(customer, forget, 10, default), Is.Zero);

        var ended = await open.FindAsync("ended-1");
        Assert.That((ended.PurgedAt is null, ended.FollowUp.Interaction), Is.EqualTo((false, new CxoneAssist.Domain.CompletedInteraction("ended-1", ""))));
        Assert.That((ended.FollowUp.Form, ended.FollowUp.Decision, ended.FollowUp.Payload), Is.EqualTo(((RecordedForm?)null, (RecordedDecision?)null, (string?)null)));
        Assert.That(ended.OperatorActions, Is.EqualTo(new[] { new OperatorAction(Now, "confirm", ""), forget }));
        Assert.That(Given.Text((await open.FindAsync("parked")).FollowUp), Is.EqualTo(Given.Text(parked.FollowUp)));
        Assert.That((await open.FindAsync("other")).PurgedAt, Is.Null);
        foreach (var id in new[] { "ended-1", "no-form" })
        {
            Assert.That(await open.Inbox.ReceiveAsync(Given.FullInteraction with { InteractionId = id }, default), Is.EqualTo(ReceiveResult.Duplicate), id);
            Assert.That((await open.FindAsync(id)).FollowUp.Interaction.CustomerId, Is.Null, id);
        }
    }

    private static IInboxRetention Retention(OpenInbox open) => (IInboxRetention)open.Inbox;

    private static async Task SaveAsync(OpenInbox open, string id, FollowUpOutcome outcome, FollowUpState state = FollowUpState.Done)
    {
        await open.Inbox.ReceiveAsync(Given.FullInteraction with { InteractionId = id }, default);
        var claimed = open.Prefetched.TryTake(out var handedOver) ? handedOver : await open.ClaimOneAsync();
        await open.Inbox.ReceiveAsync(Given.Interaction(id, "agent-9"), default);
        await open.Inbox.SaveAsync(
            claimed.Lease, Given.EverythingSet(claimed.FollowUp) with { State = state, Outcome = outcome }, LeaseAfter.Release);
    }
}
