using System.Globalization;
using CxoneAssist.Domain.Written;

namespace CxoneAssist.Host.Cli.Surveys.Times;

/// <summary>What <c>--dates</c> says about the dates of a file.</summary>
/// <param name="Order">The order of day and month in dates with slashes; <c>null</c> to find it out.</param>
/// <param name="Format">The format of times, in .NET's letters; <c>null</c> for the forms that are known.</param>
internal sealed record DateForms(DateOrder? Order = null, string? Format = null)
{
    public const string DayFirst = "dmy";
    public const string MonthFirst = "mdy";
    private const int ShortestFormat = 5;

    // Every part differs from what a parser puts in the place of a missing one.
    private static readonly DateTime Probe = new(2031, 12, 28, 21, 47, 0, DateTimeKind.Unspecified);

    public static DateForms Parse(string? option) => option switch
    {
        null => new(),
        DayFirst => new(DateOrder.DayFirst),
        MonthFirst => new(DateOrder.MonthFirst),
        _ => new(Format: option),
    };

    /// <summary>What is wrong with the text of the option; <c>null</c> where nothing is.</summary>
    public static string? FindProblem(string option)
    {
        if (Parse(option).Format is not { } format)
        {
            return null;
        }

        if (format.Length < ShortestFormat || !TryParse(format, out var read) || read.Date != Probe.Date)
        {
            return $"'{format}' is neither dmy, mdy nor a format with day, month and year. Write these dd, MM and yyyy, "
                + "like 'dd.MM.yyyy HH:mm' (mm are minutes).";
        }

        return read.TimeOfDay == TimeSpan.Zero || read == Probe
            ? null
            : $"'{format}' does not give the time of day. Write HH:mm, or hh:mm tt for AM and PM.";
    }

    private static bool TryParse(string format, out DateTime read)
    {
        read = default;
        try
        {
            return DateTime.TryParseExact(
                Probe.ToString(format, CultureInfo.InvariantCulture), format, CultureInfo.InvariantCulture,
                DateTimeStyles.AdjustToUniversal, out read);
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
