using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Inbox.Sqlite;
using Microsoft.Extensions.Logging;

namespace CxoneAssist.Infrastructure.Tests.Inbox.Sqlite;

/// <summary>The database rejects what a follow-up came to for its content.</summary>
[TestFixture]
public sealed class SqliteRejectionTests : SqliteInboxTest
{
    [Test]
    public async Task SaveAsync_RejectedForItsContent_ParksTheRowWithReasonAndTask()
    {
        await using var open = await Folder.OpenAsync();
        var claimed = await ClaimAsync(open);

        Assert.That(await open.Inbox.SaveAsync(claimed.Lease, Rejected(claimed), LeaseAfter.Renew), Is.Null);

        await IsParkedAsync(open);
    }

    [Test]
    public async Task SaveSuppressedAsync_RejectedForItsContent_ParksTheRowWithReasonAndTask()
    {
        await using var open = await Folder.OpenAsync();
        var claimed = await ClaimAsync(open);
        var key = new SuppressionKey("c", "p", "f", 2.50m, Given.Noon, Given.Noon);

        Assert.That(await open.Inbox.SaveSuppressedAsync(claimed.Lease, key, _ => Rejected(claimed)), Is.Null);

        await IsParkedAsync(open);
    }

    [Test]
    public async Task SaveAsync_RejectedAndClaimedAnewMeanwhile_LeavesTheRowToTheNewLease()
    {
        await using var open = await Folder.OpenAsync();
        var claimed = await ClaimAsync(open);
        Folder.Clock.Advance(TimeSpan.FromHours(1));

        Task<Lease?> rejected;
        Task<IReadOnlyList<ClaimedFollowUp>> again;
        using (Folder.HoldTheWriter())
        {
            rejected = open.Inbox.SaveAsync(claimed.Lease, Rejected(claimed), LeaseAfter.Renew);
            again = open.Inbox.ClaimAsync(1, default);
        }

        Assert.That(await rejected, Is.Null);
        var anew = (await again).Single();
        Assert.That(await open.Inbox.SaveAsync(anew.Lease, anew.FollowUp, LeaseAfter.Renew), Is.Not.Null);
        Assert.That(Folder.Logger.Collector.Count, Is.Zero);
    }

    private async Task<ClaimedFollowUp> ClaimAsync(OpenInbox open)
    {
        await open.Inbox.ReceiveAsync(Given.Interaction(), default);
        using var connection = Folder.Connect();
        connection.Ask("create trigger forbidden before update on follow_up when new.payload = 'too long' "
            + "begin select raise(abort, 'The text that a customer wrote.'); end");
        return await open.ClaimOneAsync();
    }

    private static FollowUp Rejected(ClaimedFollowUp claimed) =>
        claimed.FollowUp with { State = FollowUpState.Created, Payload = "too long", TaskId = "task-1" };

    private async Task IsParkedAsync(OpenInbox open)
    {
        var record = await open.FindAsync("i-1");
        Assert.That((record.FollowUp.State, record.Leased), Is.EqualTo((FollowUpState.Parked, false)));
        Assert.That(record.FollowUp.Reason, Does.Contain("SQLite error 1811").And.Contain("task-1").And.Not.Contain("customer"));
        Assert.That(await open.Inbox.ClaimAsync(10, default), Is.Empty);
        var logged = Folder.Logger.Collector.GetSnapshot().Single();
        Assert.That((logged.Level, logged.Message.Contains("i-1", StringComparison.Ordinal)), Is.EqualTo((LogLevel.Error, true)));
    }
}
