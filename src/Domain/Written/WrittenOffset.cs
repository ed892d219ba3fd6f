namespace CxoneAssist.Domain.Written;

/// <summary>
/// Reads how far a time is ahead of UTC, after a blank or without one: <c>Z</c>, <c>UTC</c>, <c>GMT+1</c>,
/// <c>+0100</c>. Letters such as CET or EST are not read: they mean several zones.
/// </summary>
internal static class WrittenOffset
{
    private const int MostHours = 14;

    public static bool TryRead(ref TextScanner scan, out TimeSpan? offset)
    {
        scan.SkipBlanks();
        offset = null;
        if (scan.IsAtEnd)
        {
            return true;
        }

        var isNamed = scan.Skip("UTC") || scan.Skip("GMT") || scan.Skip('Z') || scan.Skip('z');
        scan.SkipBlanks();
        if (scan.Next is not ('+' or '-'))
        {
            offset = TimeSpan.Zero;
            return isNamed;
        }

        var isBehind = scan.Next == '-';
        scan.Skip(scan.Next);
        if (!TryReadAmount(ref scan, out var amount))
        {
            return false;
        }

        offset = isBehind ? -amount : amount;
        return SkipName(ref scan);
    }

    // +1, +01, +0100, +01:00
    private static bool TryReadAmount(ref TextScanner scan, out TimeSpan amount)
    {
        var digits = scan.ReadNumber(out var hours);
        var minutes = 0;
        if (digits == 4)
        {
            (hours, minutes) = (hours / 100, hours % 100);
        }
        else if (scan.Skip(':') && scan.ReadNumber(out minutes) != 2)
        {
            digits = 0;
        }

        amount = new TimeSpan(hours, minutes, 0);
        return digits is 1 or 2 or 4 && hours <= MostHours && minutes < 60;
    }

    // JavaScript repeats the zone's name after the offset: GMT+0100 (CET).
    private static bool SkipName(ref TextScanner scan)
    {
        scan.SkipBlanks();
        if (!scan.Skip('('))
        {
            return true;
        }

        while (!scan.IsAtEnd && scan.Next != ')')
        {
            scan.Skip(scan.Next);
        }

        return scan.Skip(')');
    }
}
