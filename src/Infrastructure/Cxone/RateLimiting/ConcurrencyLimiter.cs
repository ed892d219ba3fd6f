namespace CxoneAssist.Infrastructure.Cxone.RateLimiting;

/// <summary>
/// Lets a number of calls run at once, which adapts to CXone. The others wait in line, for a limited time. Under load most
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
    private readonly AdaptiveConcurrency _adaptive;
    private int _taken;

    /// <param name="most">How many at most.</param>
    /// <param name="longestWait">How long a call waits for its place.</param>
    /// <param name="time">The clock.</param>
    public ConcurrencyLimiter(int most, TimeSpan longestWait, TimeProvider time)
    {
        (_adaptive, _longestWait, _time) = (new(most), longestWait, time);
        _timer = time.CreateTimer(
            limiter => ((ConcurrencyLimiter)limiter!).TimeOutFirst(),
            this,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan);
    }

    /// <summary>How many calls may run at once now.</summary>
    public int Limit => _adaptive.Limit;

    /// <summary>How many places are free.</summary>
    public int Free => Math.Max(0, _adaptive.Limit - Volatile.Read(ref _taken));

    /// <summary>Takes a place where one is free now.</summary>
    public bool TryAcquire()
    {
        lock (_lock)
        {
            var free = _taken < _adaptive.Limit;
            _taken += free ? 1 : 0;
            return free;
        }
    }

    /// <summary>Takes a place.</summary>
    /// <returns>Whether a place was free in time; then <see cref="Release"/> gives it back.</returns>
    public ValueTask<bool> TryAcquireAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Waiter waiting;
        lock (_lock)
        {
            if (_taken < _adaptive.Limit)
            {
                _taken++;
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
            _taken--;
            if (!LetIn())
            {
                _adaptive.HeldBack();
            }
        }
    }

    /// <summary>CXone answered a call with what was asked for.</summary>
    public void Answered(TimeSpan now, TimeSpan took)
    {
        lock (_lock)
        {
            _adaptive.Answered(now, took);
            LetIn();
        }
    }

    /// <summary>A call waits for something else than a place.</summary>
    public void HeldBack()
    {
        lock (_lock)
        {
            _adaptive.HeldBack();
        }
    }

    /// <summary>No call is made until then.</summary>
    public void Paused(TimeSpan until)
    {
        lock (_lock)
        {
            _adaptive.Paused(until);
        }
    }

    /// <summary>CXone is unavailable: once it is back, it is not asked for all at once.</summary>
    public void Fall(TimeSpan now)
    {
        lock (_lock)
        {
            _adaptive.Fall(now);
        }
    }

    public void Dispose() => _timer.Dispose();

    private static async Task<bool> WaitAsync(Waiter waiting, CancellationToken cancellationToken)
    {
        await using var cancelled = cancellationToken.UnsafeRegister(
            static (waiting, token) => ((Waiter)waiting!).TrySetCanceled(token), waiting);
        return await waiting.Task;
    }

    private bool LetIn()
    {
        var any = false;
        while (_taken < _adaptive.Limit && _line.TryDequeue(out var next))
        {
            if (next.TrySetResult(true))
            {
                (any, _taken) = (true, _taken + 1);
            }
        }

        return any;
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
