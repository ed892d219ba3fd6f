using CxoneAssist.Domain.Calendar;

namespace CxoneAssist.Domain.Lint;

/// <summary>
/// Business time that can end later than a task may be due: each such follow-up would be parked.
/// Looked for at each opening and closing of a year: while the calendar is open the time to a due
/// date only grows, while it is closed it only shrinks.
/// </summary>
internal sealed class LateDueDates
{
    private const string Rule = "due-too-late";
    private const string Limit = "within two years, which is the latest that a task may be due";

    private readonly Findings _findings;
    private readonly BusinessCalendar _calendar;
    private readonly List<DateTimeOffset> _instants;

    private LateDueDates(Findings findings, BusinessCalendar calendar, bool opensWeekly)
    {
        var start = Math.Clamp(
            calendar.Clock.Earliest(findings.Today.ToDateTime(TimeOnly.MinValue).Ticks), 0, ZoneClock.LastTick);
        var end = Math.Min(start + (FlipSearch.Year * TimeSpan.TicksPerDay), ZoneClock.LastTick);
        // That a calendar of dates alone ends is a finding of its own: here only what is too long
        // today counts.
        var year = opensWeekly ? calendar.Time.OpeningsAndClosings(start, end) : [];
        (_findings, _calendar) = (findings, calendar);
        _instants = [.. year.Prepend(start).Distinct().Select(ticks => new DateTimeOffset(ticks, TimeSpan.Zero))];
    }

    public static void Check(Findings findings, BusinessCalendar calendar, bool opensWeekly) =>
        new LateDueDates(findings, calendar, opensWeekly).CheckAll();

    private void CheckAll()
    {
        var notice = _findings.Policy.MinimumLeadTime;
        List<Place> places =
        [
            new(notice, ["notice"], $"The notice ({notice})"),
            .. _findings.TierLists.SelectMany(tiers => tiers.All)
                .Select(
                one => new Place(one.Tier.Due, [.. one.Steps, "due"], $"Tier '{one.Tier.Name}' ({one.Tier.Due})")),
        ];
        var isFound = false;
        foreach (var unit in places.Where(place => place.Duration.IsBusiness).GroupBy(place => place.Duration.Unit))
        {
            isFound |= CheckAll(unit.Key, [.. unit]);
        }

        if (!isFound && !notice.IsBusiness && places.Exists(place => place.Duration.IsBusiness))
        {
            CheckOpeningAfter(notice);
        }
    }

    // What is too long at an instant is so for each longer duration too: one search does for all of
    // a unit.
    private bool CheckAll(DurationUnit unit, List<Place> places)
    {
        var most = places.Max(place => place.Duration.Amount);
        DateTimeOffset shown = default;
        foreach (var at in _instants)
        {
            if (most >= 0 && !IsInTime(new(most, unit), at))
            {
                (most, shown) = (MostInTime(unit, most, at), at);
            }
        }

        foreach (var (duration, steps, what) in places.Where(place => place.Duration.Amount > most))
        {
            _findings.Error(
                Rule, steps, $"{what} can end later than a task may be due: counted from {_findings.Local(shown)}, it does not end {Limit}.",
                most > 0
                    ? $"Write at most {duration with { Amount = most }} or elapsed time, or add opening hours."
                    : "Write elapsed time, or add opening hours.");
        }

        return places.Exists(place => place.Duration.Amount > most);
    }

    private int MostInTime(DurationUnit unit, int tooMuch, DateTimeOffset at)
    {
        var most = -1;
        while (tooMuch - most > 1)
        {
            var middle = most + ((tooMuch - most) / 2);
            (most, tooMuch) = IsInTime(new(middle, unit), at) ? (middle, tooMuch) : (most, middle);
        }

        return most;
    }

    private bool IsInTime(FollowUpDuration duration, DateTimeOffset at) =>
        duration.After(at, _calendar) < DueDate.Limit(at);

    // What is due in business time moves to the opening that follows the notice.
    private void CheckOpeningAfter(FollowUpDuration notice)
    {
        var due = new FollowUpDuration(0, DurationUnit.BusinessHours);
        foreach (var at in _instants.Where(at => new DueDateInputs(due, notice, _calendar, at).Earliest() >= DueDate.Limit(at)).Take(1))
        {
            _findings.Error(
                Rule, ["notice"], $"The notice ({notice}) can end while the calendar is closed for too long: counted from {_findings.Local(at)}, "
                    + $"there is no opening after it {Limit}.",
                "Shorten 'notice', or add opening hours.");
        }
    }

    private sealed record Place(FollowUpDuration Duration, object[] Steps, string What);
}
