using CxoneAssist.Application;
using CxoneAssist.Application.Ports;

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

    private static async Task<ClaimedFollowUp> ClaimAsync(OpenInbox open)
    {
        await open.Inbox.ReceiveAsync(Given.Interaction("i-1"), default);
        return (await open.Inbox.ClaimAsync(1, default)).Single();
    }
}
