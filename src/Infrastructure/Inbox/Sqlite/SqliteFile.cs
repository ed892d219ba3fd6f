using Microsoft.Data.Sqlite;

namespace CxoneAssist.Infrastructure.Inbox.Sqlite;

/// <summary>The database file that <c>ConnectionStrings:Inbox</c> names, and how connections to it are made.</summary>
internal sealed class SqliteFile
{
    private const string Setting = "ConnectionStrings:Inbox";

    // Nothing but a reader's checkpoint or a person's tool can be in the writer's way, and a
    // webhook waits 2 seconds at most.
    private const int BusySeconds = 1;

    // Ids come in no order, so every webhook dirties a page of its own: small pages halve what is
    // written to disk. What the journal holds is moved into the database next to the writer
    // (WalCheckpointer); only at 32 MB does the writer stop for it.
    // A journal that had to grow further, under another program's reader, gives the disk back afterwards.
    private const string WriteTuning =
        "pragma page_size = 2048; pragma wal_autocheckpoint = 16000; pragma journal_size_limit = 67108864";

    private SqliteFile(string path) => Path = path;

    public string Path { get; }

    public string Folder => System.IO.Path.GetDirectoryName(Path)!;

    /// <exception cref="InboxStartException">It names no file that follow-ups could be kept in.</exception>
    public static SqliteFile Parse(string connectionString)
    {
        SqliteConnectionStringBuilder settings;
        try
        {
            settings = new SqliteConnectionStringBuilder(connectionString);
        }
        catch (Exception error) when (error is ArgumentException or FormatException)
        {
            // Its message may quote the value, and the value may hold a password.
            throw new InboxStartException($"{Setting} is not a SQLite connection string; give it as 'Data Source=PATH'.");
        }

        var source = settings.DataSource;
        if (source.Length == 0 || source == ":memory:" || settings.Mode == SqliteOpenMode.Memory)
        {
            throw new InboxStartException(
                $"{Setting} names no file, and a follow-up kept in memory would be lost; give it as 'Data Source=PATH'.");
        }

        if (source.StartsWith("file:", StringComparison.OrdinalIgnoreCase) || settings.Mode == SqliteOpenMode.ReadOnly)
        {
            throw new InboxStartException(
                $"{Setting} must name a plain path that can be written to, without file: and without Mode=ReadOnly.");
        }

        return new SqliteFile(RealPath(source));
    }

    public InboxStartException Refuse(string what, Exception? cause = null)
    {
        var sentence = $"The inbox database '{Path}' ({Setting}) {what}.";
        return cause is null ? new InboxStartException(sentence) : new InboxStartException(sentence, cause);
    }

    /// <summary>Starting again helps once there is room; the settings may well be right.</summary>
    public InboxStartException RefuseForSpace(Exception cause)
    {
        var sentence = Refuse($"cannot be opened: there is no room on '{Folder}'. Free some space there").Message;
        return new InboxStartException(sentence, cause) { MayPass = true };
    }

    public SqliteConnection OpenForWriting()
    {
        PrivateFiles.MakeFile(Path);
        return Open(SqliteOpenMode.ReadWriteCreate, connection =>
        {
            // Another program's database is refused before anything in it is changed, its journal mode included.
            SqliteMigrations.Pending(this, connection);
            connection.Ask(WriteTuning);
            // What retention deletes is to be gone from the file, not only from the table.
            connection.Ask("pragma secure_delete = on");
        });
    }

    public SqliteConnection OpenForReading() => Open(SqliteOpenMode.ReadOnly, static _ => { });

    /// <summary>
    /// Opens it to be read if it is an inbox of this program's version, before anything else is
    /// asked of it.
    /// </summary>
    /// <exception cref="InboxStartException">It is not.</exception>
    public SqliteConnection OpenExisting() =>
        Open(SqliteOpenMode.ReadOnly, connection => SqliteMigrations.InsistOnNone(this, connection));

    private SqliteConnection Open(SqliteOpenMode mode, Action<SqliteConnection> prepare)
    {
        var settings = new SqliteConnectionStringBuilder { DataSource = Path, Mode = mode, Pooling = false, DefaultTimeout = BusySeconds };
        var connection = new SqliteConnection(settings.ToString());
        try
        {
            connection.Open();
            connection.Ask($"pragma busy_timeout = {BusySeconds * 1000}");
            prepare(connection);
            Insist(connection, "journal_mode", "wal", "wal");
            // Under WAL anything less may lose commits at a power cut that were answered with 200.
            Insist(connection, "synchronous", "full", "2");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private void Insist(SqliteConnection connection, string pragma, string value, string expected)
    {
        connection.Ask($"pragma {pragma} = {value}");
        var actual = connection.Ask($"pragma {pragma}");
        if (actual != expected)
        {
            throw Refuse($"does not take {pragma}={value}, without which an acknowledged webhook could be lost (it is {actual})");
        }
    }

    // Two names of one file must meet at one lock.
    private static string RealPath(string source)
    {
        var path = System.IO.Path.GetFullPath(source);
        try
        {
            return File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Opening it reports the reason, with the setting's name.
            return path;
        }
    }
}
