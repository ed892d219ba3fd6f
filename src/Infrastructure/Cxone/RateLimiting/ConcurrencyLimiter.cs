namespace CxoneAssist.Infrastructure.Cxone.RateLimiting;

/// <summary>
/// Lets a number of calls run at once. The others wait in line, for a limited time. Under load most
/// calls wait, and a semaphore with cancellation and time-out would cost each of them two token
/// sources and a timer. Here one timer serves the whole line, because the call that came first is
/// also the first to time out.
/// </summary>
internal sealed class ConcurrencyLimiter : IDisposable
{
    private readonly TimeSpan _longestWait;
    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private readonly Lock _lock = new();
    private readonly Queue<Waiter> _line = new();
    private int _free;

    public ConcurrencyLimiter(int count, TimeSpan longestWait, TimeProvider time)
    {
        (_free, _longestWait, _time) = (count, longestWait, time);
        _timer = time.CreateTimer(
            limiter => ((ConcurrencyLimiter)limiter!).TimeOutFirst(),
            this,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan);
    }

    /// <summary>Takes a place.</summary>
    /// <returns>Whether a place was free in time; then <see cref="Release"/> gives it back.</returns>
    public ValueTask<bool> TryAcquireAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Waiter waiting;
        lock (_lock)
        {
            if (_free > 0)
            {
                _free--;
                return new(true);
            }

            waiting = new(_time.GetTimestamp());
            _line.Enqueue(waiting);
            if (_line.Count == 1)
            {
                _timer.Change(_longestWait, Timeout.InfiniteTimeSpan);
            }
        }

        return new(WaitAsync(waiting, cancellationToken));
    }

    /// <summary>Gives a place back: to the call that has waited longest, if any waits.</summary>
    public void Release()
    {
        lock (_lock)
        {
            while (_line.TryDequeue(out var next))
            {
                if (next.TrySetResult(true))
                {
                    return;
                }
            }

            _free++;
        }
    }

    public void Dispose() => _timer.Dispose();

    private static async Task<bool> WaitAsync(Waiter waiting, CancellationToken cancellationToken)
    {
        await using var cancelled = cancellationToken.UnsafeRegister(
            static (waiting, token) => ((Waiter)waiting!).TrySetCanceled(token), waiting);
        return await waiting.Task;
    }

    private void TimeOutFirst()
    {
        lock (_lock)
        {
            while (_line.TryPeek(out var first))
            {
                var left = _longestWait - _time.GetElapsedTime(first.Since);
                if (left > TimeSpan.Zero)
                {
                    _timer.Change(left, Timeout.InfiniteTimeSpan);
                    return;
                }

                _line.Dequeue().TrySetResult(false);
            }
        }
    }

    // The continuation must not run under the lock.
    private sealed class Waiter(long since)
        : TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        public long Since { get; } = since;
    }
}
