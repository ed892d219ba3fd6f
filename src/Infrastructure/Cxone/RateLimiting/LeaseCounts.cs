using System.Threading.RateLimiting;

namespace CxoneAssist.Infrastructure.Cxone.RateLimiting;

/// <summary>Makes the leases, and counts them for the limiter's statistics.</summary>
internal sealed class LeaseCounts
{
    private long _acquired;
    private long _refused;
    private long _queued;

    public RateLimitLease Acquired(TimeSpan sentAt, ConcurrencyLimiter place)
    {
        Interlocked.Increment(ref _acquired);
        return CxoneLease.Acquired(sentAt, place);
    }

    public RateLimitLease Refused(TimeSpan retryAfter)
    {
        Interlocked.Increment(ref _refused);
        return CxoneLease.Refused(retryAfter);
    }

    /// <summary>A call waits until this is disposed.</summary>
    public IDisposable Queue()
    {
        Interlocked.Increment(ref _queued);
        return new Queued(this);
    }

    public RateLimiterStatistics Statistics(int available) => new()
    {
        CurrentAvailablePermits = available,
        CurrentQueuedCount = Interlocked.Read(ref _queued),
        TotalSuccessfulLeases = Interlocked.Read(ref _acquired),
        TotalFailedLeases = Interlocked.Read(ref _refused),
    };

    private sealed class Queued(LeaseCounts counts) : IDisposable
    {
        public void Dispose() => Interlocked.Decrement(ref counts._queued);
    }
}
