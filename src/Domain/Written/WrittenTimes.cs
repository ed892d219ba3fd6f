namespace CxoneAssist.Domain.Written;

/// <summary>
/// Reads times as spreadsheets and survey tools write them: <c>02.03.2026 08:15</c>, <c>3/2/2026 8:15:30 AM</c>,
/// <c>2026/03/02 8:15:30 PM GMT+1</c>, <c>2-Mar-2026 8.15</c>, <c>2026-03-02 08:15:30 UTC</c>. Allocates nothing.
/// </summary>
internal static class WrittenTimes
{
    private const int Century = 2000;

    public static bool TryRead(ReadOnlySpan<char> text, out WrittenDate date)
    {
        var scan = new TextScanner(text.Trim());
        if (!TryReadDate(ref scan, out date))
        {
            return false;
        }

        scan.Skip(',');
        var isApart = scan.SkipBlanks() || scan.Skip('T');
        if (scan.IsAtEnd)
        {
            return true;
        }

        if (!isApart || !WrittenClock.TryRead(ref scan, out var clock) || !WrittenOffset.TryRead(ref scan, out var offset))
        {
            return false;
        }

        date = date with { Clock = clock, Offset = offset };
        return scan.IsAtEnd;
    }

    private static bool TryReadDate(ref TextScanner scan, out WrittenDate date)
    {
        date = default;
        var word = scan.ReadWord();
        if (MonthNames.IsDay(word))
        {
            SkipBetween(ref scan);
            word = scan.ReadWord();
        }

        if (!word.IsEmpty)
        {
            return MonthNames.Month(word) is > 0 and var named && TryReadAfterMonth(ref scan, named, out date);
        }

        var digits = scan.ReadNumber(out var first);
        var separator = scan.Next;
        SkipBetween(ref scan);
        var month = scan.ReadWord();
        return digits != 0 && (month.IsEmpty
            ? TryReadNumbers(ref scan, (digits, first), separator, out date)
            : MonthNames.Month(month) is > 0 and var between && TryReadYear(ref scan, first, between, out date));
    }

    // March 2, 2026
    private static bool TryReadAfterMonth(ref TextScanner scan, int month, out WrittenDate date)
    {
        date = default;
        SkipBetween(ref scan);
        return scan.ReadNumber(out var day) is 1 or 2 && TryReadYear(ref scan, day, month, out date);
    }

    private static bool TryReadYear(ref TextScanner scan, int day, int month, out WrittenDate date)
    {
        SkipBetween(ref scan);
        var digits = scan.ReadNumber(out var year);
        date = new(digits == 2 ? Century + year : year, day, month, IsSure: true);
        return digits is 2 or 4;
    }

    private static bool TryReadNumbers(
        ref TextScanner scan, (int Digits, int Number) first, char separator, out WrittenDate date)
    {
        date = default;
        if (separator is not ('.' or '/' or '-') || scan.ReadNumber(out var second) is not (1 or 2)
            || !scan.Skip(separator) || (scan.SkipBlanks() && separator != '.'))
        {
            return false;
        }

        var digits = scan.ReadNumber(out var third);
        if (first.Digits == 4)
        {
            date = new(first.Number, third, second, IsSure: true);
            return digits is 1 or 2;
        }

        // Of two digits at the end after hyphens nothing shows that they are the year.
        var isYear = digits == 4 || (digits == 2 && separator != '-');
        date = new(digits == 2 ? Century + third : third, first.Number, second, IsSure: separator == '.') { HasPoints = separator == '.' };
        return isYear && first.Digits is 1 or 2;
    }

    private static void SkipBetween(ref TextScanner scan)
    {
        while (scan.SkipBlanks() || scan.Skip('.') || scan.Skip('/') || scan.Skip('-') || scan.Skip(','))
        {
        }
    }
}
