using System.Globalization;
using CxoneAssist.Host.Cli.Showing;
using CxoneAssist.Host.Cli.Surveys;

namespace CxoneAssist.Host.Cli.Backtest;

/// <summary>A backtest as a page on the terminal.</summary>
internal sealed class BacktestPage(BacktestResult result)
{
    private const int MostAgents = 5;
    private const int BarWidth = 40;

    public void Show(Terminal terminal)
    {
        terminal.WriteHeading($"{Words.Count(result.Surveys, "survey")} of {result.Input}");
        var columns = new Facts();
        columns.Add("Columns", result.ColumnsInWords);
        columns.Add("Not UTF-8", result.UndecodedInWords);
        columns.Show(terminal);
        ShowOutcomes(terminal);
        foreach (var run in result.Runs)
        {
            ShowLoad(terminal, run, result.KnowsAgents);
        }

        ShowHours(terminal);
        new MovesPage(result).Show(terminal);
        ShowBad(terminal, result.Bad);
    }

    private void ShowOutcomes(Terminal terminal)
    {
        var sheet = new Sheet().Text("Outcome").Number(result.NameOf(result.Policy)).Number("Share");
        if (result.Against is { } against)
        {
            sheet.Number(result.NameOf(against)).Number("Share").Number("Change");
        }

        foreach (var (label, count) in OutcomeRows.All)
        {
            sheet.Row([label, .. Cells(count)]);
        }

        sheet.Show(terminal);
    }

    private string[] Cells(Func<Tally, long> count)
    {
        var now = count(result.Policy.Tally);
        string[] cells = [Words.Of(now), Words.Share(now, result.Surveys)];
        if (result.Against?.Tally is not { } against)
        {
            return cells;
        }

        var before = count(against);
        return [.. cells, Words.Of(before), Words.Share(before, result.Surveys), Words.Change(now - before)];
    }

    private static void ShowLoad(Terminal terminal, PolicyRun run, bool knowsAgents)
    {
        var load = run.Tally.Load;
        if (load.Peak is not { } peak)
        {
            return;
        }

        var busiest = load.Days.MaxBy(day => day.Tasks);
        var facts = new Facts();
        facts.Add("Policy", $"{run.Policy.Name}, version {run.Policy.ShortHash}");
        if (knowsAgents)
        {
            facts.Add("Agents with tasks", Words.Of(load.Agents.Count));
            facts.Add("Per agent, day", string.Create(CultureInfo.InvariantCulture, $"{load.MeanPerAgentAndDay:0.00} on days with any"));
            facts.Add("Peak load", $"{Words.Count(peak.Busiest, "task")} for {peak.Agent} on {Words.Of(peak.BusiestDay)}");
        }

        facts.Add("Busiest day", $"{Words.Of(busiest.Day)} with {Words.Count(busiest.Tasks, "task")}");
        facts.Add("Most tasks", knowsAgents ? MostTasks(load) : null);
        foreach (var (label, text) in RunRemarks.Of(run))
        {
            facts.Add(label, text);
        }

        facts.Show(terminal);
    }

    private static string MostTasks(Load load) =>
        string.Join(", ", load.Busiest(MostAgents).Select(agent => $"{agent.Agent} {Words.Of(agent.Tasks)}"));

    private void ShowHours(Terminal terminal)
    {
        var most = result.Policy.Tally.DueByHour.Max();
        var sheet = new Sheet().Text($"Due ({result.Zone.Id})").Number("Tasks").Text("");
        for (var hour = 0; hour < Tally.Hours; hour++)
        {
            var tasks = result.Policy.Tally.DueByHour[hour];
            if (tasks > 0)
            {
                var hours = string.Create(CultureInfo.InvariantCulture, $"{hour:00}:00-{hour + 1:00}:00");
                sheet.Row(hours, Words.Of(tasks), new string(terminal.Bar, (int)Math.Max(1, BarWidth * tasks / most)));
            }
        }

        sheet.Show(terminal);
    }

    private static void ShowBad(Terminal terminal, BadRows bad)
    {
        if (bad.Count == 0)
        {
            return;
        }

        terminal.WriteVerbatim($"  {Words.Count(bad.Count, "row")} could not be read and {(bad.Count == 1 ? "is" : "are")} not counted above:");
        foreach (var (line, what) in bad.First)
        {
            terminal.WriteVerbatim(FormattableString.Invariant($"  line {line}: {OneLine.Of(what)}"));
        }

        if (bad.Count > bad.First.Count)
        {
            terminal.WriteVerbatim($"  … and {Words.Of(bad.Count - bad.First.Count)} more");
        }
    }
}
