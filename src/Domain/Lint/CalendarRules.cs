using System.Globalization;

namespace CxoneAssist.Domain.Lint;

/// <summary>Calendars without an open hour, or that nothing is counted by.</summary>
internal static class CalendarRules
{
    public static void Check(Findings findings)
    {
        if (findings.Policy.Calendar is not { } calendar)
        {
            return;
        }

        if (!findings.Policy.MinimumLeadTime.IsBusiness && !findings.Policy.AllTiers.Any(tier => tier.Due.IsBusiness))
        {
            findings.Warn(
                "unused-calendar", ["calendar"], "No duration is in business time: the calendar changes nothing.",
                "Write durations in 'bh' or 'bd', or take the calendar out.");
        }

        if (!IsOpen(calendar, findings.Today))
        {
            findings.Error(
                "never-open", ["calendar", "hours"],
                "The calendar has no open hour from today on: business time never passes, and nothing is ever due.",
                "Add opening hours.");
        }
        else
        {
            Ends(findings, calendar);
            LateDueDates.Check(findings, calendar, OpensWeekly(calendar));
        }

        HolidayRules.Check(findings, calendar);
        NightRules.Check(findings, calendar);
    }

    private static void Ends(Findings findings, BusinessCalendar calendar)
    {
        if (OpensWeekly(calendar))
        {
            return;
        }

        var last = calendar.Special.Last(date => date.Value.Count > 0 && !calendar.Holidays.Contains(date.Key)).Key;
        findings.Warn(
            "calendar-ends", ["calendar", "hours"],
            $"No day of the week opens: the calendar ends on {last.ToString("O", CultureInfo.InvariantCulture)}, "
                + "and business time that is not over by then never ends.",
            "Add opening hours for days of the week.");
    }

    private static bool IsOpen(BusinessCalendar calendar, DateOnly today) =>
        OpensWeekly(calendar)
        || calendar.Special.Any(date => date.Key >= today && date.Value.Count > 0
        && !calendar.Holidays.Contains(date.Key));

    private static bool OpensWeekly(BusinessCalendar calendar) => calendar.Week.Any(day => day.Value.Count > 0);
}
