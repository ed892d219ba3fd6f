namespace CxoneAssist.Domain.Calendar;

/// <summary>
/// The clock on the wall of a zone, in ticks. Only what it shows at an instant is asked of the
/// framework: what a local time means follows from that.
/// </summary>
internal sealed class ZoneClock(TimeZoneInfo zone)
{
    public static readonly long LastTick = DateTime.MaxValue.Ticks;

    /// <summary>What the clock shows at an instant.</summary>
    public long LocalAt(long utc) => utc + OffsetAt(utc);

    /// <summary>
    /// The day the clock shows at an instant, numbered as <see cref="DateOnly.DayNumber"/> does; -1
    /// before the first.
    /// </summary>
    public int DayAt(long utc) => (int)((LocalAt(utc) + TimeSpan.TicksPerDay) / TimeSpan.TicksPerDay) - 1;

    /// <summary>
    /// The first instant at which the clock shows a local time; where it skips it, the one at which
    /// it shows a later one.
    /// </summary>
    public long Earliest(long local) => Candidates(local) is var (first, second) && Shows(first, local) ? first
        : Shows(second, local) ? second
        : EndOfGap(local, first, second);

    /// <summary>
    /// The last instant at which the clock shows a local time; where it skips it, the one at which
    /// it shows a later one.
    /// </summary>
    public long Latest(long local) => Candidates(local) is var (first, second) && Shows(second, local) ? second
        : Shows(first, local) ? first
        : EndOfGap(local, first, second);

    /// <summary>
    /// The changes after an instant up to another, in order. Slow: to be told, not to be reckoned
    /// with.
    /// </summary>
    public IEnumerable<ClockChange> Changes(long after, long until)
    {
        for (var (at, next) = (after, after); at < until; at = next)
        {
            next = Math.Min(until, at + TimeSpan.TicksPerDay);
            if (OffsetAt(at) != OffsetAt(next))
            {
                next = EndOfOffset(at, next);
                yield return new ClockChange(next, next + OffsetAt(at), LocalAt(next));
            }
        }
    }

    public long OffsetAt(long utc) =>
        zone.GetUtcOffset(new DateTime(Math.Clamp(utc, 0, LastTick), DateTimeKind.Utc)).Ticks;

    // An offset is at most 14 hours, so that the day before and the day after lie on both sides of
    // the instants looked for.
    private (long First, long Second) Candidates(long local)
    {
        var before = OffsetAt(local - TimeSpan.TicksPerDay);
        var after = OffsetAt(local + TimeSpan.TicksPerDay);
        return (local - Math.Max(before, after), local - Math.Min(before, after));
    }

    private bool Shows(long utc, long local) => LocalAt(utc) == local;

    private long EndOfGap(long local, long before, long after)
    {
        while (after - before > 1)
        {
            var middle = before + ((after - before) / 2);
            (before, after) = LocalAt(middle) > local ? (before, middle) : (middle, after);
        }

        return after;
    }

    private long EndOfOffset(long before, long after)
    {
        var offset = OffsetAt(before);
        while (after - before > 1)
        {
            var middle = before + ((after - before) / 2);
            (before, after) = OffsetAt(middle) == offset ? (middle, after) : (before, middle);
        }

        return after;
    }
}
