using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.RegularExpressions;

namespace CxoneAssist.Infrastructure.Settings;

/// <summary>
/// Durations as settings write them: <c>[d.]hh:mm:ss[.fffffff]</c>, or a whole number with its unit
/// (<c>ms s m h d w</c>). A number without a unit is refused, as is <c>24:00:00</c>: .NET takes both
/// for days.
/// </summary>
internal static partial class SettingDuration
{
    private static readonly string[] Examples = ["90d", "4h", "60s", "5s", "250ms"];

    private static readonly Dictionary<string, long> TicksOfUnit = new(StringComparer.Ordinal)
    {
        ["ms"] = TimeSpan.TicksPerMillisecond,
        ["s"] = TimeSpan.TicksPerSecond,
        ["m"] = TimeSpan.TicksPerMinute,
        ["h"] = TimeSpan.TicksPerHour,
        ["d"] = TimeSpan.TicksPerDay,
        ["w"] = 7 * TimeSpan.TicksPerDay,
    };

    public static bool TryParse(string text, out TimeSpan time)
    {
        text = text.Trim();
        if (WithUnit().Match(text) is { Success: true } counted)
        {
            var ticks = Number(counted, 1) * TicksOfUnit[counted.Groups[2].Value];
            time = ticks <= TimeSpan.MaxValue.Ticks ? new((long)ticks) : default;
            return ticks <= TimeSpan.MaxValue.Ticks;
        }

        time = default;
        return Clock().IsMatch(text) && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out time);
    }

    /// <summary>What is wrong with a text that is no duration, and what to write, without the text.</summary>
    /// <param name="key">The setting.</param>
    /// <param name="text">The text.</param>
    /// <param name="range">What the duration may be: examples are within it. <c>null</c>: anything.</param>
    public static string Fault(string key, string text, RangeAttribute? range = null)
    {
        text = text.Trim();
        var why = BareNumber().IsMatch(text) ? "has no unit"
            : ManyHours().Match(text) is { Success: true } hours
                ? $"has more than 23 hours, which .NET takes for days: write {InHours(Number(hours, 1))} for hours"
            : MinutesAndSeconds().IsMatch(text) ? "does not say whether it means hours or minutes"
            : "is not a duration";
        return $"{key} {why}; {Remedy(range)}.";
    }

    private static string Remedy(RangeAttribute? range)
    {
        (string Text, TimeSpan Time)[] fitting =
        [
            .. from example in Examples
            let time = TryParse(example, out var parsed) ? parsed : default
            where range?.IsValid(time) != false
            select (example, time),
        ];
        return fitting is [var first, ..]
            ? FormattableString.Invariant($"write {string.Join(", ", fitting.Take(2).Select(one => one.Text))} or {first.Time:c}")
            : $"write one {SettingRange.InWords(range!)}";
    }

    private static string InHours(Int128 hours) =>
        hours % 24 == 0 ? FormattableString.Invariant($"{hours / 24}d") : FormattableString.Invariant($"{hours}h");

    private static Int128 Number(Match match, int group) =>
        Int128.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^([0-9]{1,15})(ms|[smhdw])\z")]
    private static partial Regex WithUnit();

    [GeneratedRegex(@"^([0-9]{1,8}\.)?([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,7})?\z")]
    private static partial Regex Clock();

    [GeneratedRegex(@"^[0-9]+([.,][0-9]+)?\z")]
    private static partial Regex BareNumber();

    [GeneratedRegex(@"^(2[4-9]|[3-9][0-9]|[0-9]{3,8}):00:00\z")]
    private static partial Regex ManyHours();

    [GeneratedRegex(@"^[0-9]+:[0-9]+\z")]
    private static partial Regex MinutesAndSeconds();
}
