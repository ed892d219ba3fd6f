using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CxoneAssist.Infrastructure.Cxone.RateLimiting;

/// <summary>Gives the calls of a connection their turns: so many at once, so many a second, none while CXone asks to wait.</summary>
internal sealed partial class CxoneRateLimiter(IOptions<CxoneOptions> options, TimeProvider time, ILogger<CxoneRateLimiter> logger) : IDisposable
{
    // Whoever would wait longer comes again later: it must not hold a lease meanwhile.
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    private readonly ConcurrencyLimiter _concurrency = new(options.Value.MaxConcurrency, LongestWait, time);
    private readonly CallSchedule _schedule = new(options.Value.RequestsPerSecond, options.Value.MaxConcurrency);
    private readonly Lock _lock = new();
    private readonly long _origin = time.GetTimestamp();
    private TimeSpan _setBack;
    private TimeSpan _latest;

    /// <summary>Until when no call is made; <c>null</c> where calls are made.</summary>
    public DateTimeOffset? PausedUntil
    {
        get
        {
            lock (_lock)
            {
                var now = Now;
                return _schedule.PausedUntil > now ? Clock(_schedule.PausedUntil, now) : null;
            }
        }
    }

    /// <summary>Calls a second, given or learned; <c>null</c> where there is no limit, or none is known.</summary>
    public double? Rate
    {
        get
        {
            lock (_lock)
            {
                return _schedule.Rate;
            }
        }
    }

    // Not the time of day, which can be set back; and should even this one be, it goes on from where it was.
    private TimeSpan Now
    {
        get
        {
            lock (_lock)
            {
                var elapsed = time.GetElapsedTime(_origin) + _setBack;
                _setBack += elapsed < _latest ? _latest - elapsed : TimeSpan.Zero;
                return _latest = elapsed < _latest ? _latest : elapsed;
            }
        }
    }

    public async ValueTask<Permit> AcquireAsync(CancellationToken cancellationToken)
    {
        if (!await _concurrency.TryAcquireAsync(cancellationToken).ConfigureAwait(false))
        {
            return new Permit(null, time.GetUtcNow() + LongestWait, default);
        }

        try
        {
            var refusedUntil = await WaitAsync(cancellationToken).ConfigureAwait(false);
            if (refusedUntil is null)
            {
                return new Permit(_concurrency, null, Now);
            }

            _concurrency.Release();
            return new Permit(null, refusedUntil, default);
        }
        catch
        {
            _concurrency.Release();
            throw;
        }
    }

    /// <summary>CXone answered a call, and did not refuse it for the rate.</summary>
    public void Accepted(TimeSpan sentAt)
    {
        lock (_lock)
        {
            _schedule.Taken(sentAt, Now);
        }
    }

    /// <summary>CXone refused a call because there were too many: all calls pause.</summary>
    /// <param name="asked">How long it asks to wait; <c>null</c> where it does not say.</param>
    /// <param name="sentAt">When the call was sent; <c>null</c> for one that does not count towards the rate.</param>
    /// <returns>Until when.</returns>
    public DateTimeOffset Refused(TimeSpan? asked, TimeSpan? sentAt = null)
    {
        lock (_lock)
        {
            var now = Now;
            var before = _schedule.PausedUntil;
            _schedule.Refused(sentAt, now, asked, RandomNumberGenerator.GetInt32(1001) / 1000d);

            // A pause that is drawn out by calls that were under way is the same pause.
            if (before <= now)
            {
                Log.Paused(logger, (_schedule.PausedUntil - now).TotalSeconds, _schedule.Rate);
            }

            return Clock(_schedule.PausedUntil, now);
        }
    }

    public void Dispose() => _concurrency.Dispose();

    private async ValueTask<DateTimeOffset?> WaitAsync(CancellationToken cancellationToken)
    {
        var patience = Now + LongestWait;
        while (true)
        {
            var (turn, wait) = Reserve(patience);
            if (wait > patience - Now)
            {
                return time.GetUtcNow() + wait;
            }

            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
            }

            if (Holds(turn))
            {
                return null;
            }
        }
    }

    private (Reservation Turn, TimeSpan Wait) Reserve(TimeSpan patience)
    {
        lock (_lock)
        {
            var now = Now;
            var turn = _schedule.Reserve(now, patience);
            return (turn, turn.At - now);
        }
    }

    private bool Holds(Reservation turn)
    {
        lock (_lock)
        {
            return _schedule.Holds(turn);
        }
    }

    private DateTimeOffset Clock(TimeSpan at, TimeSpan now) => time.GetUtcNow() + (at - now);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "CXone limits the rate: all calls pause for {Seconds:F1} s. Calls a second before: {Rate:F1}.")]
        public static partial void Paused(ILogger logger, double seconds, double? rate);
    }
}

/// <summary>A call's turn, given back when the call is over, or the refusal of one.</summary>
/// <param name="Limiter">Whose place was taken; <c>null</c> where none was given.</param>
/// <param name="RefusedUntil">When to come again; <c>null</c> where the turn was given.</param>
/// <param name="SentAt">When the turn was given, by the limiter's own time.</param>
internal readonly record struct Permit(ConcurrencyLimiter? Limiter, DateTimeOffset? RefusedUntil, TimeSpan SentAt) : IDisposable
{
    public void Dispose() => Limiter?.Release();
}
