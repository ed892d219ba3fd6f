namespace CxoneAssist.Domain.Tests.Calendar;

/// <summary>
/// Business time over years as it is written down: from day to day, each of its hours turned into instants by the framework. Keeps nothing
/// and skips nothing. For opening hours by day, at which no clock changes.
/// </summary>
internal sealed class DayByDay(BusinessCalendar calendar, DateTimeOffset until)
{
    /// <summary>When a duration ends; <c>null</c> where that is not before the end of what is counted.</summary>
    public DateTimeOffset? After(DateTimeOffset start, FollowUpDuration duration) =>
        (duration.Unit is DurationUnit.BusinessHours ? AfterHours(start, duration.Amount) : AfterDays(start, duration.Amount)) is { } due && due < until
            ? due
            : null;

    private DateTimeOffset? AfterHours(DateTimeOffset start, int hours)
    {
        var left = TimeSpan.FromHours(hours);
        foreach (var (opens, closes) in Days(start).SelectMany(Open).Where(open => open.Closes > start))
        {
            var from = opens > start ? opens : start;
            if (closes - from >= left)
            {
                return from + left;
            }

            left -= closes - from;
        }

        return null;
    }

    private DateTimeOffset? AfterDays(DateTimeOffset start, int days)
    {
        if (AfterHours(start, 0) is not { } from || days == 0)
        {
            return AfterHours(start, 0);
        }

        var time = TimeZoneInfo.ConvertTime(from, calendar.Zone).TimeOfDay;
        foreach (var date in Days(from).Skip(1).Where(date => calendar.HoursOn(date).Count > 0))
        {
            if (--days == 0)
            {
                var wanted = Instant(date, time);
                return Open(date).Where(open => wanted <= open.Closes).Select(open => (DateTimeOffset?)(wanted > open.Opens ? wanted : open.Opens))
                    .FirstOrDefault() ?? Open(date).Last().Closes;
            }
        }

        return null;
    }

    private IEnumerable<DateOnly> Days(DateTimeOffset start)
    {
        for (var date = Shown(start); date <= Shown(until); date = date.AddDays(1))
        {
            yield return date;
        }
    }

    private IEnumerable<(DateTimeOffset Opens, DateTimeOffset Closes)> Open(DateOnly date) => calendar.HoursOn(date)
        .Select(hours => (Instant(date, TimeSpan.FromMinutes(hours.OpensAtMinute)), Instant(date, TimeSpan.FromMinutes(hours.ClosesAtMinute))));

    private DateOnly Shown(DateTimeOffset time) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time, calendar.Zone).DateTime);

    private DateTimeOffset Instant(DateOnly date, TimeSpan time) =>
        new(TimeZoneInfo.ConvertTimeToUtc(date.ToDateTime(TimeOnly.MinValue) + time, calendar.Zone));
}
