using System.Globalization;

namespace CxoneAssist.Domain.Lint;

/// <summary>Calendars that list holidays, but none in the year to come.</summary>
internal static class HolidayRules
{
    public static void Check(Findings findings, BusinessCalendar calendar)
    {
        var closed = calendar.Special.Where(date => date.Value.Count == 0).Select(date => date.Key).Union(calendar.Holidays);
        var ahead = closed.Where(date => date >= findings.Today).Order().ToList();
        // A calendar without any is that of a shop that never closes.
        if (calendar.Holidays.Count == 0 || ahead.Exists(date => date <= findings.Today.AddYears(1)))
        {
            return;
        }

        findings.Warn(
            "holidays-past", ["calendar", "holidays"],
            ahead.Count == 0
                ? $"All holidays lie in the past, the last on {Text(calendar.Holidays.Max())}: the calendar is open on the holidays to come."
                : $"No holiday lies in the coming year, the next is {Text(ahead[0])}: the calendar is open on the holidays until then.",
            "Add the holidays of the next year.");
    }

    private static string Text(DateOnly date) => date.ToString("O", CultureInfo.InvariantCulture);
}
