namespace CxoneAssist.Domain.Tests.Calendar;

/// <summary>
/// Business time as it is written down and nothing else: goes from minute to minute, asks the clock on the wall, and looks up whose
/// opening hours it is. Slow, and good for the weeks of its wall only: a due date beyond them is <c>null</c>.
/// </summary>
internal sealed class MinuteByMinute
{
    private const int Edge = 3;

    private readonly Wall _wall;

    // To which date a minute's opening hours belong; null where it is closed.
    private readonly DateOnly?[] _owners;

    public MinuteByMinute(BusinessCalendar calendar, Wall wall)
    {
        _wall = wall;
        _owners = new DateOnly?[wall.Minutes];
        var first = DateOnly.FromDateTime(wall.Shown(0)).AddDays(Edge);
        for (var date = first; date < first.AddDays(Wall.Days - (3 * Edge)); date = date.AddDays(1))
        {
            foreach (var hours in HoursOf(calendar, date))
            {
                Open(date, hours);
            }
        }
    }

    public DateTimeOffset? After(DateTimeOffset start, FollowUpDuration duration) => duration.Unit is DurationUnit.BusinessHours
        ? AfterHours(start, duration.Amount)
        : AfterDays(start, duration.Amount);

    public bool IsOpen(DateTimeOffset time) => _owners[_wall.MinuteOf(time)] is not null;

    public bool IsClosing(DateTimeOffset time) =>
        time == _wall.TimeOf(_wall.MinuteOf(time)) && _owners[_wall.MinuteOf(time) - 1] is not null;

    private static IReadOnlyList<OpeningHours> HoursOf(BusinessCalendar calendar, DateOnly date) =>
        calendar.Holidays.Contains(date) ? []
        : calendar.Special.TryGetValue(date, out var special) ? special
        : calendar.Week.TryGetValue(date.DayOfWeek, out var hours) ? hours
        : [];

    // Later hours take over from earlier ones that are still open, as they are where a clock that goes back shows both.
    private void Open(DateOnly date, OpeningHours hours)
    {
        var midnight = date.ToDateTime(TimeOnly.MinValue);
        var closes = _wall.Last(midnight.AddMinutes(hours.ClosesAtMinute));
        for (var minute = _wall.First(midnight.AddMinutes(hours.OpensAtMinute)); minute < closes; minute++)
        {
            _owners[minute] = date;
        }
    }

    private DateTimeOffset? AfterHours(DateTimeOffset start, int hours)
    {
        var left = TimeSpan.FromHours(hours);
        for (var minute = _wall.MinuteOf(start); minute < _owners.Length; minute++)
        {
            if (_owners[minute] is null)
            {
                continue;
            }

            var from = Later(start, _wall.TimeOf(minute));
            var open = _wall.TimeOf(minute + 1) - from;
            if (left <= open)
            {
                return from + left;
            }

            left -= open;
        }

        return null;
    }

    private DateTimeOffset? AfterDays(DateTimeOffset start, int days)
    {
        if (AfterHours(start, 0) is not { } from)
        {
            return null;
        }

        var minute = _wall.MinuteOf(from);
        var first = _owners[minute]!.Value;
        var following = _owners.Skip(minute).Where(owner => owner > first).Distinct().Take(days).ToList();
        if (days == 0 || following.Count < days)
        {
            return days == 0 ? from : null;
        }

        var seconds = from - _wall.TimeOf(minute);
        var local = _wall.Shown(minute).AddDays(following[^1]!.Value.DayNumber - first.DayNumber);
        return OnDay(following[^1]!.Value, _wall.First(local), local, seconds);
    }

    private DateTimeOffset OnDay(DateOnly date, int minute, DateTime local, TimeSpan seconds)
    {
        // A time that is skipped moves to the end of the gap, seconds and all.
        var at = _wall.Shown(minute) == local ? _wall.TimeOf(minute) + seconds : _wall.TimeOf(minute);
        if (_owners[minute] == date || (_owners[minute - 1] == date && at == _wall.TimeOf(minute)))
        {
            return at;
        }

        var next = Array.FindIndex(_owners, minute, owner => owner == date);
        return _wall.TimeOf(next >= 0 ? next : Array.FindLastIndex(_owners, owner => owner == date) + 1);
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
