using System.Globalization;
using CxoneAssist.Infrastructure.Inbox.Rows;
using Npgsql;

namespace CxoneAssist.Infrastructure.Inbox.PostgreSql;

/// <summary>
/// Brings a database to the version of this program: whole, or not at all, and by one host while
/// the others wait. A database that is up to date is only read, so that a host may run as a role
/// that can change no tables.
/// </summary>
internal static class PostgreSqlMigrations
{
    // "CXOA": what hosts queue up at.
    private const string Lock = "select pg_advisory_xact_lock(1129860929)";

    private const int MinutesInSeconds = 600;

    public static IReadOnlyList<string> All { get; } = EmbeddedSql.ReadFolder("Inbox/PostgreSql/Migrations/");

    /// <returns>Whether this call made the tables.</returns>
    /// <exception cref="InboxStartException">The database is newer than this program, or another program's.</exception>
    public static async Task<bool> ApplyAsync(PostgreSqlServer server, NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        if ((await PendingAsync(server, connection, cancellationToken)).Count == 0)
        {
            return false;
        }

        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await AskAsync(connection, Lock, cancellationToken);
        var pending = await PendingAsync(server, connection, cancellationToken);
        if (pending.Count == All.Count)
        {
            await AskAsync(
                connection, "create table inbox_schema (version integer not null); insert into inbox_schema values (0)", cancellationToken);
        }

        foreach (var migration in pending)
        {
            await AskAsync(connection, migration, cancellationToken);
        }

        var version = All.Count.ToString(CultureInfo.InvariantCulture);
        await AskAsync(connection, "update inbox_schema set version = " + version, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return pending.Count == All.Count;
    }

    /// <exception cref="InboxStartException">The database is not of this program's version, or no inbox.</exception>
    public static async Task InsistOnNoneAsync(PostgreSqlServer server, NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var pending = (await PendingAsync(server, connection, cancellationToken)).Count;
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
        PostgreSqlServer server, NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        // In this order: another host may commit both between the two questions, and its table is
        // not another program's.
        var occupied = await ExistsAsync(connection, "follow_up", cancellationToken);
        if (!await ExistsAsync(connection, "inbox_schema", cancellationToken))
        {
            return occupied
                ? throw server.Refuse("has a table follow_up of another program: name another database, or another 'Search Path'")
                : All;
        }

        var version = (int)(await AskAsync(connection, "select version from inbox_schema", cancellationToken))!;
        return version <= All.Count
            ? [.. All.Skip(version)]
            : throw server.Refuse(FormattableString.Invariant(
                $"was written by a newer version of this program (its schema is {version}, known is {All.Count})"));
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
}
