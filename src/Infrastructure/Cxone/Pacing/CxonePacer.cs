using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CxoneAssist.Infrastructure.Cxone.Pacing;

/// <summary>Gives the calls of a connection their turns: so many at once, so many a second, none while CXone asks to wait.</summary>
internal sealed partial class CxonePacer(IOptions<CxoneOptions> options, TimeProvider time, ILogger<CxonePacer> logger) : IDisposable
{
    // Whoever would wait longer comes again later: it must not hold a lease meanwhile.
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _places = new(options.Value.MaxConcurrency);
    private readonly TimeSpan _interval = options.Value.RequestsPerSecond is { } rate ? TimeSpan.FromSeconds(1 / rate) : TimeSpan.Zero;
    private readonly Lock _lock = new();
    private DateTimeOffset _nextTurn = DateTimeOffset.MinValue;
    private DateTimeOffset _pausedUntil = DateTimeOffset.MinValue;
    private int _refusals;

    /// <summary>Until when no call is made; <c>null</c> where calls are made.</summary>
    public DateTimeOffset? PausedUntil
    {
        get
        {
            lock (_lock)
            {
                var now = time.GetUtcNow();
                FollowClock(now);
                return _pausedUntil > now ? _pausedUntil : null;
            }
        }
    }

    public async ValueTask<PaceTurn> TakeTurnAsync(CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var refusedUntil = await WaitAsync(cancellationToken).ConfigureAwait(false);
            if (refusedUntil is null)
            {
                return new PaceTurn(_places, null);
            }

            _places.Release();
            return new PaceTurn(null, refusedUntil);
        }
        catch
        {
            _places.Release();
            throw;
        }
    }

    /// <summary>CXone took a call: refusals to come are counted anew.</summary>
    public void Accepted()
    {
        if (Volatile.Read(ref _refusals) != 0)
        {
            Volatile.Write(ref _refusals, 0);
        }
    }

    /// <summary>CXone refused a call because there were too many: all calls pause.</summary>
    /// <param name="asked">How long it asks to wait; <c>null</c> where it does not say.</param>
    /// <returns>Until when.</returns>
    public DateTimeOffset Refused(TimeSpan? asked)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();

            // Calls that were under way together are refused together: that is one refusal.
            if (asked is null && _pausedUntil > now)
            {
                return _pausedUntil;
            }

            var until = now + (asked ?? RetryAfter.Backoff(++_refusals, RandomNumberGenerator.GetInt32(1001) / 1000d));
            if (until > _pausedUntil)
            {
                _pausedUntil = until;
                Log.Paused(logger, (until - now).TotalSeconds);
            }

            return _pausedUntil;
        }
    }

    public void Dispose() => _places.Dispose();

    private async ValueTask<DateTimeOffset?> WaitAsync(CancellationToken cancellationToken)
    {
        var patience = time.GetUtcNow() + LongestWait;
        if (!TryReserve(patience, out var turn))
        {
            return turn;
        }

        // A pause may begin while this call waits for its turn.
        for (var now = time.GetUtcNow(); now < turn; now = time.GetUtcNow())
        {
            await Task.Delay(turn - now, time, cancellationToken).ConfigureAwait(false);
            if (PausedUntil is { } pause)
            {
                turn = pause;
                if (turn > patience)
                {
                    return turn;
                }
            }
        }

        return null;
    }

    private bool TryReserve(DateTimeOffset patience, out DateTimeOffset turn)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            FollowClock(now);
            turn = Latest(now, _nextTurn, _pausedUntil);
            if (turn > patience)
            {
                return false;
            }

            _nextTurn = turn + _interval;
            return true;
        }
    }

    // After the clock was set back, what was reserved by the old time would hold all calls until it comes round again.
    private void FollowClock(DateTimeOffset now)
    {
        if (_nextTurn - now > LongestWait + _interval)
        {
            _nextTurn = now;
        }

        if (_pausedUntil - now > RetryAfter.Longest)
        {
            _pausedUntil = now;
        }
    }

    private static DateTimeOffset Latest(DateTimeOffset a, DateTimeOffset b, DateTimeOffset c)
    {
        var latest = a > b ? a : b;
        return latest > c ? latest : c;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "CXone limits the rate: all calls pause for {Seconds:F1} s.")]
        public static partial void Paused(ILogger logger, double seconds);
    }
}

/// <summary>A call's turn, given back when the call is over, or the refusal of one.</summary>
/// <param name="Place">The place taken; <c>null</c> where none was given.</param>
/// <param name="RefusedUntil">When to come again; <c>null</c> where the turn was given.</param>
internal readonly record struct PaceTurn(SemaphoreSlim? Place, DateTimeOffset? RefusedUntil) : IDisposable
{
    public void Dispose() => Place?.Release();
}
