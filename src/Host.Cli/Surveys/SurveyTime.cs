using System.Globalization;

namespace CxoneAssist.Host.Cli.Surveys;

/// <summary>Times of a survey file: ISO 8601, with an offset, or without one and then of a zone.</summary>
/// <param name="zone">
/// What times without an offset are read in: one that a clock change skips moves forward, one that comes twice is the later.
/// </param>
internal sealed class SurveyTime(TimeZoneInfo zone)
{
    /// <summary>What is expected, for messages.</summary>
    public const string Expected = "2026-12-23T16:40, 2026-12-23 16:40:05 or 2026-12-23T16:40+01:00";

    private const int ShortestLength = 16;

    // Rows of a file are mostly of one day or hour: the zone's rules are asked once for each.
    private long _hour = -1;
    private TimeSpan _offset;

    public bool TryRead(ReadOnlySpan<char> text, out DateTimeOffset time)
    {
        text = text.Trim();
        time = default;
        if (text.Length < ShortestLength || text[10] is not ('T' or ' ')
            || !TryDate(text, out var date) || !TryClock(text[11..], out var clock, out var rest))
        {
            return false;
        }

        var local = date + clock;
        if (rest.IsEmpty)
        {
            return TryMake(local, OffsetAt(local), out time);
        }

        return TryOffset(rest, out var offset) && TryMake(local, offset, out time);
    }

    private static bool TryMake(DateTime local, TimeSpan offset, out DateTimeOffset time)
    {
        // The first and last hours of the calendar have no instant in every zone.
        var utc = local.Ticks - offset.Ticks;
        var valid = utc >= 0 && utc <= DateTime.MaxValue.Ticks;
        time = valid ? new DateTimeOffset(utc, TimeSpan.Zero) : default;
        return valid;
    }

    private TimeSpan OffsetAt(DateTime local)
    {
        var hour = local.Ticks / (TimeSpan.TicksPerMinute * 15);
        if (hour != _hour)
        {
            (_hour, _offset) = (hour, zone.GetUtcOffset(local));
        }

        return _offset;
    }

    private static bool TryDate(ReadOnlySpan<char> text, out DateTime date)
    {
        date = default;
        var valid = TryNumber(text[..4], out var year) & TryNumber(text[5..7], out var month) & TryNumber(text[8..10], out var day)
            && text[4] == '-' && text[7] == '-' && year >= 1 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
        date = valid ? new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified) : default;
        return valid;
    }

    private static bool TryClock(ReadOnlySpan<char> text, out TimeSpan clock, out ReadOnlySpan<char> rest)
    {
        clock = default;
        rest = default;
        if (text[2] != ':' || !TryNumber(text[..2], out var hours) || !TryNumber(text[3..5], out var minutes) || hours > 23 || minutes > 59)
        {
            return false;
        }

        rest = text[5..];
        var seconds = 0;
        if (rest is [':', _, _, ..])
        {
            if (!TryNumber(rest[1..3], out seconds) || seconds > 59)
            {
                return false;
            }

            rest = rest[3..];
        }

        clock = new TimeSpan(hours, minutes, seconds);
        return rest is not (['.', ..] or [',', ..]) || TryFraction(ref rest, ref clock);
    }

    private static bool TryFraction(ref ReadOnlySpan<char> rest, ref TimeSpan clock)
    {
        var end = rest[1..].IndexOfAnyExceptInRange('0', '9');
        var digits = end < 0 ? rest[1..] : rest[1..(end + 1)];
        if (digits.IsEmpty)
        {
            return false;
        }

        var unit = TimeSpan.TicksPerSecond;
        foreach (var digit in digits)
        {
            unit /= 10;
            clock += new TimeSpan(unit * (digit - '0'));
        }

        rest = rest[(digits.Length + 1)..];
        return true;
    }

    private static bool TryOffset(ReadOnlySpan<char> text, out TimeSpan offset)
    {
        offset = default;
        if (text is "Z" or "z")
        {
            return true;
        }

        // +01, +0100 or +01:00.
        var minutes = 0;
        var after = text.Length switch { 3 => [], 5 => text[3..], 6 when text[3] == ':' => text[4..], _ => "wrong" };
        if (text[0] is not ('+' or '-') || after.Length > 2 || !TryNumber(text[1..3], out var hours) || hours > 14
            || (after.Length == 2 && !TryNumber(after, out minutes)) || minutes > 59)
        {
            return false;
        }

        offset = new TimeSpan(hours, minutes, 0);
        offset = text[0] == '-' ? -offset : offset;
        return true;
    }

    private static bool TryNumber(ReadOnlySpan<char> text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
