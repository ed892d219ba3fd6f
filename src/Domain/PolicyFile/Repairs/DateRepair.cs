using System.Globalization;
using CxoneAssist.Domain.Written;

namespace CxoneAssist.Domain.PolicyFile.Repairs;

/// <summary>
/// The remedy for a date that is not one: the format's order for another order. A day that the month does not have is
/// asked for, since a calendar would close on another one.
/// </summary>
internal static class DateRepair
{
    private const int MonthLength = 7;

    /// <summary>The remedy as a sentence; <c>null</c> where nothing can be proposed.</summary>
    /// <param name="text">The date as written.</param>
    public static string? Find(string text)
    {
        if (PastEnd(text) is { } sentence)
        {
            return sentence;
        }

        if (!WrittenTimes.TryRead(text, out var date))
        {
            return null;
        }

        string?[] both = date.Shown is { } shown
            ? [Text(date, shown)]
            : [Text(date, DateOrder.DayFirst), Text(date, DateOrder.MonthFirst)];
        return both.Contains(null) ? null : $"Write {string.Join(" or ", both.Distinct().Select(one => $"\"{one}\""))}.";
    }

    private static string? PastEnd(string text)
    {
        if (!DateOnly.TryParseExact(
            text.Length > MonthLength ? text[..MonthLength] : text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
            || !int.TryParse(text.AsSpan(MonthLength).TrimStart('-'), NumberStyles.None, CultureInfo.InvariantCulture, out var day))
        {
            return null;
        }

        var last = month.AddMonths(1).AddDays(-1);
        return day <= last.Day
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"There is no {day} {month:MMMM yyyy}: write the date that is meant.");
    }

    private static string? Text(WrittenDate date, DateOrder order) =>
        date.In(order)?.Local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
