using System.Globalization;

namespace CxoneAssist.Host.Cli.Showing;

/// <summary>Numbers and times as people read them.</summary>
internal static class Words
{
    public static string Of(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    public static string Of(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>In UTC, which the heading has to say.</summary>
    public static string Of(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>In UTC, and says so.</summary>
    public static string Full(DateTimeOffset? time) => time is { } at ? Of(at) + " UTC" : "";

    /// <summary>On a zone's clock, to the minute, which the page has to say.</summary>
    public static string Local(DateTimeOffset time, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(time, zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    public static string Of(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>With its sign.</summary>
    public static string Change(long number) => number.ToString("+#,0;-#,0;0", CultureInfo.InvariantCulture);

    public static string Share(long part, long whole) =>
        string.Create(CultureInfo.InvariantCulture, $"{(whole == 0 ? 0 : 100.0 * part / whole):0.0} %");

    public static string Count(long number, string one, string? many = null) => $"{Of(number)} {(number == 1 ? one : many ?? one + "s")}";

    /// <summary>An enumeration's value as people write it: <c>NoForm</c> is "no form".</summary>
    public static string Of(Enum value) =>
        string.Concat(value.ToString().Select((letter, index) => (char.IsUpper(letter) && index > 0 ? " " : "") + char.ToLowerInvariant(letter)));
}
