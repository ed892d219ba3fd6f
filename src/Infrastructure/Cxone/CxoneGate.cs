using CxoneAssist.Infrastructure.Cxone.Admission;
using CxoneAssist.Infrastructure.Cxone.RateLimiting;

namespace CxoneAssist.Infrastructure.Cxone;

internal enum GateAdmission
{
    /// <summary>Any amount of work may be claimed.</summary>
    Open,

    /// <summary>One interaction may be claimed, to see whether CXone takes calls again.</summary>
    Probe,
}

/// <summary>
/// Whether the pump may claim work that needs CXone. It may not while the connection is configured wrongly, while CXone
/// fails, or while CXone asks to wait for long. Work that is not claimed holds no lease and consumes nothing.
/// </summary>
internal sealed class CxoneGate(
    ConfigurationGate configuration, CxoneResilience resilience, CxoneRateLimiter limiter, TimeProvider time)
{
    /// <summary>Whether any amount of work may be claimed now.</summary>
    public bool IsOpen => configuration.IsOpen && resilience.Circuit.IsOpen && LongPause is null;

    /// <summary>The calls a second that can be made; <c>null</c> where no limit is known.</summary>
    public double? Rate => limiter.Rate;

    // A call waits out a short pause by itself.
    private TimeSpan? LongPause =>
        limiter.PausedUntil - time.GetUtcNow() is { } pause && pause > CxoneRateLimiter.LongestWait ? pause : null;

    /// <summary>Waits until work may be claimed.</summary>
    public async ValueTask<GateAdmission> WaitUntilOpenOrProbeAsync(CancellationToken cancellationToken)
    {
        while (LongPause is { } pause)
        {
            await Task.Delay(pause, time, cancellationToken);
        }

        var circuit = await resilience.Circuit.WaitAsync(cancellationToken);
        var configured = await configuration.WaitUntilOpenOrProbeAsync(cancellationToken);
        return circuit == GateAdmission.Probe ? circuit : configured;
    }
}
