using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using CxoneAssist.Domain;
using CxoneAssist.Infrastructure.Inbox.Search;

namespace CxoneAssist.Infrastructure.Tests.Inbox;

public abstract partial class FollowUpInboxContract
{
    // As long as ids may be, and the same for longer than an index looks at.
    private static readonly string LongCustomer = new('c', 3000);

    private static readonly object[] Searches =
    [
        Search("a b c d e", new()),
        Search("e d c b a", new() { NewestFirst = true }),
        Search("a c", new() { Customer = "Zoë \0 🙂" }),
        Search("c a", new() { Customer = "Zoë \0 🙂", NewestFirst = true }),
        Search("b", new() { Customer = LongCustomer }),
        Search("", new() { Customer = LongCustomer + "c" }),
        Search("", new() { Customer = "zoë \0 🙂" }),
        Search("b d", new() { Agent = "agent-2" }),
        Search("a c e", new() { Agent = "agent-1" }),
        Search("e c a", new() { Agent = "agent-1", NewestFirst = true }),
        Search("d", new() { Agent = "agent-2", State = FollowUpState.Parked }),
        Search("a", new() { Task = "task-a" }),
        Search("", new() { Task = "task" }),
        Search("a c", new() { Priority = TaskPriority.High }),
        Search("a", new() { Priority = TaskPriority.High, State = FollowUpState.Done }),
        Search("d", new() { Priority = TaskPriority.Low }),
        Search("b", new() { Notification = NotificationStatus.Unknown }),
        Search("", new() { Notification = NotificationStatus.Failed }),
        Search("c d e", new() { Since = At(2) }),
        Search("a b", new() { Until = At(2) }),
        Search("b c", new() { Since = At(1), Until = At(3) }),
        Search("c b", new() { Since = At(1), Until = At(3), NewestFirst = true }),
        Search("c", new() { Customer = "Zoë \0 🙂", Since = At(1) }),
        Search("d", new() { State = FollowUpState.Parked, Since = At(1), Agent = "agent-2", Priority = TaskPriority.Low }),
    ];

    [TestCaseSource(nameof(Searches))]
    public async Task ListAsync_EachQuestion_FindsJustThoseInTheOrderAskedFor(string expected, FollowUpFilter filter)
    {
        await using var open = await OpenAsync();
        await StoreSearchedAsync(open);

        foreach (var take in new[] { 1, 2, 50 })
        {
            List<string> found = [];
            PagePosition? after = null;
            do
            {
                var page = await open.Records.ListAsync(filter, after, take, default);
                Assert.That(page.Items, Has.Count.LessThanOrEqualTo(take));
                found.AddRange(page.Items.Select(record => record.FollowUp.Interaction.InteractionId));
                Assert.That(found, Has.Count.LessThanOrEqualTo(5), "No row is given twice.");
                after = page.Next;
            }
            while (after is not null);

            Assert.That(string.Join(' ', found), Is.EqualTo(expected), $"{take} at a time");
        }
    }

    [TestCase(false, "i-1 i-2 i-3 i-4 i-2")]
    [TestCase(true, "i-4 i-3 i-2 i-1")]
    public async Task ListAsync_ReceivedAgainBetweenTwoPages_SkipsNoneAndRepeatsNoOther(bool newestFirst, string expected)
    {
        await using var open = await OpenAsync();
        foreach (var id in new[] { "i-1", "i-2", "i-3", "i-4" })
        {
            await SaveAsync(open, id, FollowUpOutcome.NoForm);
            Pass(TimeSpan.FromHours(1));
        }

        var filter = new FollowUpFilter { NewestFirst = newestFirst };
        List<FollowUpRecord> found = [];
        PagePosition? next = null;
        do
        {
            var page = await open.Records.ListAsync(filter, next, 1, default);
            found.AddRange(page.Items);
            next = page.Next;
            if (found is [.., { FollowUp.Interaction.InteractionId: "i-2", FollowUp.State: FollowUpState.Done }])
            {
                await open.Inbox.ReceiveAsync(Given.Interaction("i-2"), default);
            }
        }
        while (next is not null);

        Assert.That(string.Join(' ', found.Select(record => record.FollowUp.Interaction.InteractionId)), Is.EqualTo(expected));
    }

    [Test]
    public async Task ListAsync_ReceivedAgain_IsFoundByTheTimeOfTheLaterWebhook()
    {
        await using var open = await OpenAsync();
        await SaveAsync(open, "i-1", FollowUpOutcome.NoForm);
        Pass(TimeSpan.FromHours(1));
        var later = Now;
        await open.Inbox.ReceiveAsync(Given.Interaction("i-2"), default);
        await open.Inbox.ReceiveAsync(Given.Interaction("i-1"), default);

        var found = await open.ListAsync(new() { Since = later.AddMinutes(-1) }, null, 10, default);

        Assert.That(string.Join(' ', found.Select(record => record.FollowUp.Interaction.InteractionId).Order()), Is.EqualTo("i-1 i-2"));
    }

    [Test]
    public async Task ListAsync_FewMatchAmongMany_LooksAtABoundedNumberForAPageAndGoesOn()
    {
        await using var open = await OpenAsync();
        const int Rows = (2 * SearchStatement.MostLookedAt) + 5;
        await TamperAsync($"""
            with recursive counted (n) as (select 1 union all select n + 1 from counted where n < {Rows})
            insert into follow_up (interaction_id, agent_id, received_at, state, outcome, next_at, leased, lease_token)
            select 'row-' || n, 'agent-1', {Now.ToUnixTimeMilliseconds()} + n / 7, 3, 2, 0, 1 = 0, 0 from counted
            """);
        await TamperAsync($"update follow_up set priority = 4 where interaction_id in ('row-1', 'row-{Rows}')");

        var filter = new FollowUpFilter { Priority = TaskPriority.Critical };
        var first = await open.Records.ListAsync(filter, null, 10, default);
        var second = await open.Records.ListAsync(filter, first.Next, 10, default);
        var third = await open.Records.ListAsync(filter, second.Next, 10, default);

        string Ids(FollowUpRows page) => string.Join(' ', page.Items.Select(record => record.FollowUp.Interaction.InteractionId));
        Assert.That((Ids(first), Ids(second), Ids(third), third.Next), Is.EqualTo(("row-1", "", $"row-{Rows}", (PagePosition?)null)));
    }

    [Test]
    public async Task FindAsync_Settled_TellsWhen()
    {
        await using var open = await OpenAsync();
        await SaveAsync(open, "i-1", FollowUpOutcome.TaskCreated);

        var record = await open.FindAsync("i-1");

        Assert.That(record.SettledAt, Is.EqualTo(Now).Within(TimeSpan.FromMinutes(1)));
    }

    private static object[] Search(string expected, FollowUpFilter filter) => [expected, filter];

    // Between the receipts: each is half a minute after its full minute.
    private static DateTimeOffset At(int minutes) => Given.Noon.AddMinutes(minutes);

    private async Task StoreSearchedAsync(OpenInbox open)
    {
        (CompletedInteraction Interaction, FollowUpState State, TaskPriority? Priority)[] rows =
        [
            (Given.FullInteraction with { InteractionId = "a" }, FollowUpState.Done, TaskPriority.High),
            (new("b", "agent-2") { CustomerId = LongCustomer }, FollowUpState.Done, TaskPriority.Medium),
            (Given.FullInteraction with { InteractionId = "c" }, FollowUpState.Parked, TaskPriority.High),
            (new("d", "agent-2"), FollowUpState.Parked, TaskPriority.Low),
            (new("e", "agent-1"), FollowUpState.Received, null),
        ];
        foreach (var (interaction, state, priority) in rows)
        {
            await open.Inbox.ReceiveAsync(interaction, default);
            var claimed = await open.ClaimOneAsync();
            var decision = priority is null ? null : Given.Decision with { Priority = priority };
            await open.Inbox.SaveAsync(
                claimed.Lease,
                claimed.FollowUp with
                {
                    State = state,
                    Decision = decision,
                    TaskId = state == FollowUpState.Done ? "task-" + interaction.InteractionId : null,
                    NextAttemptAt = Now.AddDays(1),
                    Notification = interaction.InteractionId == "b" ? NotificationStatus.Unknown : NotificationStatus.Sent,
                },
                LeaseAfter.Release);
        }

        await TamperAsync(
            $"update follow_up set received_at = {At(0).AddSeconds(30).ToUnixTimeMilliseconds()} + 60000 * (id - (select min(id) from follow_up))");
    }
}
