using CxoneAssist.Domain.Written;
using CxoneAssist.Host.Cli.CommandLine;
using CxoneAssist.Host.Cli.Console;

namespace CxoneAssist.Host.Cli.Surveys.Times;

/// <summary>
/// Finds out from the first rows of a file which number of a date such as <c>03/04/2026</c> is the day: a number above
/// twelve shows it. Nothing else does, neither the separator of fields nor AM and PM.
/// </summary>
internal sealed class DateEvidence
{
    private DatedRow? _dayFirst;
    private DatedRow? _monthFirst;
    private DatedRow? _either;

    /// <summary>Whether the rows so far have such dates, and none that shows the order.</summary>
    public bool IsOpen => _either is not null && _dayFirst is null && _monthFirst is null;

    /// <summary>The order, where a row shows it.</summary>
    public DateOrder? Order =>
        _dayFirst is not null ? DateOrder.DayFirst : _monthFirst is not null ? DateOrder.MonthFirst : null;

    /// <summary>The row that shows it, in words; empty where no row has to.</summary>
    public string Proof => (_dayFirst ?? _monthFirst) is { } shown
        ? FormattableString.Invariant($"{shown.Where} shows it: '{SafeText.Clean(shown.Text)}'")
        : "";

    public void Look(string where, string text)
    {
        if (!WrittenTimes.TryRead(text, out var date) || date.IsSure)
        {
            return;
        }

        switch (date.Shown)
        {
            case DateOrder.DayFirst:
                _dayFirst ??= new(where, text);
                break;
            case DateOrder.MonthFirst:
                _monthFirst ??= new(where, text);
                break;
            default:
                _either ??= new(where, text);
                break;
        }
    }

    /// <exception cref="CommandFailure">The rows show no order, or both.</exception>
    public void Insist(string name, int rows)
    {
        if (_dayFirst is { } day && _monthFirst is { } month)
        {
            throw new CommandFailure(
                $"{name}: dates are day first in {day.Where} ('{SafeText.Clean(day.Text)}') and month first in {month.Where} "
                    + $"('{SafeText.Clean(month.Text)}'). Split the file into one of each order, and read each with its --dates: {TimeProblem.NothingShows}.", ExitCode.Usage);
        }

        if (IsOpen)
        {
            throw new CommandFailure(
                $"{name}, {_either!.Where}: in '{SafeText.Clean(_either.Text)}' either number can be the day, and none of the first "
                    + $"{Format.Count(rows, "row")} shows which. Say --dates {DateForms.DayFirst} for the day first, "
                    + $"or --dates {DateForms.MonthFirst} for the month first.", ExitCode.Usage);
        }
    }

    private sealed record DatedRow(string Where, string Text);
}
