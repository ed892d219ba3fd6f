using CxoneAssist.Host.Cli.Backtest;
using CxoneAssist.Host.Cli.Console;

namespace CxoneAssist.Host.Cli.Report;

/// <summary>The number of tasks by priority and by tier.</summary>
internal static class OutcomeSection
{
    public static void Add(Html html, BacktestResult result)
    {
        html.Element("h2", "What would have happened").Raw(Chart(result).ToString());
        html.Table(
            ["Outcome", .. result.Runs.SelectMany(run => (string[])[result.NameOf(run), "Share"])],
            OutcomeRows.All.Select(row => Row(row.Label, row.Count, result)),
            labels: ["Outcome", .. result.Runs.SelectMany(run => (string[])[result.NameOf(run), $"Share, {result.NameOf(run)}"])]);
        foreach (var run in result.Runs.Where(run => run.Tally.Tasks > 0))
        {
            html.Element("h3", $"Tiers of {result.NameOf(run)}");
            html.Table(["Tier", "Override", "Priority", "Tasks"], run.Tally.Tiers.Select(tier => (IReadOnlyList<string>)
                [tier.From.Tier.Name, tier.From.Override ?? "", tier.From.Tier.Priority.ToString(),
                    Format.Number(tier.Tasks)]), texts: 3);
        }
    }

    // Surveys without a task are the most, and would make the other columns too small to see.
    private static ColumnChart Chart(BacktestResult result)
    {
        var rows = OutcomeRows.All.Where(row => !IsPart(row.Label) && row.Label != OutcomeRows.NoTask).ToList();
        return new ColumnChart(
            "Surveys by outcome, without those that make no task",
            [.. rows.Select(row => row.Label)],
            [.. result.Runs.Select(run => rows.Select(row => row.Count(run.Tally)).ToList())])
        {
            HasAllLabels = true,
        };
    }

    private static IReadOnlyList<string> Row(string label, Func<Tally, long> count, BacktestResult result) =>
    [
        IsPart(label) ? "of these " + label.Trim() : label,
        .. result.Runs.Select(run => count(run.Tally))
            .SelectMany(number => (string[])[Format.Number(number), Format.Share(number, result.Surveys)]),
    ];

    private static bool IsPart(string label) => label.StartsWith(' ');
}
