using System.Globalization;

namespace CxoneAssist.Domain.PolicyFile.Repairs;

/// <summary>A duration in other words than the format's: <c>1,5 hours</c>, <c>PT4H</c>, <c>1d 12h</c>.</summary>
/// <param name="Amount">How many units, perhaps not a whole number.</param>
/// <param name="Unit">The format's unit.</param>
internal readonly record struct WrittenDuration(decimal Amount, string Unit)
{
    // A fraction of one is a number of the next.
    private static readonly (string Unit, int Parts, string Part)[] Steps = [("w", 7, "d"), ("d", 24, "h"), ("h", 60, "m")];

    public bool IsBusiness => Unit[0] == 'b';

    /// <summary>Reads it; <c>null</c> where the text has no meaning, or two.</summary>
    public static WrittenDuration? Read(string text)
    {
        List<WrittenDuration> parts = [];
        for (var rest = Unwrap(text.Trim()); rest.Length > 0;)
        {
            var unit = rest.TakeWhile(IsOfNumber).Count();
            var end = unit + rest.Skip(unit).TakeWhile(letter => !IsOfNumber(letter) || letter == '.').Count();
            if (Number(rest[..unit]) is not { } amount || DurationUnits.Find(rest[unit..end]) is not { } name)
            {
                return null;
            }

            parts.Add(new(amount, name));
            rest = rest[end..];
        }

        return Sum(parts);
    }

    /// <summary>The same with a whole number; <c>null</c> where no unit of the format has one.</summary>
    public string? Whole()
    {
        var (amount, unit) = (Amount, Unit);
        foreach (var (whole, parts, part) in Steps)
        {
            if (unit == whole && amount % 1 != 0)
            {
                (amount, unit) = (amount * parts, part);
            }
        }

        return amount % 1 == 0 ? amount.ToString("0", CultureInfo.InvariantCulture) + unit : null;
    }

    // Business days and hours do not add up: a day has no fixed number of open hours.
    private static WrittenDuration? Sum(List<WrittenDuration> parts)
    {
        if (parts.Count < 2)
        {
            return parts.Count == 0 ? null : parts[0];
        }

        if (parts.Exists(part => part.IsBusiness) || parts.DistinctBy(part => part.Unit).Count() < parts.Count)
        {
            return null;
        }

        var unit = parts.MinBy(part => Minutes(part.Unit)).Unit;
        return new(parts.Sum(part => part.Amount * Minutes(part.Unit)) / Minutes(unit), unit);
    }

    private static int Minutes(string unit) => unit switch
    {
        "m" => 1,
        "h" => 60,
        "d" => 24 * 60,
        _ => 7 * 24 * 60,
    };

    // Three digits after a comma or a point may be thousands.
    private static decimal? Number(string text) =>
        text.Split('.', ',') is not [_, { Length: 3 }]
        && decimal.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            ? amount
            : null;

    // ISO 8601 puts a T in front of hours and minutes, so that P1M is a month: only what has none is read.
    private static string Unwrap(string text)
    {
        if (!text.StartsWith("P", StringComparison.OrdinalIgnoreCase))
        {
            return text;
        }

        var parts = text[1..].Split('T', 't');
        return parts[0].Contains('M', StringComparison.OrdinalIgnoreCase) ? text : string.Concat(parts);
    }

    private static bool IsOfNumber(char letter) => char.IsAsciiDigit(letter) || letter is '.' or ',';
}
