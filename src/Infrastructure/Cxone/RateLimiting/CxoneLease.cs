using System.Threading.RateLimiting;

namespace CxoneAssist.Infrastructure.Cxone.RateLimiting;

/// <summary>The permission of one call, disposed when the call is over; or its refusal.</summary>
internal sealed class CxoneLease : RateLimitLease
{
    /// <summary>When the permission was given, by the rate limiter's own time.</summary>
    public static readonly MetadataName<TimeSpan> SentAt = MetadataName.Create<TimeSpan>("SENT_AT");

    private readonly MetadataName<TimeSpan> _name;
    private readonly TimeSpan _value;
    private ConcurrencyLimiter? _place;

    private CxoneLease(bool isAcquired, MetadataName<TimeSpan> name, TimeSpan value, ConcurrencyLimiter? place) =>
        (IsAcquired, _name, _value, _place) = (isAcquired, name, value, place);

    /// <inheritdoc/>
    public override bool IsAcquired { get; }

    /// <inheritdoc/>
    public override IEnumerable<string> MetadataNames => [_name.Name];

    /// <param name="sentAt">See <see cref="SentAt"/>.</param>
    /// <param name="place">What the place is given back to.</param>
    public static CxoneLease Acquired(TimeSpan sentAt, ConcurrencyLimiter place) => new(true, SentAt, sentAt, place);

    /// <param name="retryAfter">When to ask again.</param>
    public static CxoneLease Refused(TimeSpan retryAfter) => new(false, MetadataName.RetryAfter, retryAfter, null);

    /// <inheritdoc/>
    public override bool TryGetMetadata(string metadataName, out object? metadata)
    {
        metadata = metadataName == _name.Name ? _value : null;
        return metadata is not null;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        Interlocked.Exchange(ref _place, null)?.Release();
        base.Dispose(disposing);
    }
}
