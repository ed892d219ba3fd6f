using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using CxoneAssist.Domain;

namespace CxoneAssist.Infrastructure.Tests.Inbox;

public abstract partial class FollowUpInboxContract
{
    private static readonly TimeSpan Window = TimeSpan.FromDays(14);

    private static CompletedInteraction Of(string customer, string id) => Given.Interaction(id) with { CustomerId = customer };

    private SuppressionKey Key(string customer, decimal score = 2, string policy = "p", string field = "f") =>
        new(customer, policy, field, score, Now, Now - Window);

    private static async Task<ClaimedFollowUp> ClaimAsync(OpenInbox open, CompletedInteraction interaction)
    {
        await open.Inbox.ReceiveAsync(interaction, default);
        return await open.ClaimOneAsync();
    }

    /// <summary>Saves the given state; returns what was known about the customer.</summary>
    private static async Task<(CustomerHistory Known, SuppressionResult? Taken)> SaveSuppressedAsync(
        OpenInbox open, ClaimedFollowUp claimed, SuppressionKey key, FollowUpState state = FollowUpState.Creating)
    {
        CustomerHistory? known = null;
        var taken = await open.Inbox.SaveSuppressedAsync(claimed.Lease, key, history =>
        {
            known = history;
            return claimed.FollowUp with { State = state };
        });
        return (known!, taken);
    }

    [Test]
    public async Task SaveSuppressedAsync_TaskWithinTheWindow_IsKnownToThoseOfTheSameCustomerPolicyAndFieldOnly()
    {
        await using var open = await OpenAsync();
        var first = await ClaimAsync(open, Of("c", "i-1"));
        var (nothing, kept) = await SaveSuppressedAsync(open, first, Key("c", 2.50m));
        Assert.That((nothing.Earlier.Count, nothing.Pending.Count), Is.EqualTo((0, 0)));
        Assert.That(kept, Is.EqualTo(new SuppressionResult(first.Lease with { EndsAt = Now + Lease }, first.FollowUp with { State = FollowUpState.Creating })));

        SuppressionKey[] others = [Key("C"), Key("c", policy: "q"), Key("c", field: "g"), Key("cp", policy: "", field: "f")];
        foreach (var (i, other) in others.Index())
        {
            var claimed = await ClaimAsync(open, Of(other.CustomerId, $"other-{i}"));
            Assert.That((await SaveSuppressedAsync(open, claimed, other, FollowUpState.Parked)).Known.Pending, Is.Empty, other.ToString());
        }

        var second = await ClaimAsync(open, Of("c", "i-2"));
        var (known, taken) = await SaveSuppressedAsync(open, second, Key("c"), FollowUpState.Done);
        Assert.That(known.Pending, Is.EqualTo([new EarlierFollowUp("i-1", Now, 2.50m)]));
        Assert.That(taken, Is.EqualTo(new SuppressionResult(null, second.FollowUp with { State = FollowUpState.Done })));
        Assert.That((await open.FindAsync("i-2")).Leased, Is.False, "a host that dies now leaves nothing behind");
    }

    [Test]
    public async Task SaveSuppressedAsync_TaskBeforeTheWindow_IsNotKnown()
    {
        await using var open = await OpenAsync();
        var first = await ClaimAsync(open, Of("c", "i-1"));
        await SaveSuppressedAsync(open, first, Key("c"));
        await open.Inbox.SaveAsync(first.Lease, WithTask(first.FollowUp).Ended(FollowUpOutcome.TaskCreated), LeaseAfter.Release);
        Pass(Window + TimeSpan.FromMilliseconds(1));

        var second = await ClaimAsync(open, Of("c", "i-2"));
        Assert.That((await SaveSuppressedAsync(open, second, Key("c"))).Known.Earlier, Is.Empty);
    }

    [Test]
    public async Task SaveSuppressedAsync_PrecedentThatCannotBeRead_IsPassedOver()
    {
        await using var open = await OpenAsync();
        var first = await ClaimAsync(open, Of("c", "i-1"));
        await SaveSuppressedAsync(open, first, Key("c"));
        await TamperAsync("update precedent set score = '2,x'");

        var second = await ClaimAsync(open, Of("c", "i-2"));
        Assert.That((await SaveSuppressedAsync(open, second, Key("c"))).Known.Pending, Is.Empty);
    }

    private static FollowUp WithTask(FollowUp followUp) => followUp with { TaskId = "t-1" };

    private static IEnumerable<TestCaseData> Ends()
    {
        yield return new TestCaseData((FollowUp f) => f with { State = FollowUpState.Received }, 0, 1).SetArgDisplayNames("to be created again");
        yield return new TestCaseData((FollowUp f) => f with { State = FollowUpState.Creating }, 0, 1).SetArgDisplayNames("being created");
        yield return new TestCaseData((FollowUp f) => WithTask(f) with { State = FollowUpState.Created }, 1, 0).SetArgDisplayNames("created");
        yield return new TestCaseData((FollowUp f) => WithTask(f).Ended(FollowUpOutcome.TaskCreated), 1, 0).SetArgDisplayNames("done");
        yield return new TestCaseData((FollowUp f) => f.Park("no"), 0, 0).SetArgDisplayNames("parked");
        yield return new TestCaseData((FollowUp f) => f.Ended(FollowUpOutcome.Discarded), 0, 0).SetArgDisplayNames("discarded");
    }

    [TestCaseSource(nameof(Ends))]
    public async Task SaveSuppressedAsync_EarlierOneThatHasComeToSomething_CountsByWhetherItsTaskExists(
        object ended, int earlier, int pending)
    {
        // The test is public, the follow-up is not.
        var end = (Func<FollowUp, FollowUp>)ended;
        await using var open = await OpenAsync();
        var first = await ClaimAsync(open, Of("c", "i-1"));
        await SaveSuppressedAsync(open, first, Key("c"));
        await open.Inbox.SaveAsync(first.Lease, end(first.FollowUp) with { NextAttemptAt = Now.AddHours(1) }, LeaseAfter.Release);

        var second = await ClaimAsync(open, Of("c", "i-2"));
        var (known, _) = await SaveSuppressedAsync(open, second, Key("c"), FollowUpState.Done);
        Assert.That((known.Earlier.Count, known.Pending.Count, known.Undecided), Is.EqualTo((earlier, pending, (string?)null)));
    }

    [Test]
    public async Task SaveSuppressedAsync_EarlierReceivedAndNotDecided_IsNamedToThoseAfterIt()
    {
        await using var open = await OpenAsync();
        var first = await ClaimAsync(open, Of("c", "i-1"));
        var other = await ClaimAsync(open, Of("another", "i-2"));
        var second = await ClaimAsync(open, Of("c", "i-3"));

        Assert.That((await SaveSuppressedAsync(open, second, Key("c"), FollowUpState.Received)).Known.Undecided, Is.EqualTo("i-1"));
        second = await open.ClaimOneAsync();
        Assert.That((await SaveSuppressedAsync(open, other, Key("another"))).Known.Undecided, Is.Null);
        Assert.That((await SaveSuppressedAsync(open, first, Key("c"), FollowUpState.Parked)).Known.Undecided, Is.Null, "the second came after it");
        Assert.That((await SaveSuppressedAsync(open, second, Key("c"), FollowUpState.Done)).Known.Undecided, Is.Null, "the first is parked");
    }

    [Test]
    public async Task SaveSuppressedAsync_LeaseLost_ChangesNothing()
    {
        await using var open = await OpenAsync();
        var first = await ClaimAsync(open, Of("c", "i-1"));
        Pass(Lease);
        await open.ClaimOneAsync();
        Assert.That((await SaveSuppressedAsync(open, first, Key("c"))).Taken, Is.Null);

        var second = await ClaimAsync(open, Of("c", "i-2"));
        Assert.That((await SaveSuppressedAsync(open, second, Key("c"))).Known.Pending, Is.Empty);
    }

    [Test]
    public async Task SaveSuppressedAsync_CustomersWithLongAndOddIds_AreToldApart()
    {
        await using var open = await OpenAsync();
        var odd = new string('x', 20_000) + "\0";
        var first = await ClaimAsync(open, Of(odd + "1", "i-1"));
        await SaveSuppressedAsync(open, first, Key(odd + "1"));
        var second = await ClaimAsync(open, Of(odd + "2", "i-2"));
        Assert.That((await SaveSuppressedAsync(open, second, Key(odd + "2"))).Known.Pending, Is.Empty);
    }

    [Test]
    public async Task PurgeAsync_TaskThatOthersWereHeldAgainst_ForgetsIt()
    {
        await using var open = await OpenAsync();
        var first = await ClaimAsync(open, Of("c", "i-1"));
        await SaveSuppressedAsync(open, first, Key("c"));
        await open.Inbox.SaveAsync(first.Lease, WithTask(first.FollowUp).Ended(FollowUpOutcome.TaskCreated), LeaseAfter.Release);
        Pass(TimeSpan.FromMilliseconds(1));
        Assert.That(await ((Infrastructure.Inbox.IInboxRetention)open.Inbox).PurgeAsync(Now, 100, default), Is.EqualTo(1));

        var second = await ClaimAsync(open, Of("c", "i-2"));
        Assert.That((await SaveSuppressedAsync(open, second, Key("c"))).Known.Earlier, Is.Empty);
    }

    [Test]
    public async Task SaveSuppressedAsync_ManyOfOneCustomerAtOnceAtTwoInboxes_LetsOneThrough()
    {
        const int many = 40;
        await using var open = await OpenAsync();
        await using var second = await OpenSecondAsync(open);
        for (var i = 0; i < many; i++)
        {
            await open.Inbox.ReceiveAsync(Of("c", $"i-{i}"), default);
        }

        var claimed = await open.Inbox.ClaimAsync(many, default);
        var taken = await Task.WhenAll(claimed.Select((claim, i) => Task.Run(() => (i % 2 == 0 ? open : second).Inbox.SaveSuppressedAsync(
            claim.Lease, Key("c"), history => history switch
            {
                { IsUnknown: true } => claim.FollowUp,
                { Earlier: [], Pending: [] } => claim.FollowUp with { State = FollowUpState.Creating },
                _ => claim.FollowUp.Ended(FollowUpOutcome.NoTask),
            }))));

        Assert.That(taken.Count(one => one!.FollowUp.State == FollowUpState.Creating), Is.EqualTo(1));
        Assert.That(taken, Has.None.Null);
    }

    [Test]
    public async Task StatusAsync_ShadowedFollowUps_AreCountedAndListedByThemselvesAndAmongTheDone()
    {
        await using var open = await OpenAsync();
        foreach (var (id, outcome) in new[] { ("i-1", FollowUpOutcome.Shadowed), ("i-2", FollowUpOutcome.NoTask), ("i-3", FollowUpOutcome.Shadowed) })
        {
            var claimed = await ClaimAsync(open, Given.Interaction(id));
            await open.Inbox.SaveAsync(claimed.Lease, claimed.FollowUp.Ended(outcome), LeaseAfter.Release);
        }

        var status = await open.Records.StatusAsync(default);
        Assert.That((status.Shadowed, status.Counts[FollowUpState.Done]), Is.EqualTo((2, 3)));
        var page = await open.ListAsync(new() { Shadowed = true }, null, 10, default);
        Assert.That(page.Select(record => record.FollowUp.Interaction.InteractionId), Is.EqualTo(["i-1", "i-3"]));

        var replayed = page[0].FollowUp with { State = FollowUpState.Received, Outcome = FollowUpOutcome.None };
        await open.Records.AmendAsync(page[0], replayed, new(Now, "replay", "why"), default);
        status = await open.Records.StatusAsync(default);
        Assert.That((status.Shadowed, status.Counts[FollowUpState.Done], status.Counts[FollowUpState.Received]), Is.EqualTo((1, 2, 1)));
    }

    [Test]
    public async Task StatusAsync_ShadowPolicyDecidedToo_CountsThoseComparedAndListsThoseThatDiffer()
    {
        await using var open = await OpenAsync();
        var task = Given.Decision;
        foreach (var (id, shadow) in new[]
        {
            ("none", null), ("same", task), ("later", task with { DueDate = task.DueDate!.Value.AddDays(1) }), ("raised", task with { Priority = TaskPriority.Low }),
        })
        {
            var claimed = await ClaimAsync(open, Given.Interaction(id));
            var decided = claimed.FollowUp with { Decision = task with { Shadow = shadow } };
            await open.Inbox.SaveAsync(claimed.Lease, decided.Ended(FollowUpOutcome.NoTask), LeaseAfter.Release);
        }

        var status = await open.Records.StatusAsync(default);
        Assert.That((status.Compared, status.Differing, status.Counts[FollowUpState.Done]), Is.EqualTo((3, 2, 4)));
        var page = await open.ListAsync(new() { Differing = true }, null, 10, default);
        Assert.That(page.Select(record => record.FollowUp.Interaction.InteractionId), Is.EqualTo(["later", "raised"]));
        Assert.That(await open.ListAsync(new() { Differing = true }, new(page[0].FollowUp.ReceivedAt, page[0].Id), 10, default), Has.Count.EqualTo(1));
        Assert.That(await open.ListAsync(new() { State = FollowUpState.Received, Differing = true }, null, 10, default), Is.Empty);

        var again = page[0].FollowUp with { State = FollowUpState.Received, Outcome = FollowUpOutcome.None, Decision = null };
        await open.Records.AmendAsync(page[0], again, new(Now, "replay", "why"), default);
        status = await open.Records.StatusAsync(default);
        Assert.That((status.Compared, status.Differing), Is.EqualTo((2, 1)), "What is decided again is compared again.");
        await Retention(open).PurgeAsync(AfterAll, 10, default);
        status = await open.Records.StatusAsync(default);
        Assert.That((status.Compared, status.Differing), Is.EqualTo((0, 0)), "Whose contents are gone shows no difference any more.");
        Assert.That(await open.ListAsync(new() { Differing = true }, null, 10, default), Is.Empty);
    }
}
