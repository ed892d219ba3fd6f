using System.Globalization;

namespace CxoneAssist.Domain;

/// <summary>
/// Opening hours and what part of a calendar they are written in: a day of the week, or a special
/// date.
/// </summary>
/// <param name="Weekday">The day of the week; <c>null</c> for those of a special date.</param>
/// <param name="Date">The special date; <c>null</c> for those of a day of the week.</param>
/// <param name="Hours">The opening hours.</param>
internal sealed record PlacedOpeningHours(DayOfWeek? Weekday, DateOnly? Date, OpeningHours Hours)
{
    /// <summary>For a sentence: <c>Monday 09:00-12:30</c>, <c>2026-12-24 09:00-12:00</c>.</summary>
    public override string ToString() =>
        (Weekday?.ToString() ?? Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) + " " + Hours;
}

/// <summary>
/// Opening hours that begin before others have ended. A calendar with such is refused: it is not
/// clear which of them was meant.
/// </summary>
/// <param name="Earlier">Those that begin first.</param>
/// <param name="Later">Those that begin before the earlier have ended.</param>
internal sealed record OpeningOverlap(PlacedOpeningHours Earlier, PlacedOpeningHours Later)
{
    /// <summary>For a sentence: <c>Monday 22:00-06:00 overlaps Tuesday 05:00-12:00</c>.</summary>
    public override string ToString() => $"{Earlier} overlaps {Later}";
}
