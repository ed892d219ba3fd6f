using CxoneAssist.Infrastructure.Inbox.Sqlite.Files;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CxoneAssist.Infrastructure.Inbox.Sqlite.Writing;

/// <summary>
/// Moves what the journal holds into the database, from a thread and a connection of its own: no
/// commit, and so no webhook, waits for it. Under load the writer is always a little ahead; when
/// the journal has grown to the writer's own limit, it moves the little that is left.
/// </summary>
internal sealed class WalCheckpointer : IAsyncDisposable
{
    // About as many pages as the journal is to gather before they are moved.
    private const int OperationsBetween = 4000;

    private readonly SqliteConnection _connection;
    private readonly FilesInPlace _files;
    private readonly JournalSize _journal;
    private readonly AutoResetEvent _wanted = new(initialState: false);
    private readonly TaskCompletionSource _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _operations;
    private volatile bool _closing;

    public WalCheckpointer(SqliteConnection connection, FilesInPlace files, JournalSize journal)
    {
        (_connection, _files, _journal) = (connection, files, journal);
        new Thread(Work) { IsBackground = true, Name = "Inbox checkpoints" }.Start();
    }

    /// <summary>Notes that operations were committed. For the writer alone.</summary>
    public void Committed(int operations)
    {
        _operations += operations;
        if (_operations >= OperationsBetween)
        {
            _operations = 0;
            _wanted.Set();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _closing = true;
        _wanted.Set();
        await _finished.Task;
        _wanted.Dispose();
    }

    private void Work()
    {
        while (_wanted.WaitOne() && !_closing)
        {
            Checkpoint();
        }

        _connection.Dispose();
        _finished.SetResult();
    }

    // Where it fails, the journal grows until it succeeds, or the writer's own commit says what is wrong.
    private void Checkpoint()
    {
        if (_files.AreAll())
        {
            _ = raw.sqlite3_wal_checkpoint_v2(_connection.Handle, "main", raw.SQLITE_CHECKPOINT_PASSIVE, out _, out _);
            _journal.Report();
        }
    }
}
