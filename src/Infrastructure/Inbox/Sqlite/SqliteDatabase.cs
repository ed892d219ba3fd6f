using CxoneAssist.Infrastructure.Inbox.Sqlite.Files;
using CxoneAssist.Infrastructure.Inbox.Sqlite.Reading;
using CxoneAssist.Infrastructure.Inbox.Sqlite.Writing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace CxoneAssist.Infrastructure.Inbox.Sqlite;

/// <summary>An opened database: locked, migrated, its writer at work.</summary>
internal sealed class SqliteDatabase : IAsyncDisposable
{
    private readonly SqliteLock _lock;

    private SqliteDatabase(
        SqliteLock @lock, SqliteReaders readers, SqliteWriter writer, SqliteRejections rejections, JournalSize journal, InboxStorage location) =>
        (_lock, Readers, Writer, Rejections, Journal, Location) = (@lock, readers, writer, rejections, journal, location);

    public InboxStorage Location { get; }

    public SqliteReaders Readers { get; }

    public SqliteWriter Writer { get; }

    public SqliteRejections Rejections { get; }

    public JournalSize Journal { get; }

    /// <exception cref="InboxStartException">It cannot be opened.</exception>
    public static SqliteDatabase Open(SqliteFile file, InboxOptions options, PrefetchBuffer prefetched, TimeProvider clock, ILogger logger)
    {
        var held = SqliteLock.Acquire(file);
        SqliteConnection? connection = null, checkpointing = null;
        try
        {
            connection = file.OpenForWriting();
            var isNew = SqliteMigrations.Apply(file, connection);
            TakeOverAtStart(connection, clock);
            checkpointing = file.OpenForWriting();
            var files = FilesInPlace.Remember(file);
            var journal = new JournalSize(file, logger);
            var checkpointer = new WalCheckpointer(checkpointing, files, journal);
            var writer = new SqliteWriter(connection, files, checkpointer, options, prefetched, clock, logger);
            var rejections = new SqliteRejections(writer, logger);
            return new SqliteDatabase(held, new SqliteReaders(file, files), writer, rejections, journal, new InboxStorage(file.Path, isNew));
        }
        catch (Exception error)
        {
            checkpointing?.Dispose();
            connection?.Dispose();
            held.Dispose();
            throw error is SqliteException sqlite ? Refusal(file, sqlite) : error;
        }
    }

    // The writer closes last and moves what the journal holds into the database; the lock is let go
    // of when nothing more can be written.
    public async ValueTask DisposeAsync()
    {
        await Readers.DisposeAsync();
        await Writer.DisposeAsync();
        _lock.Dispose();
    }

    // The process that held these leases is gone: the lock is ours.
    private static void TakeOverAtStart(SqliteConnection connection, TimeProvider clock)
    {
        using var takeOver = new PreparedStatement(connection, SqliteStatement.TakeOverAtStart.Text());
        takeOver.Bind("@now", clock.GetUtcNow()).Run();
    }

    /// <summary>What the operator who starts the program is told of a failure of SQLite's.</summary>
    internal static InboxStartException Refusal(SqliteFile file, SqliteException error) => LacksSpace(file, error)
        ? file.RefuseForSpace(error)
        : file.Refuse(Why(error), error);

    // The index of the journal that could not be made for want of space is reported as an error of reading or writing.
    private static bool LacksSpace(SqliteFile file, SqliteException error) => error.SqliteErrorCode switch
    {
        SQLitePCL.raw.SQLITE_FULL => true,
        SQLitePCL.raw.SQLITE_IOERR or SQLitePCL.raw.SQLITE_CANTOPEN => FreeSpace.IsLacking(file.Folder),
        _ => false,
    };

    private static string Why(SqliteException error) => error.SqliteErrorCode switch
    {
        SQLitePCL.raw.SQLITE_NOTADB => "is not a SQLite database: name another file",
        SQLitePCL.raw.SQLITE_CORRUPT => "is damaged: restore it, or name another file",
        SQLitePCL.raw.SQLITE_CANTOPEN or SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_PERM => "cannot be opened for writing",
        SQLitePCL.raw.SQLITE_BUSY => "is locked by another program",
        _ => $"cannot be opened (SQLite error {error.SqliteErrorCode})",
    };
}
