using System.Globalization;

namespace CxoneAssist.Domain.Tests.Calendar;

/// <summary>A calendar as a policy writes it, to be varied with <c>with</c>: days and their opening hours, apart by blanks.</summary>
internal sealed record Opening
{
    /// <summary>The calendar of the written policy.</summary>
    public static readonly Opening Shop = new()
    {
        Week =
        {
            [DayOfWeek.Monday] = "09:00-12:30 13:30-18:00",
            [DayOfWeek.Tuesday] = "09:00-12:30 13:30-18:00",
            [DayOfWeek.Wednesday] = "09:00-12:30 13:30-18:00",
            [DayOfWeek.Thursday] = "09:00-12:30 13:30-18:00",
            [DayOfWeek.Friday] = "09:00-15:00",
        },
        Holidays = ["2026-12-25", "2026-12-26"],
        Special = { ["2026-12-24"] = "09:00-12:00" },
    };

    public string Zone { get; init; } = "Europe/Berlin";

    public Dictionary<DayOfWeek, string> Week { get; init; } = [];

    public IReadOnlyList<string> Holidays { get; init; } = [];

    public Dictionary<string, string> Special { get; init; } = [];

    public static Opening Daily(string hours, string zone = "Europe/Berlin") =>
        new() { Zone = zone, Week = Enum.GetValues<DayOfWeek>().ToDictionary(day => day, _ => hours) };

    public static IReadOnlyList<OpeningHours> Hours(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(one => OpeningHours.TryParse(one, out var hours) ? hours : throw new FormatException(one))];

    public static FollowUpDuration Duration(string text) =>
        FollowUpDuration.TryParse(text, out var duration) ? duration : throw new FormatException(text);

    public static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public BusinessCalendar Calendar() => new(TimeZoneInfo.FindSystemTimeZoneById(Zone), WeekHours, [.. Holidays.Select(Date)], SpecialHours);

    /// <summary>A policy with this calendar: below 3 a High task.</summary>
    public FollowUpPolicy Policy(string due, string notice) => new(
        "with calendar",
        FollowUpPolicy.Default.Question,
        new([new Tier("unhappy", 3, TaskPriority.High, Duration(due))]),
        Duration(notice),
        Calendar());

    public IReadOnlyList<OpeningOverlap> Overlaps() => BusinessCalendar.FindOverlaps(WeekHours, [.. Holidays.Select(Date)], SpecialHours);

    private Dictionary<DayOfWeek, IReadOnlyList<OpeningHours>> WeekHours => Week.ToDictionary(day => day.Key, day => Hours(day.Value));

    private Dictionary<DateOnly, IReadOnlyList<OpeningHours>> SpecialHours => Special.ToDictionary(day => Date(day.Key), day => Hours(day.Value));
}
