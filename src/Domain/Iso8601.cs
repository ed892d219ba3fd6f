using System.Globalization;

namespace CxoneAssist.Domain;

/// <summary>
/// Times as ISO 8601 writes them: a date, <c>T</c>, hours and minutes, seconds if need be, a decimal
/// fraction of the last of them, and <c>Z</c> or an offset; on demand some other forms. The one reader of webhooks, CXone's forms
/// and survey files. It never throws and allocates nothing.
/// </summary>
internal static class Iso8601
{
    private const int DateLength = 10;

    /// <summary>Reads an instant; a time without an offset is UTC. <c>null</c> where it is not one.</summary>
    public static DateTimeOffset? ReadInstant(ReadOnlySpan<char> text, Iso8601Forms forms) =>
        TryRead(text, forms, out var time) ? time.WithOffset(time.Offset ?? TimeSpan.Zero) : null;

    /// <summary>Reads a time with its offset, if it has one.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, Iso8601Forms forms, out Iso8601Time time)
    {
        time = default;
        if ((forms & Iso8601Forms.Epoch) != 0 && TryReadEpoch(text, out time))
        {
            return true;
        }

        if (!TryReadDate(text, out var date))
        {
            return false;
        }

        if (text.Length == DateLength)
        {
            time = new(date, null);
            return (forms & Iso8601Forms.DateAlone) != 0;
        }

        if (!IsSeparator(text[DateLength], forms)
            || !TryReadClock(text[(DateLength + 1)..], forms, out var ticks, out var rest)
            || !TryReadOffset(rest, forms, out var offset))
        {
            return false;
        }

        time = new(date.AddTicks(ticks), offset);
        return true;
    }

    private static bool IsSeparator(char letter, Iso8601Forms forms) =>
        letter == 'T' || (letter == ' ' && (forms & Iso8601Forms.SpaceForT) != 0);

    private static bool TryReadEpoch(ReadOnlySpan<char> text, out Iso8601Time time)
    {
        time = default;
        var unit = text.Length switch
        {
            10 => TimeSpan.TicksPerSecond,
            13 => TimeSpan.TicksPerMillisecond,
            _ => 0,
        };
        if (unit == 0 || text[0] == '0' || text.ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        time = new(DateTime.UnixEpoch.AddTicks(long.Parse(text, CultureInfo.InvariantCulture) * unit), TimeSpan.Zero);
        return true;
    }

    private static bool TryReadDate(ReadOnlySpan<char> text, out DateTime date)
    {
        date = default;
        if (text.Length < DateLength || text[4] != '-' || text[7] != '-')
        {
            return false;
        }

        var (year, month, day) = (Number(text[..4]), Number(text[5..7]), Number(text[8..DateLength]));
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        date = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified);
        return true;
    }

    private static bool TryReadClock(
        ReadOnlySpan<char> text, Iso8601Forms forms, out long ticks, out ReadOnlySpan<char> rest)
    {
        ticks = 0;
        rest = default;
        if (text.Length < 5 || text[2] != ':'
            || Number(text[..2]) is not (>= 0 and <= 23 and var hours)
            || Number(text[3..5]) is not (>= 0 and <= 59 and var minutes))
        {
            return false;
        }

        ticks = ((hours * 60) + minutes) * TimeSpan.TicksPerMinute;
        rest = text[5..];
        var unit = TimeSpan.TicksPerMinute;
        if (rest is [':', _, _, ..])
        {
            if (Number(rest[1..3]) is not (>= 0 and <= 59 and var seconds))
            {
                return false;
            }

            unit = TimeSpan.TicksPerSecond;
            ticks += seconds * unit;
            rest = rest[3..];
        }

        return rest is not ['.' or ',', ..] || TryReadFraction(unit, ref ticks, ref rest) || IsLenient(forms);
    }

    // Digits beyond what a tick can hold are read and cut off.
    private static bool TryReadFraction(long unit, ref long ticks, ref ReadOnlySpan<char> rest)
    {
        var digits = 1;
        for (; digits < rest.Length && char.IsAsciiDigit(rest[digits]); digits++)
        {
            unit /= 10;
            ticks += unit * (rest[digits] - '0');
        }

        rest = rest[digits..];
        return digits > 1;
    }

    // Z, +01, +0100 or +01:00; nothing where the time has no offset.
    private static bool TryReadOffset(ReadOnlySpan<char> text, Iso8601Forms forms, out TimeSpan? offset)
    {
        offset = null;
        if (text.IsEmpty)
        {
            return true;
        }

        if (text is "Z" or "z")
        {
            offset = TimeSpan.Zero;
            return true;
        }

        var hourEnd = IsLenient(forms) && text is [_, _, ':', ..] ? 2 : 3;
        if (text[0] is not ('+' or '-') || text.Length < hourEnd
            || Number(text[1..hourEnd]) is not (>= 0 and <= 14 and var hours)
            || Minutes(text[hourEnd..]) is not (>= 0 and <= 59 and var minutes))
        {
            return false;
        }

        var ticks = ((hours * 60) + minutes) * TimeSpan.TicksPerMinute;
        offset = new TimeSpan(text[0] == '-' ? -ticks : ticks);
        return true;
    }

    private static int Minutes(ReadOnlySpan<char> text) => text switch
    {
        [] => 0,
        [_, _] => Number(text),
        [':', _, _] => Number(text[1..]),
        _ => -1,
    };

    private static bool IsLenient(Iso8601Forms forms) => (forms & Iso8601Forms.Lenient) != 0;

    // -1 where a character is not a digit of ASCII.
    private static int Number(ReadOnlySpan<char> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit(digit))
            {
                return -1;
            }

            number = (number * 10) + (digit - '0');
        }

        return number;
    }
}
