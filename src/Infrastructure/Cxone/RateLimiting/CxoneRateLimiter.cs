using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CxoneAssist.Infrastructure.Cxone.RateLimiting;

/// <summary>
/// Limits the calls of a connection: how many at once, how many a second, and none while CXone asks to wait.
/// </summary>
internal sealed partial class CxoneRateLimiter(
    IOptions<CxoneOptions> options, TimeProvider time, ILogger<CxoneRateLimiter> logger) : IDisposable
{
    // A call that would wait longer is refused and comes again later, so that it holds no lease meanwhile.
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    private readonly ConcurrencyLimiter _concurrency = new(options.Value.MaxConcurrency, LongestWait, time);
    private readonly CallSchedule _schedule = new(options.Value.RequestsPerSecond, options.Value.MaxConcurrency);
    private readonly Lock _lock = new();
    private readonly long _origin = time.GetTimestamp();
    private TimeSpan _setBack;
    private TimeSpan _latest;

    /// <summary>The end of the present pause; <c>null</c> where calls do not pause.</summary>
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

    // Not the time of day, because that can be set back. Should this clock jump back too, it continues
    // from where it was.
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

    /// <summary>Waits until a call may be made, for <see cref="LongestWait"/> at most.</summary>
    public async ValueTask<Permit> AcquireAsync(CancellationToken cancellationToken)
    {
        if (!await _concurrency.TryAcquireAsync(cancellationToken))
        {
            return new Permit(null, time.GetUtcNow() + LongestWait, default);
        }

        try
        {
            var refusedUntil = await WaitAsync(cancellationToken);
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

            // Calls that were under way may prolong the pause; that is still the same pause.
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
        var latest = Now + LongestWait;
        while (true)
        {
            var (reservation, wait) = Reserve(latest);
            if (wait > latest - Now)
            {
                return time.GetUtcNow() + wait;
            }

            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, time, cancellationToken);
            }

            if (Holds(reservation))
            {
                return null;
            }
        }
    }

    private (Reservation Reservation, TimeSpan Wait) Reserve(TimeSpan latest)
    {
        lock (_lock)
        {
            var now = Now;
            var reservation = _schedule.Reserve(now, latest);
            return (reservation, reservation.At - now);
        }
    }

    private bool Holds(Reservation reservation)
    {
        lock (_lock)
        {
            return _schedule.Holds(reservation);
        }
    }

    private DateTimeOffset Clock(TimeSpan at, TimeSpan now) => time.GetUtcNow() + (at - now);

    private static partial class Log
    {
        [LoggerMessage(
            1,
            LogLevel.Information,
            "CXone limits the rate: all calls pause for {Seconds:F1} s. Calls a second before: {Rate:F1}.")]
        public static partial void Paused(ILogger logger, double seconds, double? rate);
    }
}

/// <summary>The permit of one call, disposed when the call is over; or its refusal.</summary>
/// <param name="Limiter">What the permit is given back to; <c>null</c> where it was refused.</param>
/// <param name="RefusedUntil">When to ask again; <c>null</c> where the permit was given.</param>
/// <param name="SentAt">When the permit was given, by the rate limiter's own time.</param>
internal readonly record struct Permit(
    ConcurrencyLimiter? Limiter, DateTimeOffset? RefusedUntil, TimeSpan SentAt) : IDisposable
{
    public void Dispose() => Limiter?.Release();
}
