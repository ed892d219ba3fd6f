using CxoneAssist.Infrastructure.Inbox.Sqlite.Reading;
using CxoneAssist.Infrastructure.Inbox.Sqlite.Writing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace CxoneAssist.Infrastructure.Inbox.Sqlite;

/// <summary>An opened database: locked, migrated, its writer at work.</summary>
internal sealed class SqliteDatabase : IAsyncDisposable
{
    private readonly FileStream _lock;

    private SqliteDatabase(FileStream @lock, SqliteReaders readers, SqliteWriter writer, InboxStorage location) =>
        (_lock, Readers, Writer, Location) = (@lock, readers, writer, location);

    public InboxStorage Location { get; }

    public SqliteReaders Readers { get; }

    public SqliteWriter Writer { get; }

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
            var writer = new SqliteWriter(connection, new WalCheckpointer(checkpointing), options, prefetched, clock, logger);
            return new SqliteDatabase(held, new SqliteReaders(file), writer, new InboxStorage(file.Path, isNew));
        }
        catch (Exception error)
        {
            checkpointing?.Dispose();
            connection?.Dispose();
            held.Dispose();
            throw error is SqliteException sqlite ? file.Refuse(Why(sqlite), sqlite) : error;
        }
    }

    // The writer closes last and moves what the journal holds into the database; the lock is let go
    // of when nothing more can be written.
    public async ValueTask DisposeAsync()
    {
        await Readers.DisposeAsync();
        await Writer.DisposeAsync();
        await _lock.DisposeAsync();
    }

    // The process that held these leases is gone: the lock is ours.
    private static void TakeOverAtStart(SqliteConnection connection, TimeProvider clock)
    {
        using var takeOver = new PreparedStatement(connection, SqliteStatement.TakeOverAtStart.Text());
        takeOver.Bind("@now", clock.GetUtcNow()).Run();
    }

    internal static string Why(SqliteException error) => error.SqliteErrorCode switch
    {
        SQLitePCL.raw.SQLITE_NOTADB => "is not a SQLite database: name another file",
        SQLitePCL.raw.SQLITE_CORRUPT => "is damaged: restore it, or name another file",
        SQLitePCL.raw.SQLITE_CANTOPEN or SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_PERM => "cannot be opened for writing",
        SQLitePCL.raw.SQLITE_BUSY => "is locked by another program",
        SQLitePCL.raw.SQLITE_FULL => "cannot be written to: the disk is full",
        _ => $"cannot be opened (SQLite error {error.SqliteErrorCode})",
    };
}
