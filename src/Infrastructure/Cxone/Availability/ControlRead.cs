using CxoneAssist.Application.Ports;

namespace CxoneAssist.Infrastructure.Cxone.Availability;

/// <summary>
/// Which form to ask for once more where CXone denies another, or answers with something else than a form: one that was
/// read. Whether it is still answered tells whether CXone denies one or all, also where no more interactions come.
/// </summary>
internal sealed class ControlRead(CxoneAvailability availability, TimeProvider time)
{
    /// <summary>How often at most.</summary>
    public static readonly TimeSpan Interval = FailureJudgement.ShortestWait;

    private readonly Lock _lock = new();
    private string? _witness;
    private long? _lastAt;

    /// <summary>The form of an interaction was read.</summary>
    public void FormRead(string interactionId) => Volatile.Write(ref _witness, interactionId);

    /// <summary>The interaction to ask for; afterwards <see cref="CxoneAvailability.WorkEnded"/> is to be told.</summary>
    /// <param name="failure">What a call for a form was taken for.</param>
    /// <returns><c>null</c> where the cause of the failure is known, or nothing can be asked now.</returns>
    public string? Begin(CallFailure failure)
    {
        var isUnclear = failure is { Status: 403 or (>= 200 and < 300) } and ({ Outage: true } or { Kind: FailureKind.Unavailable });
        lock (_lock)
        {
            if (!isUnclear || _witness is not { } witness || (_lastAt is { } at && time.GetElapsedTime(at) < Interval)
                || !availability.TryBeginControl(witness))
            {
                return null;
            }

            _lastAt = time.GetTimestamp();
            return witness;
        }
    }
}
