namespace CxoneAssist.Infrastructure.Cxone.Availability;

/// <summary>
/// The interaction whose form was read last, to be asked for once more where CXone denies another's: the answer tells
/// whether it denies one or all, also where no more interactions come.
/// </summary>
internal sealed class ControlRead(TimeProvider time)
{
    /// <summary>How often at most.</summary>
    public static readonly TimeSpan Interval = FailureJudgement.ShortestWait;

    private readonly Lock _lock = new();
    private string? _lastRead;
    private long? _takenAt;

    public void Succeeded(string interactionId) => Volatile.Write(ref _lastRead, interactionId);

    /// <returns>The interaction, once until it succeeds again; <c>null</c> where there is none, or it was taken lately.</returns>
    public string? Take()
    {
        lock (_lock)
        {
            if (_takenAt is { } at && time.GetElapsedTime(at) < Interval)
            {
                return null;
            }

            var taken = Interlocked.Exchange(ref _lastRead, null);
            _takenAt = taken is null ? _takenAt : time.GetTimestamp();
            return taken;
        }
    }
}
