using System.Security.Cryptography;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CxoneAssist.Infrastructure.Cxone.RateLimiting;

/// <summary>
/// Limits the calls of a connection: how many at once, how many a second, and none while CXone asks to wait. The rate
/// is given, or learned from what CXone refuses. Its properties, each a test in simulated time:
/// <list type="bullet">
/// <item>No call is sent in a pause.</item>
/// <item>A pause or a queue of up to 5 s is waited out; for a longer one the lease is refused, with RetryAfter.</item>
/// <item>2,000 interactions against 200 calls/s take at most 1.15 × the ideal time, with under 5 % refused; so do four
/// hosts that share a limit.</item>
/// <item>A host that stalls for 0.3 s every 5.3 s, 6 % of its time, does them in 1.2 × the ideal time at most: turns that
/// came late together are not taken together.</item>
/// <item>Any limit from 20 to 1,000 calls/s, with a burst of 10 to 200 calls, is used to 80 % at least once it is
/// learned, with under 5 % refused.</item>
/// <item>After the limit has risen tenfold, above 80 % of it is used within 60 s.</item>
/// <item>Refusals of single calls do not start a limit.</item>
/// </list>
/// </summary>
internal sealed partial class CxoneRateLimiter(
    IOptions<CxoneOptions> options, TimeProvider time, ILogger<CxoneRateLimiter> logger) : RateLimiter
{
    // A call that would wait longer is refused and comes again later, so that it holds no lease meanwhile.
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    private readonly ConcurrencyLimiter _concurrency = new(options.Value.MaxConcurrency, LongestWait, time);
    private readonly CallSchedule _schedule = new(options.Value.RequestsPerSecond, options.Value.MaxConcurrency);
    private readonly ForwardTime _time = new(time);
    private readonly LeaseCounts _counts = new();
    private readonly Lock _lock = new();

    /// <inheritdoc/>
    public override TimeSpan? IdleDuration => null;

    /// <summary>The end of the present pause; <c>null</c> where calls do not pause.</summary>
    public DateTimeOffset? PausedUntil => Locked<DateTimeOffset?>(now =>
        _schedule.PausedUntil > now ? Clock(_schedule.PausedUntil, now) : null);

    /// <summary>Calls a second, given or learned; <c>null</c> where there is no limit, or none is known.</summary>
    public double? Rate => Locked(_ => _schedule.Rate);

    /// <inheritdoc/>
    public override RateLimiterStatistics GetStatistics() =>
        _counts.Statistics(PausedUntil is null ? _concurrency.Free : 0);

    /// <summary>How many calls may be under way at once now.</summary>
    public int Concurrency => _concurrency.Limit;

    /// <summary>CXone answered a call, and did not refuse it for the rate.</summary>
    /// <param name="sentAt"><see cref="CxoneLease.SentAt"/> of its lease.</param>
    /// <param name="failed">Whether CXone failed.</param>
    public void Accepted(TimeSpan sentAt, bool failed = false)
    {
        var now = _time.Now;
        lock (_lock)
        {
            _schedule.Taken(sentAt, now);
        }

        if (!failed)
        {
            _concurrency.Answered(now, now - sentAt);
        }
    }

    /// <summary>CXone is unavailable: no more than a few calls may be under way once it is back.</summary>
    public void Unavailable() => _concurrency.Fall(_time.Now);

    /// <summary>CXone refused a call because there were too many: all calls pause.</summary>
    /// <param name="asked">How long it asks to wait; <c>null</c> where it does not say.</param>
    /// <param name="sentAt">When the call was sent; <c>null</c> for one that does not count towards the rate.</param>
    /// <returns>Until when.</returns>
    public DateTimeOffset Refused(TimeSpan? asked, TimeSpan? sentAt = null) => Locked(now =>
    {
        var before = _schedule.PausedUntil;
        _schedule.Refused(sentAt, now, asked, RandomNumberGenerator.GetInt32(1001) / 1000d);
        _concurrency.Paused(_schedule.PausedUntil);

        // Calls that were under way may prolong the pause; that is still the same pause.
        if (before <= now)
        {
            Log.Paused(logger, (_schedule.PausedUntil - now).TotalSeconds, _schedule.Rate);
        }

        return Clock(_schedule.PausedUntil, now);
    });

    /// <summary>Takes a lease where a call may be made now.</summary>
    protected override RateLimitLease AttemptAcquireCore(int permitCount)
    {
        RequireOne(permitCount);
        if (!_concurrency.TryAcquire())
        {
            return _counts.Refused(LongestWait);
        }

        var wait = Reserve(latest: null).Wait;
        return wait > TimeSpan.Zero ? Refuse(wait) : _counts.Acquired(_time.Now, _concurrency);
    }

    /// <summary>Waits until a call may be made, for <see cref="LongestWait"/> at most.</summary>
    protected override async ValueTask<RateLimitLease> AcquireAsyncCore(
        int permitCount, CancellationToken cancellationToken)
    {
        RequireOne(permitCount);
        using var queued = _counts.Queue();
        if (!await _concurrency.TryAcquireAsync(cancellationToken))
        {
            return _counts.Refused(LongestWait);
        }

        try
        {
            return await WaitAsync(cancellationToken) is { } refused
                ? Refuse(refused)
                : _counts.Acquired(_time.Now, _concurrency);
        }
        catch
        {
            _concurrency.Release();
            throw;
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _concurrency.Dispose();
        base.Dispose(disposing);
    }
}
