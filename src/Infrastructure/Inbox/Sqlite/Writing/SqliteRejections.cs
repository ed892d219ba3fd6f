using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace CxoneAssist.Infrastructure.Inbox.Sqlite.Writing;

/// <summary>
/// What the database rejects for its content: another program changed a table, or a limit is met. The next try would end
/// in the same way, so its row is parked.
/// </summary>
internal sealed partial class SqliteRejections(SqliteWriter writer, ILogger logger)
{
    /// <summary>Saves, and parks the row of what is rejected, if the lease still holds.</summary>
    /// <param name="save">What saves.</param>
    /// <param name="lease">The lease of its row.</param>
    /// <param name="saved">What was tried to be saved.</param>
    /// <returns><c>null</c> where the lease was lost, or given up with the parked row.</returns>
    public async Task<T?> SaveAsync<T>(WriteOperation<T?> save, Lease lease, Func<FollowUp?> saved)
        where T : class
    {
        try
        {
            return await writer.RunAsync(save);
        }
        catch (SqliteException rejected) when (saved() is { } followUp)
        {
            await ParkAsync(lease, followUp, rejected.SqliteExtendedErrorCode);
            return null;
        }
    }

    private async Task ParkAsync(Lease lease, FollowUp followUp, int code)
    {
        var parked = await writer.RunAsync(new RunOperation<int>(session => session.Statements[SqliteStatement.Quarantine]
            .Bind("@id", lease.Id)
            .Bind("@token", lease.Token)
            .Bind("@leased", true)
            .Bind("@reason", RejectionReason.Describe($"SQLite error {code}", "", followUp))
            .Run()));
        if (parked == 1)
        {
            Log.Parked(logger, followUp.Interaction.InteractionId, code);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(3, LogLevel.Error,
            "The database rejects what became of interaction {InteractionId} (SQLite error {Code}): it is parked. Compare its tables with a new inbox's")]
        public static partial void Parked(ILogger logger, string interactionId, int code);
    }
}
