using System.Globalization;
using System.Text;
using CxoneAssist.Domain.Written;

namespace CxoneAssist.Host.Cli.Surveys.Times;

/// <summary>
/// Proposes for <c>--dates</c> the format in which a time of the file is written. What is proposed reads that time.
/// </summary>
internal static class FormatProposal
{
    /// <summary>The formats, with the order of day and month where both are possible; none where none is known.</summary>
    public static IReadOnlyList<(DateOrder? Order, string Format)> Propose(string text)
    {
        text = text.Trim();

        // .NET's letters have no half of the day with points: "8:15 a. m." would be read, and "12:15 a. m." as noon.
        if (!WrittenTimes.TryRead(text, out var date) || date.Offset is not null || text.EndsWith("m.", StringComparison.OrdinalIgnoreCase))
        {
            return [];
        }

        DateOrder[] orders = date.Shown is { } shown ? [shown] : [DateOrder.DayFirst, DateOrder.MonthFirst];
        return
        [
            .. from order in orders
            let format = Format(text, order)
            where Reads(format, text, date.InStated(order)?.Local)
            select ((DateOrder?)(orders.Length == 1 ? null : order), format),
        ];
    }

    /// <summary>What to write, as one sentence; a general one where no format is known.</summary>
    public static string InWords(string text) => Propose(text) switch
    {
        [var only] => $"Write --dates '{only.Format}'.",
        [var day, var month] => $"Write --dates '{day.Format}' for the day first, or --dates '{month.Format}' for the month first.",
        _ => "Write --dates in .NET's letters: dd MM yyyy, HH mm ss, hh … tt for AM and PM.",
    };

    private static bool Reads(string format, string text, DateTime? meant) =>
        DateForms.FindProblem(format) is null
        && DateTime.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read)
        && read == meant;

    // Each run of digits is a part: three of the date, then those of the clock.
    private static string Format(string text, DateOrder order)
    {
        var format = new StringBuilder();
        var isHalf = text.EndsWith("AM", StringComparison.OrdinalIgnoreCase) || text.EndsWith("PM", StringComparison.OrdinalIgnoreCase);
        var end = isHalf ? text.Length - 2 : text.Length;
        var parts = Parts(text, order, isHalf);
        for (var (at, part) = (0, 0); at < end; at++)
        {
            if (!char.IsAsciiDigit(text[at]))
            {
                format.Append(char.IsAsciiLetter(text[at]) ? $"'{text[at]}'" : text[at].ToString());
                continue;
            }

            var digits = Digits(text, at);
            var letter = parts[Math.Min(part++, parts.Length - 1)];
            format.Append(letter, IsPadded(text) || !IsEverShort(letter) ? digits : 1);
            at += digits - 1;
        }

        return format.Append(isHalf ? "tt" : "").ToString();
    }

    private static string Parts(string text, DateOrder order, bool isHalf) =>
        (Digits(text, 0) == 4 ? "yMd" : order == DateOrder.DayFirst ? "dMy" : "Mdy") + (isHalf ? "hmsf" : "Hmsf");

    // Minutes and seconds always have two digits.
    private static bool IsEverShort(char letter) => letter is 'd' or 'M' or 'H' or 'h';

    private static bool IsPadded(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var digits = Digits(text, at);
            if (digits == 1)
            {
                return false;
            }

            at += digits;
        }

        return true;
    }

    private static int Digits(string text, int at) =>
        text.AsSpan(at).IndexOfAnyExceptInRange('0', '9') is >= 0 and var length ? length : text.Length - at;
}
