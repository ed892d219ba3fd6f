namespace CxoneAssist.Infrastructure.Cxone.RateLimiting;

/// <summary>
/// So many calls at once; who finds no place waits in line, so long at most. Most calls wait under load, and a semaphore that can be cancelled and
/// timed costs each of them two token sources and a timer: here the whole line has one timer, since whoever came first loses patience first.
/// </summary>
internal sealed class ConcurrencyLimiter : IDisposable
{
    private readonly TimeSpan _patience;
    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private readonly Lock _lock = new();
    private readonly Queue<Waiting> _line = new();
    private int _free;

    public ConcurrencyLimiter(int count, TimeSpan patience, TimeProvider time)
    {
        (_free, _patience, _time) = (count, patience, time);
        _timer = time.CreateTimer(limiter => ((ConcurrencyLimiter)limiter!).LosePatience(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Takes a place.</summary>
    /// <returns>Whether one came free in time; then <see cref="Release"/> gives it back.</returns>
    public ValueTask<bool> TryAcquireAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Waiting waiting;
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
                _timer.Change(_patience, Timeout.InfiniteTimeSpan);
            }
        }

        return new(WaitAsync(waiting, cancellationToken));
    }

    /// <summary>Gives a place back: to whoever waits longest, if anybody does.</summary>
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

    private static async Task<bool> WaitAsync(Waiting waiting, CancellationToken cancellationToken)
    {
        await using var cancelled = cancellationToken.UnsafeRegister(
            static (waiting, token) => ((Waiting)waiting!).TrySetCanceled(token), waiting).ConfigureAwait(false);
        return await waiting.Task.ConfigureAwait(false);
    }

    private void LosePatience()
    {
        lock (_lock)
        {
            while (_line.TryPeek(out var first))
            {
                var left = _patience - _time.GetElapsedTime(first.Since);
                if (left > TimeSpan.Zero)
                {
                    _timer.Change(left, Timeout.InfiniteTimeSpan);
                    return;
                }

                _line.Dequeue().TrySetResult(false);
            }
        }
    }

    // Its continuation must not run under the lock.
    private sealed class Waiting(long since) : TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        public long Since { get; } = since;
    }
}
