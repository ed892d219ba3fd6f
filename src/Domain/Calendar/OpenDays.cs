namespace CxoneAssist.Domain.Calendar;

/// <summary>
/// The days of a calendar as instants. Turning local times into instants is what costs, so that the
/// days last asked for are kept: as many as there are slots, each in the slot its number falls on.
/// Threads that meet in one at worst work a day out twice.
/// </summary>
internal sealed class OpenDays(OpeningTable table, ZoneClock clock)
{
    private const int Slots = 2048;

    // Hours that close on the next day can run into what the clock shows as the day after that when
    // it goes back over midnight.
    private const int Reach = 2;

    private readonly OpenDay?[] _kept = new OpenDay?[Slots];

    public OpenDay On(int day)
    {
        ref var slot = ref _kept[day & (Slots - 1)];
        var kept = Volatile.Read(ref slot);
        if (kept?.Number != day)
        {
            kept = new OpenDay(day, Ticks(day), Intervals);
            Volatile.Write(ref slot, kept);
        }

        return kept;
    }

    private long Ticks(int day)
    {
        var hours = table.On(day);
        if (hours.Count > 0 && !IsSteady(day))
        {
            return Intervals(day).Sum(interval => interval.Closes - interval.Opens);
        }

        var minutes = 0L;
        foreach (var one in hours)
        {
            minutes += one.ClosesAtMinute - one.OpensAtMinute;
        }

        return minutes * TimeSpan.TicksPerMinute;
    }

    // Where its clock does not change, a day is open for as long as the clock shows. Offsets are at
    // most 14 hours, and a night ends on the next day.
    private bool IsSteady(int day) => day > Reach && day < OpeningTable.LastDay - Reach
        && clock.OffsetAt(Local(day - 1, 0)) == clock.OffsetAt(Local(day + Reach + 1, 0));

    private OpenInterval[] Intervals(int day)
    {
        var hours = table.On(day);
        if (hours.Count == 0)
        {
            return [];
        }

        var intervals = new List<OpenInterval>(hours.Count);
        for (var i = 0; i < hours.Count; i++)
        {
            // When the clock goes back, hours can close after the next ones have opened: no instant
            // may count twice.
            var next = i + 1 < hours.Count ? Instant(day, hours[i + 1]) : NextOpening(day);
            var (opens, closes) = (Instant(day, hours[i]), Math.Min(next, Within(clock.Latest(Local(day, hours[i].ClosesAtMinute)))));
            if (opens < closes)
            {
                intervals.Add(new OpenInterval(opens, closes));
            }
        }

        return [.. intervals];
    }

    private long NextOpening(int day)
    {
        for (var next = day + 1; next <= day + Reach; next++)
        {
            if (table.On(next) is [var first, ..])
            {
                return Instant(next, first);
            }
        }

        return ZoneClock.LastTick;
    }

    private long Instant(int day, OpeningHours hours) => Within(clock.Earliest(Local(day, hours.OpensAtMinute)));

    private static long Local(int day, int minute) => (day * TimeSpan.TicksPerDay) + (minute * TimeSpan.TicksPerMinute);

    private static long Within(long utc) => Math.Clamp(utc, 0, ZoneClock.LastTick);
}
