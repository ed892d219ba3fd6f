using System.Globalization;

namespace CxoneAssist.Host.Cli.Console;

/// <summary>Formats numbers, times and names for people.</summary>
internal static class Format
{
    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A score with all its decimals and without thousands separators.</summary>
    public static string Decimal(decimal number) =>
        number.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>In UTC; the heading must name the zone.</summary>
    public static string UtcTime(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>In UTC, with the zone.</summary>
    public static string UtcTimeWithZone(DateTimeOffset? time) => time is { } at ? UtcTime(at) + " UTC" : "";

    /// <summary>In UTC as ISO 8601, for programs.</summary>
    public static string IsoTime(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>In a zone's local time, to the minute; the page must name the zone.</summary>
    public static string LocalTime(DateTimeOffset time, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(time, zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A duration.</summary>
    public static string Elapsed(TimeSpan time) => time < TimeSpan.FromMinutes(1)
        ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s")
        : string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalMinutes} min {time.Seconds} s");

    /// <summary>A difference with its sign.</summary>
    public static string Change(long number) => number.ToString("+#,0;-#,0;0", CultureInfo.InvariantCulture);

    public static string Share(long part, long whole) =>
        string.Create(CultureInfo.InvariantCulture, $"{(whole == 0 ? 0 : 100.0 * part / whole):0.0} %");

    public static string Count(long number, string one, string? many = null) =>
        $"{Number(number)} {(number == 1 ? one : many ?? one + "s")}";

    /// <summary>An enumeration's value in words: <c>NoForm</c> is "no form".</summary>
    public static string Words(Enum value) => string.Concat(value.ToString().Select(
        (letter, index) => (char.IsUpper(letter) && index > 0 ? " " : "") + char.ToLowerInvariant(letter)));
}
