using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using CxoneAssist.Domain;
using CxoneAssist.Host.Cli.Tests.Running;
using CxoneAssist.Infrastructure.Inbox;
using CxoneAssist.Infrastructure.Inbox.PostgreSql;
using CxoneAssist.Infrastructure.Inbox.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace CxoneAssist.Host.Cli.Tests.Inbox;

/// <summary>An inbox with three follow-ups as a host would have left them: one received, one parked, one done without a task.</summary>
internal static class FilledInbox
{
    private static readonly DateTimeOffset Decided = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    // What a host waits for the disk is no part of these tests.
    private static readonly FakeTimeProvider Still = new(Tool.Now);

    public static async Task<SqliteInbox> SqliteAsync(string path)
    {
        var inbox = new SqliteInbox(
            "Data Source=" + path, new InboxOptions(), new PrefetchBuffer(0), Still, NullLogger<SqliteInbox>.Instance);
        await inbox.OpenAsync(CancellationToken.None);
        await FillAsync(inbox);
        return inbox;
    }

    public static async Task<PostgreSqlInbox> PostgreSqlAsync(string connectionString)
    {
        var inbox = new PostgreSqlInbox(
            connectionString, new InboxOptions(), new PrefetchBuffer(0), Still, NullLogger<PostgreSqlInbox>.Instance);
        await inbox.OpenAsync(CancellationToken.None);
        await FillAsync(inbox);
        return inbox;
    }

    private static async Task FillAsync(IFollowUpInbox inbox)
    {
        foreach (var id in new[] { "parked-1", "done-2" })
        {
            await inbox.ReceiveAsync(
                new CompletedInteraction(id, "agent-1") { CustomerId = id == "parked-1" ? "c-1" : null }, CancellationToken.None);
            var claimed = (await inbox.ClaimAsync(1, CancellationToken.None)).Single();
            await inbox.SaveAsync(claimed.Lease, Settled(claimed.FollowUp, id), LeaseAfter.Release);
        }

        await inbox.ReceiveAsync(new CompletedInteraction("received-3", "agent-2"), CancellationToken.None);
    }

    private static FollowUp Settled(FollowUp followUp, string id) => id == "parked-1"
        ? followUp with { State = FollowUpState.Parked, Reason = "CXone forbids reading the form (403)." }
        : followUp with
        {
            State = FollowUpState.Done,
            Outcome = FollowUpOutcome.NoTask,
            Reason = "A task for this customer was created before.",
            Decision = new RecordedDecision
            {
                Policy = "retail",
                DecidedAt = Decided,
                Score = 2,
                Tier = "detractor",
                Priority = TaskPriority.High,
                DueDate = Decided.AddDays(1),
                Reasons = ["2 is below 3.", "Suppressed."],
                Kind = DecisionKind.Task,
                Suppression = new("14d", "overall_satisfaction", ScaleDirection.LowIsWorse) { SuppressedBy = new("earlier-1", Decided.AddDays(-1), 1) },
                Shadow = new RecordedDecision
                {
                    Policy = "retail-next",
                    DecidedAt = Decided,
                    Score = 2,
                    Reasons = ["No tier applies: no task."],
                    Kind = DecisionKind.NoTask,
                },
            },
        };
}
