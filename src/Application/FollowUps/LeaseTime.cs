using System.Runtime.CompilerServices;

namespace CxoneAssist.Application.FollowUps;

/// <summary>
/// The time that this process counts its leases in: the time of day, except that where the clock is set back it goes on as if it had not been. A
/// lease that is thought to last longer than it does would let two hosts make the same call; one that is thought to be over is merely had again.
/// </summary>
internal static class LeaseTime
{
    // The time counted so far belongs to its clock: all callers with the same clock share it.
    private static readonly ConditionalWeakTable<TimeProvider, Count> Counts = [];

    public static DateTimeOffset GetLeaseNow(this TimeProvider time)
    {
        // A lease goes on while the machine is suspended: its clock is followed at once.
        var clock = time is SteadyTime steady ? steady.Clock : time;
        return Counts.GetValue(clock, start => new Count(start)).Now(clock);
    }

    private sealed class Count(TimeProvider start)
    {
        private readonly Lock _lock = new();
        private DateTimeOffset _latest = start.GetUtcNow();
        private long _countedAt = start.GetTimestamp();

        public DateTimeOffset Now(TimeProvider time)
        {
            lock (_lock)
            {
                // In this order, so that a freeze between the two is not counted twice.
                var (clock, timestamp) = (time.GetUtcNow(), time.GetTimestamp());
                var elapsed = time.GetElapsedTime(_countedAt, timestamp);
                var goesOn = _latest + (elapsed > TimeSpan.Zero ? elapsed : TimeSpan.Zero);
                (_latest, _countedAt) = (goesOn > clock ? goesOn : clock, timestamp);
                return _latest;
            }
        }
    }
}
