using CxoneAssist.Application.Ports;

namespace CxoneAssist.Infrastructure.Inbox.Sqlite.Writing;

/// <summary>Something to be written, as the writer sees it.</summary>
internal abstract class WriteOperation
{
    private const int Waiting = 0;
    private const int Started = 1;
    private const int Abandoned = 2;

    private int _stage;

    /// <summary>Whether it may store a row that could go straight to a worker.</summary>
    public virtual bool MayHandOver => false;

    /// <summary>Whether it is still wanted. Once started it cannot be abandoned.</summary>
    public bool TryStart() => Interlocked.CompareExchange(ref _stage, Started, Waiting) == Waiting;

    /// <summary>Does the work within the open transaction. May be called again after a roll-back.</summary>
    public abstract void Execute(WriteSession session);

    /// <summary>Tells the caller the outcome: it is on disk.</summary>
    public abstract void Complete();

    /// <summary>Tells the caller that nothing was written.</summary>
    public abstract void Fail(Exception error);

    /// <summary>Whether it will certainly not be done any more.</summary>
    protected bool TryAbandon() => Interlocked.CompareExchange(ref _stage, Abandoned, Waiting) == Waiting;
}

/// <summary>Something to be written that answers with a <typeparamref name="T"/>.</summary>
internal abstract class WriteOperation<T> : WriteOperation
{
    private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T _result = default!;

    public sealed override void Execute(WriteSession session) => _result = Write(session);

    public sealed override void Complete() => _answer.TrySetResult(_result);

    public sealed override void Fail(Exception error) => _answer.TrySetException(error);

    /// <summary>Waits for the answer; past the patience or a cancellation only for one that is being worked on and matters.</summary>
    /// <exception cref="InboxUnavailableException">There was none in time.</exception>
    public async Task<T> AnswerAsync(TimeSpan patience, TimeProvider clock, CancellationToken cancellationToken)
    {
        try
        {
            return await _answer.Task.WaitAsync(patience, clock, cancellationToken);
        }
        catch (Exception error) when (error is TimeoutException or OperationCanceledException)
        {
            if (!TryAbandon() && (MustKnow || _answer.Task.IsCompleted))
            {
                return await _answer.Task;
            }

            cancellationToken.ThrowIfCancellationRequested();
            throw new InboxUnavailableException($"The inbox did not answer within {patience.TotalSeconds} seconds.", error);
        }
    }

    /// <summary>
    /// Whether an answer that has been begun is waited for in any case: leases would be lost with it. A webhook is better answered with 503
    /// in time, since its sender repeats it.
    /// </summary>
    protected virtual bool MustKnow => false;

    /// <summary>Does the work within the open transaction. May be called again after a roll-back.</summary>
    protected abstract T Write(WriteSession session);
}
