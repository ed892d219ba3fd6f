using System.Globalization;
using CxoneAssist.Infrastructure.Inbox.Rows;
using Microsoft.Data.Sqlite;

namespace CxoneAssist.Infrastructure.Inbox.Sqlite;

/// <summary>Brings a database to the version of this program: whole, or not at all.</summary>
internal static class SqliteMigrations
{
    // "CXOA": tells our database from another program's.
    private const string ApplicationId = "1129860929";

    public static IReadOnlyList<string> All { get; } = EmbeddedSql.ReadFolder("Inbox/Sqlite/Migrations/");

    /// <returns>Whether there was no inbox in it before.</returns>
    /// <exception cref="InboxStartException">The database is newer than this program, or another program's.</exception>
    public static bool Apply(SqliteFile file, SqliteConnection connection)
    {
        connection.Ask("begin immediate");
        try
        {
            var pending = Pending(file, connection);
            foreach (var migration in pending)
            {
                connection.Ask(migration);
            }

            if (pending.Count > 0)
            {
                connection.Ask($"pragma application_id = {ApplicationId}");
                connection.Ask(FormattableString.Invariant($"pragma user_version = {All.Count}"));
            }

            connection.Ask("commit");
            return pending.Count == All.Count;
        }
        catch
        {
            connection.Ask("rollback");
            throw;
        }
    }

    /// <exception cref="InboxStartException">The database is not of this program's version, or no inbox.</exception>
    public static void InsistOnNone(SqliteFile file, SqliteConnection connection)
    {
        var pending = Pending(file, connection).Count;
        if (pending > 0)
        {
            throw file.Refuse(pending == All.Count
                ? "holds no inbox: name the one that the host uses"
                : "was written by an older version of this program: start the host of this version once, it brings it up to date");
        }
    }

    /// <summary>The migrations that the database has not had.</summary>
    /// <exception cref="InboxStartException">The database is newer than this program, or another program's.</exception>
    public static IReadOnlyList<string> Pending(SqliteFile file, SqliteConnection connection)
    {
        var version = int.Parse(connection.Ask("pragma user_version")!, CultureInfo.InvariantCulture);
        var ours = connection.Ask("pragma application_id") == ApplicationId;
        if (!ours && (version != 0 || connection.Ask("select count(*) from sqlite_schema") != "0"))
        {
            throw file.Refuse("belongs to another program: name another file");
        }

        return version <= All.Count
            ? [.. All.Skip(version)]
            : throw file.Refuse(
                $"was written by a newer version of this program (its schema is {version}, known is {All.Count})");
    }
}
