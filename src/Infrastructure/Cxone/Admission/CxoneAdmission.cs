using CxoneAssist.Infrastructure.Cxone.Pacing;

namespace CxoneAssist.Infrastructure.Cxone.Admission;

/// <summary>Whether work for CXone is worth claiming. What is not claimed holds no lease and consumes nothing.</summary>
internal sealed class CxoneAdmission(CxoneGate gate, CxoneResilience resilience, CxonePacer pacer, TimeProvider time)
{
    /// <summary>Whether any work may be claimed now.</summary>
    public bool IsOpen => gate.IsOpen && resilience.Circuit.IsOpen && pacer.PausedUntil is null;

    /// <summary>Waits until work may be claimed: any amount of it, or one interaction as a probe.</summary>
    public async ValueTask<WorkAdmission> WaitUntilOpenOrProbeAsync(CancellationToken cancellationToken)
    {
        while (pacer.PausedUntil is { } pause)
        {
            await Task.Delay(Later(pause), time, cancellationToken).ConfigureAwait(false);
        }

        var circuit = await resilience.Circuit.WaitAsync(cancellationToken).ConfigureAwait(false);
        var configuration = await gate.WaitUntilOpenOrProbeAsync(cancellationToken).ConfigureAwait(false);
        return circuit == WorkAdmission.Probe ? circuit : configuration;
    }

    private TimeSpan Later(DateTimeOffset at)
    {
        var wait = at - time.GetUtcNow();
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }
}
