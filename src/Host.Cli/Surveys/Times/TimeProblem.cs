using System.Globalization;
using CxoneAssist.Domain.Written;
using CxoneAssist.Host.Cli.Console;

namespace CxoneAssist.Host.Cli.Surveys.Times;

/// <summary>Says why a text of the file was not read as a time, and what to do.</summary>
internal static class TimeProblem
{
    /// <summary>Why a file with both orders has to be split: no option reads it.</summary>
    public const string NothingShows = "where both numbers are 12 or less, nothing shows which is the day";

    private const int LongestShown = 40;

    public static string Describe(string name, string text, TimeOutcome outcome, SurveyTime time)
    {
        var shown = SafeText.Clean(text.Length > LongestShown ? text[..LongestShown] + "…" : text);
        return outcome switch
        {
            TimeOutcome.DateAlone => $"{name} has no time of day: '{shown}'; add it{Midnight(text, time)}",
            TimeOutcome.Ambiguous => $"{name} is ambiguous: '{shown}'; say --dates {DateForms.DayFirst} or --dates {DateForms.MonthFirst}",
            _ when IsSerial(text) => $"{name} is Excel's number of a date: '{shown}'. In Excel, format the column as a date with the time, and save the file again",
            _ when time.Stated.Format is not null => $"{name}: the format does not fit '{shown}'",
            _ when OtherOrder(text, time) is { } other =>
                $"{name} is not a time: '{shown}'{Order(time.Order)}; with the {other} first it is. Split a file with both orders: {NothingShows}",
            _ => $"{name} is not a time: '{shown}'{Order(time.Order)}; write it like {SurveyTime.Expected}, or give its format with --dates",
        };
    }

    public static string Order(DateOrder? order) => order switch
    {
        DateOrder.DayFirst => " with the day first",
        DateOrder.MonthFirst => " with the month first",
        _ => "",
    };

    // A format counts alone: rows with a time of day would not fit one of a date.
    private static string Midnight(string text, SurveyTime time) =>
        FormatProposal.Propose(text).Where(one => one.Order is null || one.Order == time.Order).Select(one => one.Format).FirstOrDefault() is { } format
            ? $". Where no row has one, --dates {format} takes its midnight"
            : "";

    // Days since 1900, for the years 1954 to 2119.
    private static bool IsSerial(string text) =>
        decimal.TryParse(text.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var days)
        && days is > 20_000 and < 80_000;

    private static string? OtherOrder(string text, SurveyTime time)
    {
        var other = time.Order == DateOrder.DayFirst ? DateOrder.MonthFirst : DateOrder.DayFirst;
        return time.Order is not null && WrittenTimes.TryRead(text, out var date) && date is { IsSure: false, Shown: not null } && date.In(other) is not null
            ? other == DateOrder.DayFirst ? "day" : "month"
            : null;
    }
}
