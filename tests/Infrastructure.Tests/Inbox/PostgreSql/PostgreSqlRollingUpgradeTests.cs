using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Inbox.PostgreSql;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace CxoneAssist.Infrastructure.Tests.Inbox.PostgreSql;

/// <summary>
/// A host of the version before works on the same database. It knows one column, <c>asked</c>, for form polls, look-ups
/// and tasks found; a look-up too few would make a second task that is not marked.
/// </summary>
[TestFixture]
internal sealed class PostgreSqlRollingUpgradeTests
{
    private InboxDatabase _database = null!;

    [SetUp]
    public async Task MakeDatabaseAsync() => _database = await InboxDatabase.CreateAsync();

    [TestCase(4, 0, 0)]
    [TestCase(0, 2, 0)]
    [TestCase(0, 0, 3)]
    [TestCase(0, 0, 0)]
    public async Task SaveAsync_AnyCount_IsWhatAnOldHostReads(int formPolls, int lookUps, int tasksFound)
    {
        await using var open = await _database.OpenAsync();
        var claimed = await ClaimAsync(open);
        var counted = claimed.FollowUp with { FormPolls = formPolls, LookUps = lookUps, TasksFound = tasksFound };
        await open.Inbox.SaveAsync(claimed.Lease, counted, LeaseAfter.Release);

        Assert.That(await _database.AskAsync("select asked from follow_up"), Is.EqualTo((long)formPolls + lookUps + tasksFound));
        var read = (await open.FindAsync("i-1")).FollowUp;
        Assert.That((read.FormPolls, read.LookUps, read.TasksFound), Is.EqualTo((formPolls, lookUps, tasksFound)));
    }

    [TestCase("state = 1, asked = 0", 0, 0, 0)]
    [TestCase("state = 1, asked = 1", 0, 1, 0)]
    [TestCase("state = 0, asked = 7", 7, 0, 0)]
    [TestCase("state = 2, task_id = 't-1', asked = 3", 0, 0, 3)]
    public async Task Row_SavedByAnOldHost_HoldsItsCountsAndNoneFromBefore(
        string saved, int formPolls, int lookUps, int tasksFound)
    {
        await using var open = await _database.OpenAsync();
        var claimed = await ClaimAsync(open);
        var looked = claimed.FollowUp with { State = FollowUpState.Creating, LookUps = 2 };
        await open.Inbox.SaveAsync(claimed.Lease, looked, LeaseAfter.Release);

        await _database.AskAsync($"update follow_up set {saved}");

        var read = (await open.FindAsync("i-1")).FollowUp;
        Assert.That((read.FormPolls, read.LookUps, read.TasksFound), Is.EqualTo((formPolls, lookUps, tasksFound)));
    }

    [Test]
    public async Task ClaimAsync_NewerVersionAsksForAnother_LeavesTheWorkAndSaysSoAndGoesOnReceiving()
    {
        var logger = new FakeLogger<PostgreSqlInbox>();
        await using var open = await _database.OpenAsync(prefetched: 10, logger: logger);
        await AskForNewerAsync();

        Assert.That(await open.Inbox.ReceiveAsync(Given.Interaction("i-1"), default), Is.EqualTo(ReceiveResult.Stored));
        Assert.That(open.Prefetched.TryTake(out _), Is.False);
        for (var i = 0; i < 3; i++)
        {
            Assert.That(await open.Inbox.ClaimAsync(10, default), Is.Empty);
            Assert.That((await open.Records.StatusAsync(default)).Attention, Does.Contain("newer version"));
        }

        await open.Records.ProbeAsync(default);
        Assert.That(logger.Collector.GetSnapshot().Select(record => record.Level), Is.EqualTo(new[] { LogLevel.Warning }));

        await _database.AskAsync("update inbox_schema set minimum_reader = 0");
        Assert.That(await open.Inbox.ClaimAsync(10, default), Has.Count.EqualTo(1));
        Assert.That((await open.Records.StatusAsync(default)).Attention, Is.Null);
    }

    [Test]
    public async Task AmendAsync_NewerVersionAsksForAnother_IsRefusedAndLeavesNoNote()
    {
        await using var open = await _database.OpenAsync();
        await open.Inbox.ReceiveAsync(Given.Interaction("i-1"), default);
        await AskForNewerAsync();
        var read = await open.FindAsync("i-1");

        Assert.That(await open.Records.AmendAsync(read, read.FollowUp.Park("x"), new(Given.Noon, "discard", "x"), default), Is.False);

        var after = await open.FindAsync("i-1");
        Assert.That((after.FollowUp.State, after.Token, after.OperatorActions.Count), Is.EqualTo((FollowUpState.Received, read.Token, 0)));
    }

    [Test]
    public async Task ReceiveAsync_NewerVersionAsksForAnother_SetsNoSlotAside()
    {
        await using var open = await _database.OpenAsync(prefetched: 1);
        await AskForNewerAsync();
        await open.Inbox.ClaimAsync(1, default);
        await using var other = await _database.HoldAsync("lock table follow_up in share mode");

        var receiving = open.Inbox.ReceiveAsync(Given.Interaction("i-1"), default);
        while (await _database.AskAsync("select 1 from pg_locks where not granted and relation = 'follow_up'::regclass") is null)
        {
            Assert.That(receiving.IsCompleted, Is.False);
        }

        Assert.That(open.Prefetched.Reserve(1), Is.EqualTo(1));
        await other.DisposeAsync();
        Assert.That(await receiving, Is.EqualTo(ReceiveResult.Stored));
    }

    private Task<object?> AskForNewerAsync() =>
        _database.AskAsync("update inbox_schema set version = version + 1, minimum_reader = version + 1");

    private static async Task<ClaimedFollowUp> ClaimAsync(OpenInbox open)
    {
        await open.Inbox.ReceiveAsync(Given.Interaction("i-1"), default);
        return (await open.Inbox.ClaimAsync(1, default)).Single();
    }

    [Test]
    public async Task Row_PurgedByAnOldHost_HoldsNoContentsThatItDoesNotKnow()
    {
        await using var open = await _database.OpenAsync();
        await open.Inbox.ReceiveAsync(Given.FullInteraction, default);
        var claimed = await open.ClaimOneAsync();
        await open.Inbox.SaveAsync(claimed.Lease, Given.EverythingSet(claimed.FollowUp) with { State = FollowUpState.Done }, LeaseAfter.Release);

        await _database.AskAsync("update follow_up set purged_at = 1, decision = null, customer_id = null");

        const string Left = "select count(*) from follow_up where form is not null or failed_attempts is not null or priority is not null or due_at is not null";
        Assert.That(await _database.AskAsync(Left), Is.Zero);
    }
}
