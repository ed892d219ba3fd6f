using System.Threading.Channels;
using CxoneAssist.Application.Ports;

namespace CxoneAssist.Infrastructure.Inbox.PostgreSql.Writing;

/// <summary>
/// Writes what waits together. While one lane waits for its commit another takes what has come in
/// since: the server syncs both at once.
/// </summary>
internal sealed class Batcher<TOperation, T> : IAsyncDisposable
    where TOperation : PendingOperation<T>
{
    // Senders of webhooks give up after a few seconds; a clear 503 in time is worth more to them than a late 200.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Channel<TOperation> _queue;
    private readonly Func<List<TOperation>, Task> _write;
    private readonly DatabaseFailures _failures;
    private readonly ILaneWatch<TOperation> _watch;
    private readonly TimeProvider _clock;
    private readonly int _maxBatch;
    private readonly Task _working;
    private volatile bool _closing;

    public Batcher(
        int lanes,
        InboxOptions options,
        DatabaseFailures failures,
        ILaneWatch<TOperation> watch,
        TimeProvider clock,
        Func<List<TOperation>, Task> write)
    {
        (_write, _failures, _watch, _clock, _maxBatch) = (write, failures, watch, clock, options.MaxBatch);
        _queue = Channel.CreateBounded<TOperation>(options.QueueCapacity);
        _working = Task.WhenAll(Enumerable.Range(0, lanes).Select(_ => Task.Run(WorkAsync)));
    }

    /// <exception cref="InboxUnavailableException">
    /// The queue is full, there was no answer in time, or the database failed.
    /// </exception>
    public Task<T> RunAsync(TOperation operation, CancellationToken cancellationToken = default)
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

    /// <summary>Finishes what was taken on.</summary>
    public async ValueTask DisposeAsync()
    {
        _closing = true;
        _queue.Writer.TryComplete();
        await _working;
    }

    private async Task WorkAsync()
    {
        while (await _queue.Reader.WaitToReadAsync())
        {
            List<TOperation> group = [];
            while (group.Count < _maxBatch && _queue.Reader.TryRead(out var operation))
            {
                if (operation.TryStart())
                {
                    group.Add(operation);
                }
            }

            if (group.Count > 0)
            {
                await WriteAsync(group);
            }
        }
    }

    // One that the database rejects is found by writing each by itself: the rest of its group must not fail with it.
    private async Task WriteAsync(List<TOperation> group)
    {
        try
        {
            await _write(group);
            await _watch.StoredAsync();
        }
        catch (Exception error) when (group.Count > 1 && DatabaseFailures.IsOwnFault(error))
        {
            foreach (var operation in group)
            {
                await WriteAsync([operation]);
            }
        }
#pragma warning disable CA1031 // Whatever it was, its callers are told and the lane lives on.
        catch (Exception error)
#pragma warning restore CA1031
        {
            if (DatabaseFailures.IsOutage(error))
            {
                _watch.Failed(group, error);
            }

            var told = _failures.Translate(error);
            foreach (var operation in group)
            {
                operation.Fail(told);
            }
        }
    }
}
