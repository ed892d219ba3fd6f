using System.Threading.Channels;
using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Inbox.Sqlite.Files;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace CxoneAssist.Infrastructure.Inbox.Sqlite.Writing;

/// <summary>
/// The one thread that writes, with the one connection that may. What waits while it commits makes
/// up its next transaction.
/// </summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    // Senders of webhooks give up after a few seconds; a clear 503 in time is worth more to them than a late 200.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Channel<IWriteOperation> _queue;
    private readonly SqliteConnection _connection;
    private readonly WalCheckpointer _checkpointer;
    private readonly WriteSession _session;
    private readonly GroupCommit _commit;
    private readonly TimeProvider _clock;
    private readonly int _maxBatch;
    private readonly TaskCompletionSource _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _closing;

    public SqliteWriter(
        SqliteConnection connection,
        FilesInPlace files,
        WalCheckpointer checkpointer,
        InboxOptions options,
        PrefetchBuffer prefetched,
        TimeProvider clock,
        ILogger logger)
    {
        (_connection, _checkpointer) = (connection, checkpointer);
        _clock = clock;
        _maxBatch = options.MaxBatch;
        var failures = new WriteFailures(logger);
        _session = new WriteSession(connection, prefetched, clock, options.Lease, failures);
        _commit = new GroupCommit(connection, files, _session, failures, logger);
        _queue = Channel.CreateBounded<IWriteOperation>(new BoundedChannelOptions(options.QueueCapacity) { SingleReader = true });
        new Thread(Work) { IsBackground = true, Name = "Inbox writer" }.Start();
    }

    /// <exception cref="InboxUnavailableException">
    /// The queue is full, there was no answer in time, or the database failed.
    /// </exception>
    public Task<T> RunAsync<T>(WriteOperation<T> operation, CancellationToken cancellationToken = default)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancellationToken);
        }

        return _queue.Writer.TryWrite(operation)
            ? operation.AnswerAsync(Patience, _clock, cancellationToken)
            : Task.FromException<T>(new InboxUnavailableException(
                _closing ? "The inbox is closed." : "Too much is waiting to be stored in the inbox."));
    }

    /// <summary>Finishes what was taken on, then closes the connection.</summary>
    public async ValueTask DisposeAsync()
    {
        _closing = true;
        _queue.Writer.TryComplete();
        await _finished.Task;
    }

    private void Work()
    {
        var batch = new List<IWriteOperation>(_maxBatch);
        while (_queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (batch.Count < _maxBatch && _queue.Reader.TryRead(out var operation))
            {
                if (operation.TryStart())
                {
                    batch.Add(operation);
                }
            }

            var operations = batch.Count;
            _commit.Run(batch);
            _checkpointer.Committed(operations);
        }

        _session.Dispose();
        _checkpointer.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _connection.Dispose();
        _finished.SetResult();
    }
}
