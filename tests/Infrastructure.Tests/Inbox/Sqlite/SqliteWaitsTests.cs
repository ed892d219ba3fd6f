using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Inbox;

namespace CxoneAssist.Infrastructure.Tests.Inbox.Sqlite;

/// <summary>Webhooks do not wait while rows that wait too long are looked for, however many rows there are.</summary>
[TestFixture]
public sealed class SqliteWaitsTests : SqliteInboxTest
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(13);

    [Test]
    public async Task EndOverlongWaitsAsync_NothingWaitsTooLong_DoesNotOccupyTheWriter()
    {
        await using var open = await Folder.OpenAsync();
        await WaitAsync(open, TimeSpan.FromHours(12));
        using (Folder.HoldTheWriter())
        {
            var ended = ((IInboxWaits)open.Inbox).EndOverlongWaitsAsync(Longest, 10, default);
            Assert.That(ended.IsCompletedSuccessfully, "it is looked for by a reader");
            Assert.That(await ended, Is.Zero);
        }
    }

    [Test]
    public async Task EndOverlongWaitsAsync_ParkedAfterItWasFound_IsLeftAsItIs()
    {
        await using var open = await Folder.OpenAsync();
        var found = await WaitAsync(open, TimeSpan.FromHours(14));
        Task<bool> parked;
        Task<int> ended;
        using (Folder.HoldTheWriter())
        {
            parked = open.Records.AmendAsync(found, found.FollowUp.Park("no"), new(Given.Noon, "park", ""), default);
            ended = ((IInboxWaits)open.Inbox).EndOverlongWaitsAsync(Longest, 10, default);
        }

        Assert.That(await parked);
        await ended;
        var record = await open.FindAsync("i-1");
        Assert.That((record.FollowUp.State, record.FollowUp.NextAttemptAt), Is.EqualTo((FollowUpState.Parked, found.FollowUp.NextAttemptAt)));
    }

    private static async Task<FollowUpRecord> WaitAsync(OpenInbox open, TimeSpan wait)
    {
        await open.Inbox.ReceiveAsync(Given.Interaction(), default);
        var claimed = await open.ClaimOneAsync();
        await open.Inbox.SaveAsync(claimed.Lease, claimed.FollowUp with { NextAttemptAt = Given.Noon + wait }, LeaseAfter.Release);
        return await open.FindAsync("i-1");
    }
}
