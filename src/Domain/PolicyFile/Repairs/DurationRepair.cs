using System.Globalization;

namespace CxoneAssist.Domain.PolicyFile.Repairs;

/// <summary>
/// What a duration is in the format's own letters, where its words have one meaning: <c>2 days</c> is <c>2d</c>,
/// <c>1,5 hours</c> is <c>90m</c>, <c>PT4H</c> is <c>4h</c>.
/// </summary>
internal static class DurationRepair
{
    // A fraction of one is a number of the next.
    private static readonly (string Unit, int Parts, string Part)[] Parts = [("w", 7, "d"), ("d", 24, "h"), ("h", 60, "m")];

    private static readonly (string Unit, string[] Words)[] Units =
    [
        ("m", ["m", "min", "mins", "minute", "minutes"]),
        ("h", ["h", "hr", "hrs", "hour", "hours"]),
        ("d", ["d", "day", "days"]),
        ("w", ["w", "wk", "wks", "week", "weeks"]),
    ];

    private static readonly string[] Business = ["b", "business", "working", "work"];

    public static string? Find(string text)
    {
        var written = Unwrap(text.Trim());
        var end = written.TakeWhile(letter => char.IsAsciiDigit(letter) || letter is '.' or ',').Count();
        if (end == 0 || !decimal.TryParse(
            written[..end].Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount))
        {
            return null;
        }

        return UnitOf(written[end..]) is { } unit ? Whole(amount, unit) : null;
    }

    // ISO 8601 puts a T in front of hours and minutes, so that P1M is a month: only what is no month is read.
    private static string Unwrap(string text) =>
        text.StartsWith("PT", StringComparison.OrdinalIgnoreCase) ? text[2..]
        : text.StartsWith('P') && !text.EndsWith("M", StringComparison.OrdinalIgnoreCase) ? text[1..]
        : text;

    private static string? UnitOf(string words)
    {
        var word = words.Replace("-", " ", StringComparison.Ordinal).Trim().ToLowerInvariant();
        var prefix = Business.Where(one => word.StartsWith(one, StringComparison.Ordinal)).MaxBy(one => one.Length) ?? "";
        var unit = Array.Find(Units, one => one.Words.Contains(word[prefix.Length..].Trim())).Unit;
        return prefix.Length == 0 ? unit : unit is "h" or "d" ? "b" + unit : null;
    }

    private static string? Whole(decimal amount, string unit)
    {
        foreach (var (whole, parts, part) in Parts)
        {
            if (unit == whole && amount % 1 != 0)
            {
                (amount, unit) = (amount * parts, part);
            }
        }

        return amount % 1 == 0 ? amount.ToString("0", CultureInfo.InvariantCulture) + unit : null;
    }
}
