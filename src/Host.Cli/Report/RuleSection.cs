using CxoneAssist.Host.Cli.Backtest;

namespace CxoneAssist.Host.Cli.Report;

/// <summary>Why surveys were left to a person, and which rules applied to none.</summary>
internal static class RuleSection
{
    public static void Add(Html html, BacktestResult result)
    {
        foreach (var run in result.Runs)
        {
            Add(html, $"Why {result.NameOf(run)} leaves surveys to a person", RuleRows.ReviewHeadings, RuleRows.Reviews(run.Reviews, result.Unit));
            Add(html, $"Rules of {result.NameOf(run)} that never applied", RuleRows.UnusedHeadings, RuleRows.Unused(run.Rules.Unused));
        }
    }

    private static void Add(Html html, string heading, IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<string>> rows)
    {
        IReadOnlyList<IReadOnlyList<string>> all = [.. rows];
        if (all.Count > 0)
        {
            html.Element("h2", heading).Table(headings, all, texts: headings.Count);
        }
    }
}
