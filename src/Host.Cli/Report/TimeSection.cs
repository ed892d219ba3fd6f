using System.Globalization;
using CxoneAssist.Host.Cli.Backtest;

namespace CxoneAssist.Host.Cli.Report;

/// <summary>When tasks would have been created and due.</summary>
internal static class TimeSection
{
    private const int MostDays = 62;

    public static void Add(Html html, BacktestResult result)
    {
        var days = result.Runs.Select(run => run.Tally.Load.Days.ToDictionary(day => day.Day, day => day.Tasks))
            .ToList();
        if (days.Any(one => one.Count > 0))
        {
            AddDays(html, days);
        }

        html.Element("h2", "Due dates by hour of the day").Raw(new ColumnChart(
            "Due dates by hour of the day",
            [.. Enumerable.Range(0, Tally.Hours).Select(hour => hour.ToString("00", CultureInfo.InvariantCulture))],
            [.. result.Runs.Select(run => run.Tally.DueByHour)]).ToString());
    }

    // A long time is divided into steps of several days, so that the columns stay wide enough.
    private static void AddDays(Html html, List<Dictionary<DateOnly, long>> days)
    {
        var (first, last) = (days.SelectMany(one => one.Keys).Min(), days.SelectMany(one => one.Keys).Max());
        var span = last.DayNumber - first.DayNumber + 1;
        var step = (span + MostDays - 1) / MostDays;
        var starts = Enumerable.Range(0, ((span - 1) / step) + 1)
            .Select(number => first.AddDays(number * step))
            .ToList();
        html.Element("h2", step == 1 ? "Tasks by day" : $"Tasks by {step} days").Raw(new ColumnChart(
            "Tasks by day",
            [.. starts.Select(day => day.ToString(step == 1 ? "dd MMM" : "yyyy-MM-dd", CultureInfo.InvariantCulture))],
            [.. days.Select(one => Sums(one, first, step, starts.Count))]).ToString());
    }

    private static long[] Sums(Dictionary<DateOnly, long> days, DateOnly first, int step, int count)
    {
        var sums = new long[count];
        foreach (var (day, tasks) in days)
        {
            sums[(day.DayNumber - first.DayNumber) / step] += tasks;
        }

        return sums;
    }
}
