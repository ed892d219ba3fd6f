using static System.FormattableString;

namespace CxoneAssist.Domain.Calendar;

/// <summary>Business hours and business days, counted in sentences. Long counts are told by their beginning and their end.</summary>
internal sealed class BusinessTimeSteps(BusinessCalendar calendar, TimeText text)
{
    private const int ToldFirst = 4;
    private const int ToldLast = 2;
    private const int ToldClosed = 3;

    private readonly List<string> _steps = [];

    public IReadOnlyList<string> Write(DateTimeOffset start, FollowUpDuration duration)
    {
        var (at, day) = calendar.Time.NextOpening(start.UtcTicks);
        if (duration.After(start, calendar) == DateTimeOffset.MaxValue)
        {
            return [$"There is no {duration} of open time in the hundred years that follow: the latest time there is."];
        }

        if (at > start.UtcTicks)
        {
            TellClosed(calendar.Clock.DayAt(start.UtcTicks) - 1, day);
            _steps.Add($"Closed then: counted from the next opening, {text.Local(new DateTimeOffset(at, TimeSpan.Zero))}.");
        }

        if (duration.Unit is DurationUnit.BusinessHours)
        {
            TellHours([.. calendar.Time.Shares(start.UtcTicks, duration.Amount)]);
        }
        else if (duration.Amount > 0)
        {
            TellDays(at, day, [.. calendar.Time.OpenDaysAfter(day, duration.Amount)]);
        }

        return _steps;
    }

    private void TellHours(List<OpenShare> shares)
    {
        for (var i = 0; i < shares.Count; i++)
        {
            var untold = shares.Count - ToldFirst - ToldLast;
            if (i == ToldFirst && untold > 1)
            {
                TellUntold(shares[i..(i + untold)]);
                i += untold;
            }

            TellClosed(shares[Math.Max(0, i - 1)].Day, shares[i].Day);
            _steps.Add(Share(shares[i], first: i == 0));
        }
    }

    private void TellUntold(List<OpenShare> shares) => _steps.Add(Invariant(
        $"From {TimeText.Day(shares[0].Day)} to {TimeText.Day(shares[^1].Day)}: another {TimeText.Length(shares.Sum(share => share.Ticks))}."));

    private string Share(OpenShare share, bool first)
    {
        var length = TimeText.Length(share.Ticks);
        var closing = TimeOn(share.Day, share.Interval.Closes);
        if (first)
        {
            return $"{DayName(share.Day)}: {length}, {(share.IsToClosing ? "to" : "before")} closing at {closing}.";
        }

        return $"{TimeText.Day(share.Day)}, {HoursName(share.Day)} {TimeOn(share.Day, share.Interval.Opens)} to {closing}: another {length}.";
    }

    private void TellDays(long at, int first, List<int> days)
    {
        TellClosed(first, days[^1]);
        var count = days.Count == 1 ? "1 open day" : Invariant($"{days.Count} open days");
        _steps.Add($"{count} on: {string.Join(", ", Told(days))}.");
        TellTimeOfDay(calendar.Clock.LocalAt(at) - (first * TimeSpan.TicksPerDay), days[^1]);
    }

    private IEnumerable<string> Told(List<int> days)
    {
        var untold = days.Count - ToldFirst - ToldLast;
        return untold <= 1
            ? days.Select(DayName)
            : [.. days.Take(ToldFirst).Select(DayName), Invariant($"{untold} more"), .. days.TakeLast(ToldLast).Select(DayName)];
    }

    private void TellTimeOfDay(long sinceMidnight, int day)
    {
        var due = calendar.Time.OnDay(day, sinceMidnight);
        var wanted = calendar.Clock.Earliest((day * TimeSpan.TicksPerDay) + sinceMidnight);
        if (due < wanted)
        {
            _steps.Add($"{TimeText.OfDay(sinceMidnight)} is after its closing: due at closing, {TimeOn(day, due)}.");
        }
        else if (due > wanted)
        {
            _steps.Add($"{TimeText.OfDay(sinceMidnight)} is outside its opening hours: due at the opening that follows, {TimeOn(day, due)}.");
        }
    }

    // Days that are closed as every week are not worth a word.
    private void TellClosed(int after, int before)
    {
        List<string> closed = [];
        for (var day = after + 1; day < before; day++)
        {
            if (day >= 0 && ClosedName(DateOnly.FromDayNumber(day)) is { } name)
            {
                closed.Add($"{TimeText.Day(day)} ({name})");
            }
        }

        if (closed.Count > 0)
        {
            var more = closed.Count > ToldClosed ? Invariant($" and {closed.Count - ToldClosed} more") : "";
            _steps.Add($"Closed on {string.Join(", ", closed.Take(ToldClosed))}{more}.");
        }
    }

    private string? ClosedName(DateOnly date) => calendar.Holidays.Contains(date) ? "holiday"
        : calendar.Special.TryGetValue(date, out var hours) && hours.Count == 0 ? "special date"
        : null;

    private string DayName(int day) => TimeText.Day(day) + (IsSpecial(day) ? " (special hours)" : "");

    private string HoursName(int day) => IsSpecial(day) ? "special hours" : "open";

    private bool IsSpecial(int day) => calendar.Special.ContainsKey(DateOnly.FromDayNumber(day));

    private string TimeOn(int day, long utc) => TimeText.OfDay(calendar.Clock.LocalAt(utc) - (day * TimeSpan.TicksPerDay));
}
