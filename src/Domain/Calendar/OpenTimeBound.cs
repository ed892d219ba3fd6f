using CxoneAssist.Domain.Reasons;

namespace CxoneAssist.Domain.Calendar;

/// <summary>
/// More open time than any two years of a calendar hold, whatever the date. A duration beyond it is
/// never over before the latest that a task may be due.
/// </summary>
internal sealed class OpenTimeBound(BusinessCalendar calendar)
{
    // Two years touch no day of the week more often, the nights before them included.
    private const int MostWeeks = 106;

    // The weeks of two years that are sure to be whole. Days are counted from the next opening on,
    // which may be a week away.
    private const int WholeWeeks = 104;

    // Opening hours that a clock shows twice last longer: three times in two years, by two hours at
    // most.
    private const int ClockMinutes = 6 * 60;

    private readonly int _days = calendar.Week.Count(day => day.Value.Count > 0);
    private readonly int _dates = calendar.Special.Count(date => date.Value.Count > 0);
    private readonly int _weekMinutes = Minutes(calendar.Week.Values);
    private readonly int _dateMinutes = Minutes(calendar.Special.Values);

    /// <summary>Whether business time may be over in time; where not, it never is.</summary>
    public bool MayHold(FollowUpDuration duration) => _days + _dates > 0 && (duration.Unit is DurationUnit.BusinessHours
        ? duration.Amount * 60L <= (MostWeeks * _weekMinutes) + _dateMinutes + ClockMinutes
        : duration.Amount <= (MostWeeks * _days) + _dates);

    /// <summary>What the days of the week alone hold for sure.</summary>
    public FollowUpDuration Weekly(DurationUnit unit) =>
        new(unit is DurationUnit.BusinessHours ? WholeWeeks * _weekMinutes / 60 : (WholeWeeks - 1) * _days, unit);

    /// <summary>For a sentence: <c>for 1 h a week</c>.</summary>
    public override string ToString() => _days == 0
        ? "on no day of the week"
        : $"for {TimeText.Length(_weekMinutes * TimeSpan.TicksPerMinute)} a week, on {(_days == 1 ? "1 day" : $"{_days} days")}";

    private static int Minutes(IEnumerable<IReadOnlyList<OpeningHours>> days) =>
        days.Sum(day => day.Sum(hours => hours.ClosesAtMinute - hours.OpensAtMinute));
}
