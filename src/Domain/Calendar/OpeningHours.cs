using System.Globalization;

namespace CxoneAssist.Domain;

/// <summary>
/// A stretch of a day in which people work, from its opening to before its closing. A day with a
/// break has several of them. One that runs past midnight belongs to the day it starts on.
/// </summary>
public readonly record struct OpeningHours
{
    private const int Day = 24 * 60;
    private const int TextLength = 11;

    /// <summary>Makes one.</summary>
    /// <param name="opensAtMinute">
    /// When it opens, in minutes since the day's midnight: 0 to 1439.
    /// </param>
    /// <param name="closesAtMinute">
    /// When it closes, in minutes since the same midnight: after the opening; beyond 1440 (24:00)
    /// on the next day, where it closes earlier on the clock than it opens.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// It opens outside the day, closes no later than it opens, or is longer than that.
    /// </exception>
    public OpeningHours(int opensAtMinute, int closesAtMinute)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(opensAtMinute);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(opensAtMinute, Day);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(closesAtMinute, opensAtMinute);
        if (closesAtMinute > Day)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(closesAtMinute, opensAtMinute + Day);
        }

        (OpensAtMinute, ClosesAtMinute) = (opensAtMinute, closesAtMinute);
    }

    /// <summary>When it opens, in minutes since the day's midnight.</summary>
    public int OpensAtMinute { get; }

    /// <summary>
    /// When it closes, in minutes since the same midnight; beyond 1440 on the next day.
    /// </summary>
    public int ClosesAtMinute { get; }

    /// <summary>Whether it runs past midnight.</summary>
    public bool IsOvernight => ClosesAtMinute > Day;

    internal bool IsMade => ClosesAtMinute > OpensAtMinute;

    /// <summary>
    /// Reads opening hours as a policy writes them: <c>09:00-12:30</c>; <c>22:00-06:00</c> closes
    /// on the next day; <c>24:00</c> is allowed as closing. Two digits each, no blanks.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="hours">The opening hours.</param>
    /// <returns>Whether the text has that form, and the two times differ.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out OpeningHours hours)
    {
        hours = default;
        if (text.Length != TextLength || text[5] != '-' || !TryReadTime(text[..5], out var opens)
            || !TryReadTime(text[6..], out var closes)
            || opens == Day || opens == closes)
        {
            return false;
        }

        hours = new(opens, closes > opens ? closes : closes + Day);
        return true;
    }

    /// <summary>The opening hours as a policy writes them: <c>09:00-12:30</c>.</summary>
    public override string ToString() =>
        $"{TimeText(OpensAtMinute)}-{TimeText(IsOvernight ? ClosesAtMinute - Day : ClosesAtMinute)}";

    internal static string TimeText(int minute) =>
        string.Create(CultureInfo.InvariantCulture, $"{minute / 60:00}:{minute % 60:00}");

    private static bool TryReadTime(ReadOnlySpan<char> text, out int minute)
    {
        minute = 0;
        if (text[2] != ':' || !TryReadTwoDigits(text[..2], out var hours)
            || !TryReadTwoDigits(text[3..], out var minutes) || minutes >= 60)
        {
            return false;
        }

        minute = (hours * 60) + minutes;
        return minute <= Day;
    }

    private static bool TryReadTwoDigits(ReadOnlySpan<char> text, out int number)
    {
        number = ((text[0] - '0') * 10) + text[1] - '0';
        return char.IsAsciiDigit(text[0]) && char.IsAsciiDigit(text[1]);
    }
}
