using CsCheck;

namespace CxoneAssist.Domain.Tests.Calendar;

/// <summary>Calendars, and weeks in which their zone's clock changes, with a start among them.</summary>
internal static class ArbitraryCalendar
{
    // Changes by an hour, half an hour and two, at midnight and over it, and a day that a zone left out.
    private static readonly (string Zone, string Change)[] Changes =
    [
        ("Europe/Berlin", "2026-03-29"), ("Europe/Berlin", "2026-10-25"),
        ("America/New_York", "2026-03-08"), ("America/New_York", "2026-11-01"),
        ("Australia/Lord_Howe", "2026-04-05"), ("Australia/Lord_Howe", "2026-10-04"),
        ("Pacific/Auckland", "2026-04-05"), ("Pacific/Chatham", "2026-09-27"),
        ("America/Sao_Paulo", "2018-02-18"), ("America/Sao_Paulo", "2018-11-04"),
        ("America/St_Johns", "2009-03-08"), ("America/St_Johns", "2009-11-01"),
        ("Antarctica/Troll", "2026-03-29"), ("Antarctica/Troll", "2026-10-25"),
        ("Europe/Dublin", "2026-10-25"), ("Africa/Casablanca", "2026-02-15"), ("Pacific/Apia", "2011-12-30"),
        ("Asia/Kathmandu", "2026-06-01"), ("Etc/UTC", "2026-12-31"),
    ];

    private static readonly (TimeZoneInfo Zone, DateTime Change, Lazy<Wall> Wall)[] Places = [.. Changes.Select(Place)];

    // Any quarter of an hour, but often those in which clocks change.
    private static readonly Gen<int> Minute = Gen.OneOf(
        Gen.Int[0, 95].Select(quarter => quarter * 15),
        Gen.Int[0, 16].Select(quarter => quarter * 15));

    private static readonly Gen<OpeningHours[]> Day = Gen.Frequency(
        (1, Gen.Const(Array.Empty<OpeningHours>())),
        (5, Minute.Array[1, 6].Select(Pairs)),
        (1, Gen.Const<OpeningHours[]>([new OpeningHours(0, 1440)])));

    private static readonly Gen<((TimeZoneInfo Zone, DateTime Change, Lazy<Wall> Wall) Place, BusinessCalendar Calendar)> InPlace =
        from place in Gen.OneOf(Places)
        from week in Day.Array[7]
        from special in Gen.Select(Gen.Int[-20, 20], Day).Array[0, 4]
        from holidays in Gen.Int[-20, 20].Array[0, 4]
        select (place, Calendar(
            place.Zone, week, special.Select(one => (Date(place.Change, one.Item1), one.Item2)), holidays.Select(day => Date(place.Change, day))));

    public static readonly Gen<(BusinessCalendar Calendar, Wall Wall, DateTimeOffset Start)> Case =
        from one in InPlace
        from minute in Gen.OneOf(Gen.Int[-15 * 1440, 10 * 1440], Gen.Int[-2880, 1440])
        from ticks in Gen.Frequency((3, Gen.Const(0L)), (1, Gen.Long[0, TimeSpan.TicksPerMinute - 1]))
        select (one.Calendar, one.Place.Wall.Value, new DateTimeOffset(one.Place.Change.AddMinutes(minute).AddTicks(ticks), TimeSpan.Zero));

    public static readonly Gen<FollowUpDuration> Business = Gen.OneOf(
        Gen.Int[0, 90].Select(hours => new FollowUpDuration(hours, DurationUnit.BusinessHours)),
        Gen.Int[0, 9].Select(days => new FollowUpDuration(days, DurationUnit.BusinessDays)));

    public static BusinessCalendar Without(BusinessCalendar calendar, IEnumerable<DateOnly> dates) =>
        new(calendar.Zone, calendar.Week, [.. calendar.Holidays, .. dates], calendar.Special);

    private static (TimeZoneInfo Zone, DateTime Change, Lazy<Wall> Wall) Place((string Zone, string Change) of)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(of.Zone);
        var change = Opening.Date(of.Change).ToDateTime(TimeOnly.MinValue);
        return (zone, change, new Lazy<Wall>(() => new Wall(zone, change.AddDays(-22))));
    }

    private static DateOnly Date(DateTime change, int days) => DateOnly.FromDateTime(change).AddDays(days);

    // Two times make opening hours; an odd one out opens over night.
    private static OpeningHours[] Pairs(int[] minutes)
    {
        int[] times = [.. minutes.Distinct().Order()];
        var pairs = times.Chunk(2).Select(pair => pair.Length == 2 ? new OpeningHours(pair[0], pair[1]) : Overnight(pair[0], times[0]));
        return [.. pairs];
    }

    private static OpeningHours Overnight(int opens, int first) => new(opens, 1440 + Math.Min(first, Math.Max(0, opens - 1)));

    private static BusinessCalendar Calendar(
        TimeZoneInfo zone, OpeningHours[][] week, IEnumerable<(DateOnly Date, OpeningHours[] Hours)> special, IEnumerable<DateOnly> holidays)
    {
        var days = week.Index().ToDictionary(day => (DayOfWeek)day.Index, day => (IReadOnlyList<OpeningHours>)day.Item);
        var dates = special.DistinctBy(one => one.Date).ToDictionary(one => one.Date, one => (IReadOnlyList<OpeningHours>)one.Hours);
        while (BusinessCalendar.FindOverlaps(days, [], dates) is [var overlap, ..])
        {
            Remove(overlap.Later);
        }

        return new BusinessCalendar(zone, days, [.. holidays], dates);

        void Remove(PlacedOpeningHours placed)
        {
            if (placed is { Date: { } date })
            {
                dates[date] = [.. dates[date].Where(hours => hours != placed.Hours)];
            }
            else
            {
                days[placed.Weekday!.Value] = [.. days[placed.Weekday.Value].Where(hours => hours != placed.Hours)];
            }
        }
    }
}
