namespace CxoneAssist.Domain.Written;

/// <summary>Reads a time of day: <c>08:15</c>, <c>8:15:30.5 PM</c>, <c>8 a.m.</c>, <c>8.15</c>.</summary>
internal static class WrittenClock
{
    private const int HalfDay = 12;

    public static bool TryRead(ref TextScanner scan, out TimeSpan clock)
    {
        clock = default;
        if (scan.Skip("at"))
        {
            scan.SkipBlanks();
        }

        if (scan.ReadNumber(out var hours) is not (1 or 2))
        {
            return false;
        }

        // Italian and Finnish spreadsheets write a point.
        var separator = scan.Next is ':' or '.' ? scan.Next : '\0';
        if (!TryReadPart(ref scan, separator, out var minutes))
        {
            return false;
        }

        var fraction = TimeSpan.Zero;
        var hasSeconds = separator != '\0' && scan.Next == separator;
        if (!TryReadPart(ref scan, separator, out var seconds) || (hasSeconds && !TryReadFraction(ref scan, out fraction)))
        {
            return false;
        }

        var isHalf = TryReadHalf(ref scan, out var isAfternoon);
        if ((separator == '\0' && !isHalf) || hours > 23 || (isHalf && hours is < 1 or > HalfDay))
        {
            return false;
        }

        hours = isHalf ? (hours % HalfDay) + (isAfternoon ? HalfDay : 0) : hours;
        clock = new TimeSpan(hours, minutes, seconds) + fraction;
        return true;
    }

    private static bool TryReadPart(ref TextScanner scan, char separator, out int part)
    {
        part = 0;
        return separator == '\0' || !scan.Skip(separator) || (scan.ReadNumber(out part) == 2 && part < 60);
    }

    private static bool TryReadFraction(ref TextScanner scan, out TimeSpan fraction)
    {
        fraction = default;
        if (!scan.Skip('.') && !scan.Skip(','))
        {
            return true;
        }

        var unit = TimeSpan.TicksPerSecond;
        var any = false;
        for (; char.IsAsciiDigit(scan.Next); any = true)
        {
            unit /= 10;
            fraction += new TimeSpan(unit * (scan.Next - '0'));
            scan.Skip(scan.Next);
        }

        return any;
    }

    private static bool TryReadHalf(ref TextScanner scan, out bool isAfternoon)
    {
        scan.SkipBlanks();
        isAfternoon = scan.Next is 'p' or 'P';
        var half = scan;
        if (!half.Skip('a') && !half.Skip('A') && !half.Skip('p') && !half.Skip('P'))
        {
            return false;
        }

        // Spanish programs write "a. m.", with a blank that may be a narrow one.
        if (half.Skip('.'))
        {
            half.SkipBlanks();
        }

        if (!half.Skip('m') && !half.Skip('M'))
        {
            return false;
        }

        half.Skip('.');
        scan = half;
        return true;
    }
}
