using CxoneAssist.Application.Ports;
using CxoneAssist.Domain;
using CxoneAssist.Infrastructure.Inbox;
using CxoneAssist.Infrastructure.Inbox.PostgreSql;
using CxoneAssist.Infrastructure.Inbox.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace CxoneAssist.Host.Cli.Tests.Inbox;

/// <summary>An inbox with three follow-ups as a host would have left them: one received, one parked, one done without a task.</summary>
internal static class FilledInbox
{
    public static async Task<SqliteInbox> SqliteAsync(string path)
    {
        var inbox = new SqliteInbox(
            "Data Source=" + path, new InboxOptions(), new HandOver(0), TimeProvider.System, NullLogger<SqliteInbox>.Instance);
        await inbox.OpenAsync(CancellationToken.None);
        await FillAsync(inbox);
        return inbox;
    }

    public static async Task<PostgreSqlInbox> PostgreSqlAsync(string connectionString)
    {
        var inbox = new PostgreSqlInbox(
            connectionString, new InboxOptions(), new HandOver(0), TimeProvider.System, NullLogger<PostgreSqlInbox>.Instance);
        await inbox.OpenAsync(CancellationToken.None);
        await FillAsync(inbox);
        return inbox;
    }

    private static async Task FillAsync(IFollowUpInbox inbox)
    {
        foreach (var id in new[] { "parked-1", "done-2" })
        {
            await inbox.ReceiveAsync(new CompletedInteraction(id, "agent-1"), CancellationToken.None);
            var claimed = (await inbox.ClaimAsync(1, CancellationToken.None)).Single();
            await inbox.SettleAsync(claimed.Lease, Settled(claimed.FollowUp, id), keepLease: false);
        }

        await inbox.ReceiveAsync(new CompletedInteraction("received-3", "agent-2"), CancellationToken.None);
    }

    private static Application.FollowUp Settled(Application.FollowUp followUp, string id) => id == "parked-1"
        ? followUp with { State = Application.FollowUpState.Parked, Reason = "CXone forbids reading the form (403)." }
        : followUp with { State = Application.FollowUpState.Done, Outcome = Application.FollowUpOutcome.NoTask, Reason = "no tier reaches up to it" };
}
