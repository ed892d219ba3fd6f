using System.Globalization;
using CxoneAssist.Host.Cli.Backtest;
using CxoneAssist.Host.Cli.Showing;

namespace CxoneAssist.Host.Cli.Report;

/// <summary>A backtest as one HTML file: its style and charts are within it, it runs nothing and fetches nothing.</summary>
internal sealed class HtmlReport
{
    private const int MostAgents = 20;
    private const int MostDays = 62;

    private readonly BacktestResult _result;
    private readonly Html _html = new();
    private readonly IReadOnlyList<PolicyRun> _runs;

    private HtmlReport(BacktestResult result) => (_result, _runs) = (result, [.. result.Runs]);

    public static string Of(BacktestResult result)
    {
        var report = new HtmlReport(result);
        report.Begin();
        report.Outcomes();
        report.Days();
        report.Hours();
        report.Agents();
        report.Moves();
        report.BadRows();
        return report._html.Raw("</main></body></html>").ToString();
    }

    private void Begin()
    {
        var title = $"Backtest of {_result.Policy.Policy.Name}";
        _html.Raw("<!DOCTYPE html>").Raw("<html lang=\"en\"><head><meta charset=\"utf-8\"/>")
            .Raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>")
            .Raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"/>")
            .Element("title", title)
            .Raw($"<style>{ReportStyle.Css}</style></head><body><main>")
            .Element("h1", title)
            .Element("p", $"{Words.Count(_result.Surveys, "survey")} of {_result.Input}. Days and hours are those of {_result.Zone.Id}.");
        _html.Raw("<ul class=\"key\">");
        foreach (var (run, number) in _runs.Select((run, number) => (run, number)))
        {
            _html.Raw($"<li><svg class=\"swatch\" viewBox=\"0 0 10 10\"><rect class=\"s{number}\" width=\"10\" height=\"10\"/></svg>")
                .Element("span", $"{run.Policy.Name}, version {run.Policy.ShortHash}").Raw("</li>");
        }

        _html.Raw("</ul>");
    }

    private void Outcomes()
    {
        _html.Element("h2", "What would have happened");

        // Those without a task are most, and would dwarf the rest.
        var rows = OutcomeRows.All.Where(row => !row.Label.StartsWith(' ') && row.Label != OutcomeRows.NoTask).ToList();
        _html.Raw(new ColumnChart(
            "Surveys by outcome, without those that make no task", [.. rows.Select(row => row.Label)], [.. _runs.Select(run => rows.Select(row => row.Count(run.Tally)).ToList())]).ToString());
        _html.Table(
            ["Outcome", .. _runs.SelectMany(run => new[] { run.Policy.Name, "Share" })],
            OutcomeRows.All.Select(row => (IReadOnlyList<string>)
                [row.Label.StartsWith(' ') ? "of these " + row.Label.Trim() : row.Label, .. _runs.SelectMany(run => new[] { Words.Of(row.Count(run.Tally)), Words.Share(row.Count(run.Tally), _result.Surveys) })]));
        foreach (var run in _runs.Where(run => run.Tally.Tasks > 0))
        {
            _html.Element("h3", $"Tiers of {run.Policy.Name}");
            _html.Table(["Tier", "Override", "Priority", "Tasks"], run.Tally.Tiers.Select(tier => (IReadOnlyList<string>)
                [tier.From.Tier.Name, tier.From.Override ?? "", tier.From.Tier.Priority.ToString(), Words.Of(tier.Tasks)]), texts: 3);
        }
    }

    private void Days()
    {
        var days = _runs.Select(run => run.Tally.Load.Days.ToDictionary(day => day.Day, day => day.Tasks)).ToList();
        if (days.All(one => one.Count == 0))
        {
            return;
        }

        var (first, last) = (days.SelectMany(one => one.Keys).Min(), days.SelectMany(one => one.Keys).Max());
        var span = last.DayNumber - first.DayNumber + 1;
        var step = Math.Max(1, (int)Math.Ceiling(span / (double)MostDays));
        var starts = Enumerable.Range(0, ((span - 1) / step) + 1).Select(number => first.AddDays(number * step)).ToList();
        _html.Element("h2", step == 1 ? "Tasks by day" : $"Tasks by {step} days");
        _html.Raw(new ColumnChart(
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

    private void Hours()
    {
        _html.Element("h2", "Due dates by hour of the day");
        _html.Raw(new ColumnChart(
            "Due dates by hour of the day",
            [.. Enumerable.Range(0, Tally.Hours).Select(hour => hour.ToString("00", CultureInfo.InvariantCulture))],
            [.. _runs.Select(run => run.Tally.DueByHour)]).ToString());
    }

    private void Agents()
    {
        foreach (var run in _runs)
        {
            if (run.Tally.Load.Peak is not { } peak)
            {
                continue;
            }

            _html.Element("h2", $"Load of the agents under {run.Policy.Name}").Element("p", string.Create(
                CultureInfo.InvariantCulture,
                $"{run.Tally.Load.MeanPerAgentAndDay:0.00} tasks for an agent on a day with any. The peak: {Words.Count(peak.Busiest, "task")} for {peak.Agent} on {peak.BusiestDay:yyyy-MM-dd}."));
            _html.Table(["Agent", "Busiest day", "Tasks that day", "Tasks"], run.Tally.Load.Busiest(MostAgents).Select(agent => (IReadOnlyList<string>)
                [agent.Agent, agent.BusiestDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Words.Of(agent.Busiest), Words.Of(agent.Tasks)]), texts: 2);
        }
    }

    private void Moves()
    {
        if (_result.Against is not { } against)
        {
            return;
        }

        _html.Element("h2", $"What moves from {against.Policy.Name} to {_result.Policy.Policy.Name}");
        _html.Table(["Move", "Surveys"], Enum.GetValues<MoveKind>().Select(kind => (IReadOnlyList<string>)
            [OutcomeWords.Of(kind), Words.Of(_result.Moves.Of(kind))]).Append(["Unmoved", Words.Of(_result.Moves.Unmoved)]));
        var examples = Enum.GetValues<MoveKind>().SelectMany(kind => _result.Moves.Examples(kind).Select(example => (kind, example))).ToList();
        if (examples.Count > 0)
        {
            _html.Element("h3", "Examples");
            _html.Table(["Move", "Line", "Interaction", "Score", "Before", "After"], examples.Select(one => (IReadOnlyList<string>)
                [OutcomeWords.Of(one.kind), Words.Of(one.example.Line), one.example.InteractionId, one.example.Score ?? "", OutcomeWords.Of(one.example.Before, _result.Zone), OutcomeWords.Of(one.example.After, _result.Zone)]), texts: 6);
        }
    }

    private void BadRows()
    {
        if (_result.Bad.Count > 0)
        {
            _html.Element("h2", $"{Words.Count(_result.Bad.Count, "row")} that could not be read");
            _html.Table(["Line", "What is wrong"], _result.Bad.First.Select(row => (IReadOnlyList<string>)[Words.Of(row.Line), row.What]), texts: 2);
        }

        var outOfOrder = _runs.Max(run => run.OutOfOrder);
        if (outOfOrder > 0)
        {
            _html.Element("p", $"{Words.Count(outOfOrder, "survey")} came after a later one of the same customer: sort the file by time, or suppression is counted wrongly.");
        }
    }
}
