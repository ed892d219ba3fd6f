namespace CxoneAssist.Domain.Calendar;

/// <summary>
/// Counts in open time. Instants are ticks in UTC; what lies beyond the horizon is the last instant
/// there is.
/// </summary>
internal sealed class BusinessTime(OpeningTable table, ZoneClock clock)
{
    /// <summary>
    /// How many days are counted, three years: no task may be due later than two years ahead, and a
    /// form may be a year old.
    /// </summary>
    public const int Horizon = 3 * 366;

    // Hours that run past midnight, and a clock that goes back over it: what is open at an instant
    // may belong to an earlier day than it shows.
    private const int Reach = 2;

    private static readonly long MostHours = ZoneClock.LastTick / TimeSpan.TicksPerHour;

    private readonly OpenDays _days = new(table, clock);
    private readonly int _lastOpenDay = table.LastOpenDay;

    /// <summary>The first open instant from a start on, with the day it belongs to.</summary>
    public (long At, int Day) NextOpening(long start)
    {
        var first = clock.DayAt(start) - Reach;
        var last = LastDay(first);
        for (var day = first; day <= last; day++)
        {
            foreach (var interval in _days.On(day).Intervals)
            {
                if (interval.Closes > start)
                {
                    return (Math.Max(start, interval.Opens), day);
                }
            }
        }

        return (ZoneClock.LastTick, OpeningTable.LastDay);
    }

    public long AddHours(long start, int hours)
    {
        if (hours > MostHours)
        {
            return ZoneClock.LastTick;
        }

        var left = hours * TimeSpan.TicksPerHour;
        var shown = clock.DayAt(start);
        var last = LastDay(shown - Reach);
        for (var day = shown - Reach; day <= last; day++)
        {
            // The day after may have begun before a clock went back over midnight.
            if (day > shown + 1 && _days.On(day).Ticks is var whole && whole < left)
            {
                left -= whole;
                continue;
            }

            foreach (var interval in _days.On(day).Intervals)
            {
                var open = interval.Closes - Math.Max(start, interval.Opens);
                if (open > 0 && open >= left)
                {
                    return interval.Closes - open + left;
                }

                left -= Math.Max(0, open);
            }
        }

        return ZoneClock.LastTick;
    }

    public long AddDays(long start, int days)
    {
        var (at, first) = NextOpening(start);
        if (days == 0)
        {
            return at;
        }

        var sinceMidnight = clock.LocalAt(at) - (first * TimeSpan.TicksPerDay);
        var last = LastDay(clock.DayAt(start));
        for (var day = first + 1; day <= last; day++)
        {
            if (_days.On(day).IsOpen && --days == 0)
            {
                return OnDay(day, sinceMidnight);
            }
        }

        return ZoneClock.LastTick;
    }

    /// <summary>
    /// When a time of day, given since its midnight, is due on an open day: in a break at its end,
    /// after its closing at that.
    /// </summary>
    public long OnDay(int day, long sinceMidnight)
    {
        var at = clock.Earliest((day * TimeSpan.TicksPerDay) + sinceMidnight);
        var intervals = _days.On(day).Intervals;
        foreach (var interval in intervals)
        {
            if (at <= interval.Closes)
            {
                return Math.Max(at, interval.Opens);
            }
        }

        return intervals[^1].Closes;
    }

    /// <summary>Whether opening hours close at an instant.</summary>
    public bool IsClosing(long at)
    {
        var shown = clock.DayAt(at);
        for (var day = shown - Reach; day <= shown; day++)
        {
            foreach (var interval in _days.On(day).Intervals)
            {
                if (interval.Closes == at)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>
    /// The open intervals that <see cref="AddHours"/> counts, in order. Slow: to be told, not to be
    /// reckoned with.
    /// </summary>
    public IEnumerable<OpenShare> Shares(long start, int hours)
    {
        var left = hours * TimeSpan.TicksPerHour;
        var first = clock.DayAt(start) - Reach;
        for (var day = first; day <= LastDay(first) && left > 0; day++)
        {
            foreach (var interval in _days.On(day).Intervals.ToArray())
            {
                var open = interval.Closes - Math.Max(start, interval.Opens);
                if (open > 0 && left > 0)
                {
                    yield return new OpenShare(day, interval, Math.Min(open, left), open <= left);
                    left -= Math.Min(open, left);
                }
            }
        }
    }

    public bool IsOpenOn(int day) => _days.On(day).IsOpen;

    /// <summary>
    /// The instants at which opening hours open or close, in a stretch of time, in order.
    /// </summary>
    public IEnumerable<long> OpeningsAndClosings(long from, long until)
    {
        var last = clock.DayAt(until);
        for (var day = clock.DayAt(from) - Reach; day <= last; day++)
        {
            foreach (var interval in _days.On(day).Intervals.ToArray())
            {
                if (interval.Opens >= from && interval.Opens < until)
                {
                    yield return interval.Opens;
                }

                if (interval.Closes >= from && interval.Closes < until)
                {
                    yield return interval.Closes;
                }
            }
        }
    }

    /// <summary>The open days that follow a day.</summary>
    public IEnumerable<int> OpenDaysAfter(int first, int count) =>
        Enumerable.Range(first + 1, Math.Max(0, LastDay(first) - first)).Where(day => _days.On(day).IsOpen).Take(count);

    private int LastDay(int first) => Math.Min(first + Horizon, _lastOpenDay);
}
