using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CxoneAssist.Infrastructure.Inbox.PostgreSql.Writing;

/// <summary>
/// What the database rejects for its content: someone changed a table, or a limit is met. The next try would end in the
/// same way, so it must neither come again without end nor be taken for an outage.
/// </summary>
internal sealed partial class Rejections(DatabaseFailures failures, ILogger logger)
{
    /// <summary>The sender may repeat it until the table is repaired.</summary>
    public InboxUnavailableException Refuse(string interactionId, PostgresException rejected)
    {
        Log.Refused(logger, interactionId, rejected.SqlState);
        return new InboxUnavailableException($"The inbox's database rejects this webhook (SQLSTATE {rejected.SqlState}).", rejected);
    }

    /// <summary>Parks the row, if the lease still holds.</summary>
    public async Task ParkAsync(Lease lease, FollowUp followUp, PostgresException rejected)
    {
        var reason = RejectionReason.Describe($"SQLSTATE {rejected.SqlState}", "; its log says why", followUp);
        var parked = await failures.RunAsync(
            async connection =>
            {
                await using var quarantine = connection.Command(PostgreSqlStatement.Quarantine)
                    .With("id", new[] { lease.Id })
                    .With("token", new[] { lease.Token })
                    .WithText("reason", reason);
                return await quarantine.ExecuteNonQueryAsync();
            },
            CancellationToken.None);
        if (parked == 1)
        {
            Log.Parked(logger, followUp.Interaction.InteractionId, rejected.SqlState);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error,
            "The database rejects the webhook of interaction {InteractionId} (SQLSTATE {SqlState}), and only this one: compare its table with "
            + "a new inbox's. The webhook is answered 503, so that its sender repeats it")]
        public static partial void Refused(ILogger logger, string interactionId, string sqlState);

        [LoggerMessage(2, LogLevel.Error,
            "The database rejects what became of interaction {InteractionId} (SQLSTATE {SqlState}): it is parked. Compare its table with a new inbox's")]
        public static partial void Parked(ILogger logger, string interactionId, string sqlState);
    }
}
