using CxoneAssist.Domain.Calendar;
using static System.FormattableString;

namespace CxoneAssist.Domain.Reasons;

/// <summary>
/// Business hours and business days, counted in sentences. Long counts are told by their beginning
/// and their end; brief ones are so told that two of them can be read.
/// </summary>
internal sealed class BusinessTimeReasons(BusinessCalendar calendar, TimeText text, bool brief)
{
    private readonly int _toldFirst = brief ? 2 : 4;
    private readonly int _toldLast = brief ? 1 : 2;
    private readonly DayNames _days = new(calendar);
    private readonly ClockReasons _clock = new(calendar);
    private readonly List<string> _steps = [];

    public IReadOnlyList<string> Write(DateTimeOffset start, FollowUpDuration duration)
    {
        var (at, day) = calendar.Time.NextOpening(start.UtcTicks);
        var due = duration.After(start, calendar);
        if (due == DateTimeOffset.MaxValue)
        {
            return [$"There is no {duration} of open time in the three years that follow: the latest time there is."];
        }

        if (at > start.UtcTicks)
        {
            _steps.AddRange(_days.Closed(calendar.Clock.DayAt(start.UtcTicks) - 1, day));
            _steps.Add(
                $"Closed then: counted from the next opening, {text.Local(new DateTimeOffset(at, TimeSpan.Zero))}.");
        }

        if (duration is { Unit: DurationUnit.BusinessDays, Amount: > 0 })
        {
            TellDays(start.UtcTicks, at, day, [.. calendar.Time.OpenDaysAfter(day, duration.Amount)]);
        }
        else
        {
            TellHours(duration.Unit is DurationUnit.BusinessHours ? [.. calendar.Time.Shares(start.UtcTicks, duration.Amount)] : []);
            _steps.AddRange(_clock.OfHours(start.UtcTicks, due.UtcTicks));
        }

        return _steps;
    }

    private void TellHours(List<OpenShare> shares)
    {
        if (brief && shares.Count > 0)
        {
            _steps.AddRange(_days.Closed(shares[0].Day, shares[^1].Day));
        }

        OpenShare? last = null;
        foreach (var piece in Pieces(shares))
        {
            if (!brief && last is { } before)
            {
                _steps.AddRange(_days.Closed(before.Day, piece[^1].Day));
            }

            _steps.Add(piece.Count > 1 ? Untold(piece) : last is null ? First(piece[0]) : Another(piece[0]));
            last = piece[^1];
        }
    }

    private IEnumerable<List<OpenShare>> Pieces(List<OpenShare> shares)
    {
        var untold = shares.Count - _toldFirst - _toldLast;
        for (var i = 0; i < shares.Count; i++)
        {
            var length = i == _toldFirst && untold > 1 ? untold : 1;
            yield return shares[i..(i + length)];
            i += length - 1;
        }
    }

    private string Untold(List<OpenShare> shares) =>
        Invariant($"From {TimeText.Day(shares[0].Day)} to {TimeText.Day(shares[^1].Day)}: ")
        + $"another {TimeText.Length(shares.Sum(share => share.Ticks))}{_days.Special(shares.Select(share => share.Day))}.";

    private string First(OpenShare share) => $"{_days.Name(share.Day)}: {TimeText.Length(share.Ticks)}, "
        + $"{(share.IsToClosing ? "to" : "before")} closing at {TimeOn(share.Day, share.Interval.Closes)}.";

    private string Another(OpenShare share) => $"{TimeText.Day(share.Day)}, {(_days.IsSpecial(share.Day) ? "special hours" : "open")} "
        + $"{TimeOn(share.Day, share.Interval.Opens)} to {TimeOn(share.Day, share.Interval.Closes)}: another {TimeText.Length(share.Ticks)}.";

    private void TellDays(long start, long at, int first, List<int> days)
    {
        _steps.AddRange(_days.Closed(first, days[^1]));
        var count = days.Count == 1 ? "1 open day" : Invariant($"{days.Count} open days");
        _steps.Add($"{count} on: {string.Join(", ", Told(days))}.");
        var wanted = calendar.Clock.LocalAt(at) + ((days[^1] - first) * TimeSpan.TicksPerDay);
        var due = calendar.Time.OnDay(days[^1], wanted - (days[^1] * TimeSpan.TicksPerDay));
        _steps.AddRange(_clock.OfDays(start, at, wanted, due));
        TellTimeOfDay(days[^1], calendar.Clock.Earliest(wanted), due);
    }

    private IEnumerable<string> Told(List<int> days)
    {
        var untold = days.Count - _toldFirst - _toldLast;
        return untold <= 1
            ? days.Select(_days.Name)
            : [.. days.Take(_toldFirst).Select(_days.Name), Invariant($"{untold} more"), .. days.TakeLast(_toldLast).Select(_days.Name)];
    }

    private void TellTimeOfDay(int day, long wanted, long due)
    {
        if (due < wanted)
        {
            _steps.Add($"{TimeOn(day, wanted)} is after its closing: due at closing, {TimeOn(day, due)}.");
        }
        else if (due > wanted)
        {
            _steps.Add($"{TimeOn(day, wanted)} is outside its opening hours: due at the opening that follows, {TimeOn(day, due)}.");
        }
    }

    private string TimeOn(int day, long utc) =>
        TimeText.OfDay(calendar.Clock.LocalAt(utc) - (day * TimeSpan.TicksPerDay));
}
