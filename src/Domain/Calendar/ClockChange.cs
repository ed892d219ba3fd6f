namespace CxoneAssist.Domain.Calendar;

/// <summary>
/// A change of a zone's clock, in ticks: the instant, what the clock would have shown at it, and
/// what it shows.
/// </summary>
internal readonly record struct ClockChange(long At, long From, long To)
{
    public bool IsForward => To > From;

    /// <summary>The first of the local times that are skipped or shown twice.</summary>
    public long First => Math.Min(From, To);

    /// <summary>The local time at which the clock is as ever again.</summary>
    public long End => Math.Max(From, To);

    /// <summary>Whether a local time is skipped or shown twice.</summary>
    public bool Holds(long local) => First <= local && local < End;
}
