using CxoneAssist.Domain.Written;
using CxoneAssist.Host.Cli.CommandLine;
using CxoneAssist.Host.Cli.Console;
using CxoneAssist.Host.Cli.Surveys.Times;

namespace CxoneAssist.Host.Cli.Surveys.Workbooks;

/// <summary>
/// The dates and the times as text of one column. Excel in the locale of the other order turns 03/02/2026 into a date,
/// with day and month swapped, and leaves 13/02/2026 as text.
/// </summary>
internal sealed class ColumnDates
{
    private const int Months = 12;

    private long _row;
    private long _dates;
    private long _laterDates;
    private long _texts;
    private long _otherTexts;
    private string _example = "";

    public void AddDate(long row, int day)
    {
        if (IsNew(row))
        {
            _dates++;
            _laterDates += day > Months ? 1 : 0;
        }
    }

    public void AddText(long row, string text)
    {
        if (text.Length > 0 && char.IsAsciiDigit(text[0]) && IsNew(row) && WrittenTimes.TryRead(text, out var date))
        {
            _texts++;
            _otherTexts += date is { IsSure: false, Shown: not null } ? 0 : 1;
            _example = _texts == 1 ? text.Trim() : _example;
        }
    }

    /// <summary>How many of each there are; <c>null</c> where all are of one kind.</summary>
    public string? InWords(string column) => _dates == 0 || _texts == 0
        ? null
        : $"{Format.Count(_dates, "row")} of '{SafeText.Clean(column)}' {Are(_dates)} Excel dates, {Format.Number(_texts)} {Are(_texts)} text";

    /// <exception cref="CommandFailure">All is as Excel leaves it where it swaps day and month.</exception>
    public void InsistOnOrder(string file, string column)
    {
        if (_dates == 0 || _texts == 0 || _laterDates > 0 || _otherTexts > 0)
        {
            return;
        }

        throw new CommandFailure(
            $"{file}, column '{SafeText.Clean(column)}': {Format.Count(_dates, "row")} {Are(_dates)} Excel dates, all on days up to {Months}, and "
                + $"{Format.Count(_texts, "row")} {Are(_texts)} text, with a number above {Months}, such as '{SafeText.Clean(_example)}'. "
                + "Excel took the day for the month when it opened the file, where it could: these dates are wrong. Give the original file "
                + $"to this command, with --dates {DateForms.DayFirst} or {DateForms.MonthFirst}, or import it into Excel with Data, From Text/CSV, "
                + "and the column as text.", ExitCode.Usage);
    }

    // The cells of a row are looked at more than once.
    private bool IsNew(long row)
    {
        var isNew = row != _row;
        _row = row;
        return isNew;
    }

    private static string Are(long count) => count == 1 ? "is" : "are";
}
