using CxoneAssist.Infrastructure.Cxone.Availability;
using CxoneAssist.Infrastructure.Cxone.RateLimiting;
using Microsoft.Extensions.Logging.Abstractions;

namespace CxoneAssist.Infrastructure.Tests.Cxone.Availability;

internal static class AvailabilityParts
{
    /// <summary>As it is registered, with its parts.</summary>
    public static CxoneAvailability Create(CxoneRateLimiter limiter, TimeProvider time) => new(
        new OutageDetector(time),
        new MisconfigurationDetector(time),
        new PauseGate(time),
        limiter,
        time,
        NullLogger<CxoneAvailability>.Instance);
}
