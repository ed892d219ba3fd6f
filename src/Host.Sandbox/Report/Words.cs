using System.Globalization;
using CxoneAssist.Domain;

namespace CxoneAssist.Host.Sandbox.Report;

/// <summary>Numbers and times as people read them.</summary>
internal static class Words
{
    public static string Of(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    public static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Of(TimeSpan duration) => duration < TimeSpan.FromMinutes(1)
        ? string.Create(CultureInfo.InvariantCulture, $"{duration.TotalSeconds:0.0} s")
        : string.Create(CultureInfo.InvariantCulture, $"{(int)duration.TotalMinutes} min {duration.Seconds} s");

    /// <summary>In UTC, which the heading has to say.</summary>
    public static string Of(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>A duration in full: <c>4bh</c> is "4 business hours".</summary>
    public static string Of(FollowUpDuration duration) => Count(
        duration.Amount,
        string.Concat(duration.Unit.ToString().Select((letter, index) =>
            (char.IsUpper(letter) && index > 0 ? " " : "") + char.ToLowerInvariant(letter))).TrimEnd('s'));

    public static string Share(long part, long whole) =>
        string.Create(CultureInfo.InvariantCulture, $"{(whole == 0 ? 0 : 100.0 * part / whole):0.0} %");

    public static string Count(long number, string one, string? many = null) => $"{Of(number)} {(number == 1 ? one : many ?? one + "s")}";
}
