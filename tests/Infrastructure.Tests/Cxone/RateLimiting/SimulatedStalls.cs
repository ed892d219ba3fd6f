namespace CxoneAssist.Infrastructure.Tests.Cxone.RateLimiting;

/// <summary>Times in which a host does nothing at all, each host at another time.</summary>
/// <param name="Every">From one to the next; zero where there are none.</param>
/// <param name="For">How long one lasts.</param>
internal readonly record struct SimulatedStalls(TimeSpan Every, TimeSpan For)
{
    /// <summary>When something happens that falls due at a time: then, or at the end of the stall.</summary>
    public TimeSpan Delay(TimeSpan time, int host)
    {
        if (Every == TimeSpan.Zero)
        {
            return time;
        }

        var phase = Every * (host * 0.27);
        var into = TimeSpan.FromTicks((time + phase).Ticks % Every.Ticks);
        return into < For ? time + For - into : time;
    }
}
