using CxoneAssist.Application.Ports;

namespace CxoneAssist.Infrastructure.Inbox;

/// <summary>
/// Something that waits to be written together with others, and whose caller waits for a
/// <typeparamref name="T"/>.
/// </summary>
internal abstract class PendingOperation<T>
{
    private const int Waiting = 0;
    private const int Started = 1;
    private const int Abandoned = 2;

    private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _stage;

    /// <summary>
    /// Whether an answer that has been begun is waited for in any case: leases would be lost with
    /// it. A webhook is better answered with 503 in time, since its sender repeats it.
    /// </summary>
    protected virtual bool MustKnow => false;

    /// <summary>The outcome, however long it takes.</summary>
    public Task<T> Answer => _answer.Task;

    /// <summary>Whether it is still wanted. Once started it cannot be abandoned.</summary>
    public bool TryStart() => Interlocked.CompareExchange(ref _stage, Started, Waiting) == Waiting;

    /// <summary>Tells the caller the outcome: it is on disk.</summary>
    public void Complete(T result) => _answer.TrySetResult(result);

    /// <summary>Tells the caller that nothing was written, or that it is not known.</summary>
    public void Fail(Exception error) => _answer.TrySetException(error);

    /// <summary>
    /// Waits for the answer; past the patience or a cancellation only for one that is being worked
    /// on and matters.
    /// </summary>
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
            throw new InboxUnavailableException(
                FormattableString.Invariant($"The inbox did not answer within {patience.TotalSeconds} seconds."), error);
        }
    }

    // Then it will certainly not be done any more.
    private bool TryAbandon() => Interlocked.CompareExchange(ref _stage, Abandoned, Waiting) == Waiting;
}
