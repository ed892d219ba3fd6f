namespace CxoneAssist.Infrastructure.Tests.Cxone.RateLimiting;

/// <summary>
/// A limit like CXone's: a bucket that is refilled at a rate; a refused call may be repeated after
/// whole seconds.
/// </summary>
internal sealed class SimulatedLimit(double burst)
{
    private double _used;
    private TimeSpan _filledAt;

    public double Burst { get; set; } = burst;

    public required double Rate { get; set; }

    /// <summary>How many calls of a hundred are refused for no reason.</summary>
    public int BadLuck { get; set; }

    public int Calls { get; private set; }

    public int Refused { get; private set; }

    public TimeSpan? Take(TimeSpan now, int chance)
    {
        Calls++;
        _used = Math.Max(0, _used - ((now - _filledAt).TotalSeconds * Rate));
        _filledAt = now;
        var free = Burst - _used;
        if (free >= 1 && chance >= BadLuck)
        {
            _used++;
            return null;
        }

        Refused++;
        return TimeSpan.FromSeconds(free >= 1 ? 1 : Math.Ceiling((1 - free) / Rate));
    }
}
