using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Inbox.PostgreSql;
using CxoneAssist.Infrastructure.Inbox.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace CxoneAssist.Infrastructure.Inbox.Maintenance;

/// <summary>
/// Opens an inbox that is there already, while hosts may be running: never makes a database, never migrates one. The
/// caller disposes it.
/// </summary>
internal static class InboxMaintenance
{
    /// <summary>Opens it to be read; where it is PostgreSQL, amendments are safe too.</summary>
    /// <exception cref="InboxStartException">It is not there, of another version, or cannot be opened.</exception>
    public static async Task<IFollowUpRecords> OpenForReadingAsync(string connectionString, TimeProvider clock, CancellationToken cancellationToken) =>
        PostgreSqlServer.IsMeantBy(connectionString)
            ? await OpenPostgreSqlAsync(connectionString, clock, cancellationToken)
            : new ReadOnlySqliteInbox(ReadOnlySqliteInbox.Existing(connectionString), clock);

    /// <summary>
    /// Opens it to be amended. A SQLite file belongs to the one process that holds its lock: the
    /// host tells its own worker's leases by that, and commits for all. So it is opened only while
    /// no host runs.
    /// </summary>
    /// <exception cref="InboxStartException">As for reading.</exception>
    /// <exception cref="InboxUnavailableException">A host holds the SQLite file.</exception>
    public static async Task<IFollowUpRecords> OpenForAmendingAsync(string connectionString, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (PostgreSqlServer.IsMeantBy(connectionString))
        {
            return await OpenPostgreSqlAsync(connectionString, clock, cancellationToken);
        }

        var file = ReadOnlySqliteInbox.Existing(connectionString);
        var inbox = new SqliteInbox(
            connectionString, new InboxOptions(), new PrefetchBuffer(0), clock, NullLogger<SqliteInbox>.Instance);
        try
        {
            await inbox.OpenAsync(cancellationToken);
            return inbox;
        }
        catch (InboxStartException) when (ReadOnlySqliteInbox.IsHeld(file))
        {
            throw new InboxUnavailableException(
                $"The inbox database '{file.Path}' is in use by a running host: act through it, with --host and its address "
                + "and its key in CXONE_OPERATOR_KEY, or stop it first.");
        }
    }

    private static async Task<IFollowUpRecords> OpenPostgreSqlAsync(string connectionString, TimeProvider clock, CancellationToken cancellationToken)
    {
        var inbox = new PostgreSqlInbox(
            connectionString, new InboxOptions(), new PrefetchBuffer(0), clock, NullLogger<PostgreSqlInbox>.Instance);
        await inbox.OpenExistingAsync(cancellationToken);
        return inbox;
    }
}
