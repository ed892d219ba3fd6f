using System.Threading.RateLimiting;
using Microsoft.Extensions.Logging;

namespace CxoneAssist.Infrastructure.Cxone.RateLimiting;

internal sealed partial class CxoneRateLimiter
{
    private static void RequireOne(int permitCount)
    {
        if (permitCount != 1)
        {
            throw new ArgumentOutOfRangeException(
                nameof(permitCount), permitCount, "A lease is for one call: ask for 1 permit.");
        }
    }

    private RateLimitLease Refuse(TimeSpan wait)
    {
        _concurrency.Release();
        return _counts.Refused(wait);
    }

    private async ValueTask<TimeSpan?> WaitAsync(CancellationToken cancellationToken)
    {
        var latest = _time.Now + LongestWait;
        while (true)
        {
            var (reservation, wait) = Reserve(latest);
            if (wait > latest - _time.Now)
            {
                return wait;
            }

            if (wait > TimeSpan.Zero)
            {
                _concurrency.HeldBack();
                await Task.Delay(wait, time, cancellationToken);
            }

            if (Locked(now => _schedule.TryUse(reservation, now)))
            {
                return null;
            }
        }
    }

    private (Reservation Reservation, TimeSpan Wait) Reserve(TimeSpan? latest) => Locked(now =>
    {
        var reservation = _schedule.Reserve(now, latest ?? now);
        return (reservation, reservation.At - now);
    });

    private T Locked<T>(Func<TimeSpan, T> action)
    {
        lock (_lock)
        {
            return action(_time.Now);
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
