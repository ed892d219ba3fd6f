using System.Data;
using System.Globalization;
using CxoneAssist.Infrastructure.Inbox.Rows;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CxoneAssist.Infrastructure.Inbox.PostgreSql;

/// <summary>
/// Brings a database to the version of this program: whole, or not at all, and by one host while
/// the others wait. A database that is up to date is only read, so that a host may run as a role
/// that can change no tables.
/// </summary>
internal static partial class PostgreSqlMigrations
{
    // "CXOA": what hosts queue up at.
    private const string Lock = "select pg_advisory_lock(1129860929)";
    private const string Unlock = "select pg_advisory_unlock(1129860929)";

    // A request for a table's lock that waits makes all later ones wait behind it, those of running hosts too.
    private const string LimitWaiting = "set local lock_timeout = '500ms'";

    private const int MinutesInSeconds = 600;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public static IReadOnlyList<string> All { get; } = EmbeddedSql.ReadFolder("Inbox/PostgreSql/Migrations/");

    /// <returns>Whether this call made the tables.</returns>
    /// <exception cref="InboxStartException">
    /// The database is newer than this program, or another program's; or, with
    /// <see cref="InboxStartException.MayPass"/>, a table is in use for too long.
    /// </exception>
    public static async Task<bool> ApplyAsync(
        PostgreSqlServer server,
        NpgsqlConnection connection,
        TimeProvider clock,
        ILogger logger,
        CancellationToken cancellationToken,
        IReadOnlyList<string>? migrations = null)
    {
        var known = migrations ?? All;
        if ((await PendingAsync(server, connection, known, cancellationToken)).Count == 0)
        {
            return false;
        }

        try
        {
            await AskAsync(connection, "set statement_timeout = 0", cancellationToken);
            await AskAsync(connection, Lock, cancellationToken);
            return await MigrateAsync(server, connection, known, cancellationToken);
        }
        catch (PostgresException busy) when (busy.SqlState is PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected)
        {
            var users = await TableUse.NamesAsync(connection, cancellationToken);
            Log.Waiting(logger, users);
            // Other hosts that start keep waiting meanwhile: the running ones need the pause.
            await Task.Delay(Pause, clock, cancellationToken);
            throw server.Refuse($"cannot be migrated while its tables are in use by {users}", busy, mayPass: true);
        }
        finally
        {
            // The pool goes on using the connection.
            if (connection.State == ConnectionState.Open)
            {
                await AskAsync(connection, Unlock, CancellationToken.None);
                await using var configure = connection.Command(PostgreSqlStatement.ConfigureConnection);
                await configure.ExecuteNonQueryAsync(CancellationToken.None);
            }
        }
    }

    private static async Task<bool> MigrateAsync(
        PostgreSqlServer server, NpgsqlConnection connection, IReadOnlyList<string> known, CancellationToken cancellationToken)
    {
        var pending = await PendingAsync(server, connection, known, cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
        await AskAsync(connection, LimitWaiting, cancellationToken);
        if (pending.Count == known.Count)
        {
            await AskAsync(
                connection, "create table inbox_schema (version integer not null); insert into inbox_schema values (0)", cancellationToken);
        }

        foreach (var migration in pending)
        {
            await AskAsync(connection, migration, cancellationToken);
        }

        var version = known.Count.ToString(CultureInfo.InvariantCulture);
        await AskAsync(connection, "update inbox_schema set version = " + version, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return pending.Count == known.Count;
    }

    /// <exception cref="InboxStartException">The database is not of this program's version, or no inbox.</exception>
    public static async Task InsistOnNoneAsync(PostgreSqlServer server, NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var pending = (await PendingAsync(server, connection, All, cancellationToken)).Count;
        if (pending > 0)
        {
            throw server.Refuse(pending == All.Count
                ? "holds no inbox: name the one that the host uses"
                : "was written by an older version of this program: start the host of this version once, it brings it up to date");
        }
    }

    /// <summary>The migrations that the database has not had.</summary>
    /// <exception cref="InboxStartException">The database is newer than this program, or another program's.</exception>
    private static async Task<IReadOnlyList<string>> PendingAsync(
        PostgreSqlServer server, NpgsqlConnection connection, IReadOnlyList<string> known, CancellationToken cancellationToken)
    {
        // In this order: another host may commit both between the two questions, and its table is
        // not another program's.
        var occupied = await ExistsAsync(connection, "follow_up", cancellationToken);
        if (!await ExistsAsync(connection, "inbox_schema", cancellationToken))
        {
            return occupied
                ? throw server.Refuse("has a table follow_up of another program: name another database, or another 'Search Path'")
                : known;
        }

        var version = (int)(await AskAsync(connection, "select version from inbox_schema", cancellationToken))!;
        return version <= known.Count
            ? [.. known.Skip(version)]
            : throw server.Refuse(FormattableString.Invariant(
                $"was written by a newer version of this program (its schema is {version}, known is {known.Count})"));
    }

    // Read from the catalogue's table: to_regclass answers from a cache that waiting for the lock does not refresh.
    private static async Task<bool> ExistsAsync(NpgsqlConnection connection, string table, CancellationToken cancellationToken) =>
        await AskAsync(
            connection,
            "select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace "
            + $"where c.relname = '{table}' and n.nspname = any (current_schemas(false))",
            cancellationToken) is not null;

    private static async Task<object?> AskAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
#pragma warning disable CA2100 // Only texts of this assembly.
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = MinutesInSeconds };
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync(cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning,
            "The inbox's database is to be migrated, but its tables are in use by {Users}. Trying again; running hosts go on meanwhile")]
        public static partial void Waiting(ILogger logger, string users);
    }
}
