using System.Globalization;
using CxoneAssist.Domain.Calendar;
using CxoneAssist.Domain.PolicyFile.Json;
using CxoneAssist.Domain.PolicyFile.Repairs;

namespace CxoneAssist.Domain.PolicyFile;

/// <summary>Reads <c>calendar</c>.</summary>
internal static class CalendarSection
{
    private const string HoursExample = "[\"09:00-12:30\", \"13:30-18:00\"]";
    private const string DateFormat = "yyyy-MM-dd";
    private const int MostHoursADay = 24;

    private static MemberSpec[] Members =>
    [
        new("zone", "\"Europe/Berlin\"", true),
        new("hours", $"{{ \"mon-fri\": {HoursExample} }}", true),
        new("holidays", "[\"2026-12-25\"]"),
        new("special", "{ \"2026-12-24\": [\"09:00-12:00\"] }"),
    ];

    public static BusinessCalendar? Read(JsonCursor? cursor)
    {
        if (cursor?.Object("an object", Members) is not { } calendar)
        {
            return null;
        }

        var zone = Zone(calendar["zone"]);
        Dictionary<DayOfWeek, IReadOnlyList<OpeningHours>> week = [];
        Dictionary<DateOnly, IReadOnlyList<OpeningHours>> special = [];
        var locations = new HoursLocations();
        Week(calendar["hours"], week, locations);
        var holidays = Holidays(calendar["holidays"]);
        Special(calendar["special"], special, holidays, locations);
        var overlaps = BusinessCalendar.FindOverlaps(week, holidays, special);
        foreach (var overlap in overlaps)
        {
            locations.Find(overlap.Later).Problem(
                $"Opening hours must not overlap, but {overlap}. Shorten one of the two, or join them.");
        }

        return zone is null || overlaps.Count > 0 ? null : new BusinessCalendar(zone, week, holidays, special);
    }

    private static TimeZoneInfo? Zone(JsonCursor? cursor)
    {
        const string expected = "the IANA name of a time zone";
        if (cursor is { IsText: false })
        {
            cursor.Expected(expected);
            return null;
        }

        if (cursor?.Name(expected) is not { } name)
        {
            return null;
        }

        if (BusinessCalendar.TryFindZone(name, out var zone))
        {
            return zone;
        }

        cursor.Problem(ZoneNames.Problem(ScoreText.Quote(name), ZoneRepair.Find(name)));
        return null;
    }

    private static void Week(
        JsonCursor? cursor, Dictionary<DayOfWeek, IReadOnlyList<OpeningHours>> week, HoursLocations locations)
    {
        const string expected = "an object of days and their opening hours";
        if (cursor is not null && HoursRepair.Find(cursor.Node) is { } everyDay)
        {
            cursor.ExpectedOr(expected, $"Name the days that are meant: {{ \"mon-fri\": [\"{everyDay}\"] }}.");
            return;
        }

        foreach (var (key, value) in cursor?.Entries(expected, HoursExample) ?? [])
        {
            var hours = Hours(value);
            if (Weekdays.Parse(key) is not { } days)
            {
                cursor!.NameProblem(key, $"Expected days of the week, but this is '{ScoreText.Quote(key)}'. "
                    + (DaysRepair.Find(key) is { } repaired
                    ? $"Write \"{repaired}\"."
                    : "Write them like \"mon\", \"mon-thu\", \"sat,sun\"; a week begins on Monday."));
                continue;
            }

            foreach (var day in days)
            {
                if (!week.TryAdd(day, [.. hours.Select(one => one.Hours)]))
                {
                    cursor!.NameProblem(key, $"{day} has opening hours already. Name each day once.");
                    continue;
                }

                locations.Add(day, null, hours);
            }
        }
    }

    private static HashSet<DateOnly> Holidays(JsonCursor? cursor)
    {
        HashSet<DateOnly> holidays = [];
        foreach (var item in cursor?.Items("a list of dates", "\"2026-12-25\"", only: OneDate) ?? [])
        {
            if (!item.IsText || !TryDate(item.Node.Text, out var date))
            {
                item.ExpectedOr("a date, year-month-day", item.IsText ? DateRepair.Find(item.Node.Text) : null);
            }
            else if (!holidays.Add(date))
            {
                item.Problem($"{item.Node.Text} is listed already. Take one of the two out.");
            }
        }

        return holidays;
    }

    private static void Special(
        JsonCursor? cursor, Dictionary<DateOnly, IReadOnlyList<OpeningHours>> special, HashSet<DateOnly> holidays, HoursLocations locations)
    {
        foreach (var (key, value) in cursor?.Entries("an object of dates and their opening hours", "[\"09:00-12:00\"]")
            ?? [])
        {
            var hours = Hours(value);
            if (!TryDate(key, out var date))
            {
                cursor!.NameProblem(key, $"Expected a date, year-month-day, but this is '{ScoreText.Quote(key)}'. "
                    + (DateRepair.Find(key) ?? "Write the date that is meant in the form of \"2026-12-24\"."));
                continue;
            }

            if (holidays.Contains(date))
            {
                cursor!.NameProblem(
                    key, $"{key} is a holiday too, and a holiday is closed. Take it out of one of the two.");
            }

            special[date] = [.. hours.Select(one => one.Hours)];
            locations.Add(null, date, hours);
        }
    }

    private static List<(OpeningHours Hours, JsonCursor Place)> Hours(JsonCursor cursor)
    {
        const string expected = "a list of opening hours";
        List<(OpeningHours, JsonCursor)> hours = [];
        if (HoursRepair.Find(cursor.Node) is { } one)
        {
            cursor.Expected(expected, $"[\"{one}\"]");
            return hours;
        }

        foreach (var item in cursor.Items(expected, "\"09:00-12:30\"", MostHoursADay, OneOpening))
        {
            if (item.IsText && OpeningHours.TryParse(item.Node.Text, out var opening))
            {
                hours.Add((opening, item));
            }
            else
            {
                item.ExpectedText("opening hours, from 00:00 to 24:00", HoursRepair.Find(item.IsText ? item.Node.Text : "") ?? HoursRepair.Find(item.Node));
            }
        }

        return hours;
    }

    private static string? OneDate(string text) => TryDate(text, out _) ? text : null;

    private static string? OneOpening(string text) =>
        OpeningHours.TryParse(text, out _) ? text : HoursRepair.Find(text);

    private static bool TryDate(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
}

/// <summary>Where opening hours are written, for those that overlap.</summary>
internal sealed class HoursLocations
{
    private readonly Dictionary<PlacedOpeningHours, JsonCursor> _locations = [];

    public void Add(DayOfWeek? day, DateOnly? date, IEnumerable<(OpeningHours Hours, JsonCursor Place)> hours)
    {
        foreach (var (one, place) in hours)
        {
            // The last: of hours written twice on a day, the second is the one too many.
            _locations[new PlacedOpeningHours(day, date, one)] = place;
        }
    }

    public JsonCursor Find(PlacedOpeningHours hours) => _locations[hours];
}
