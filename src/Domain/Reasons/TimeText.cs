using System.Globalization;
using CxoneAssist.Domain.Calendar;

namespace CxoneAssist.Domain.Reasons;

/// <summary>
/// Times as sentences give them: by the calendar's clock with its zone and in UTC, or where there
/// is no calendar in UTC alone.
/// </summary>
internal sealed class TimeText(BusinessCalendar? calendar)
{
    public string Format(DateTimeOffset time)
    {
        var utc = time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return calendar is null ? utc : $"{Local(time)} in {calendar.Zone.Id} ({utc})";
    }

    /// <summary>For example <c>Wednesday 2026-12-23 16:40</c>.</summary>
    public string Local(DateTimeOffset time) => Shown(calendar?.Clock.LocalAt(time.UtcTicks) ?? time.UtcTicks);

    /// <summary>By the calendar's clock alone, or where there is none in UTC.</summary>
    public string Short(DateTimeOffset time) => calendar is null ? Format(time) : Local(time);

    /// <summary>What a clock shows, for example <c>Wednesday 2026-12-23 16:40</c>.</summary>
    public static string Shown(long ticks)
    {
        var local = new DateTime(Math.Clamp(ticks, 0, ZoneClock.LastTick));
        return local.ToString(
            local.Second == 0 ? "dddd yyyy-MM-dd HH:mm" : "dddd yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
    }

    public static string Day(int day) =>
        DateOnly.FromDayNumber(day).ToString("dddd yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>
    /// The time of a day, given since its midnight: for example <c>18:00</c>, <c>24:00</c>,
    /// <c>06:00 on the next day</c>; before its midnight where the clock goes back over it.
    /// </summary>
    public static string OfDay(long sinceMidnight) => sinceMidnight switch
    {
        > TimeSpan.TicksPerDay => Clock(sinceMidnight - TimeSpan.TicksPerDay) + " on the next day",
        < 0 => Clock(sinceMidnight + TimeSpan.TicksPerDay) + " on the day before",
        _ => Clock(sinceMidnight),
    };

    /// <summary>For example <c>1 h 20 min</c>; parts of a second are left out.</summary>
    public static string Length(long ticks)
    {
        var seconds = ticks / TimeSpan.TicksPerSecond;
        (long Number, string Unit)[] parts = [(seconds / 3600, "h"), (seconds / 60 % 60, "min"), (seconds % 60, "s")];
        var written = parts.Where(part => part.Number > 0).Select(
            part => string.Create(CultureInfo.InvariantCulture, $"{part.Number} {part.Unit}"));
        return seconds == 0 ? "less than 1 s" : string.Join(' ', written);
    }

    private static string Clock(long ticks)
    {
        var (minutes, seconds) = ((int)(ticks / TimeSpan.TicksPerMinute), ticks / TimeSpan.TicksPerSecond % 60);
        return OpeningHours.TimeText(minutes)
            + (seconds == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $":{seconds:00}"));
    }
}
