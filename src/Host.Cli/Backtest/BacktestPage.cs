using System.Globalization;
using CxoneAssist.Host.Cli.Console;
using CxoneAssist.Host.Cli.Surveys;

namespace CxoneAssist.Host.Cli.Backtest;

/// <summary>A backtest as a page on the terminal.</summary>
internal sealed class BacktestPage(BacktestResult result)
{
    private const int MostAgents = 5;
    private const int BarWidth = 40;

    public void Show(Terminal terminal)
    {
        terminal.WriteHeading($"{Format.Count(result.Surveys, "survey")} of {result.Input}");
        var columns = new KeyValueList();
        foreach (var warning in result.Warnings)
        {
            columns.Add("Warning", warning);
        }

        columns.Add("Columns", result.ColumnsInWords);
        columns.Add("Read as", string.Join(", ", result.ReadAs));
        columns.Add(BacktestResult.LostCharacters, result.LostCharactersInWords);
        columns.Show(terminal);
        ShowOutcomes(terminal);
        foreach (var run in result.Runs)
        {
            ShowLoad(terminal, run, result.KnowsAgents);
            ShowRules(terminal, run);
        }

        ShowHours(terminal);
        new MovesPage(result).Show(terminal);
        ShowBad(terminal, result.Bad, result.Unit);
    }

    private void ShowOutcomes(Terminal terminal)
    {
        var sheet = new TextTable().Text("Outcome").Number(result.NameOf(result.Policy)).Number("Share");
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
        string[] cells = [Format.Number(now), Format.Share(now, result.Surveys)];
        if (result.Against?.Tally is not { } against)
        {
            return cells;
        }

        var before = count(against);
        return [.. cells, Format.Number(before), Format.Share(before, result.Surveys), Format.Change(now - before)];
    }

    private static void ShowLoad(Terminal terminal, PolicyRun run, bool knowsAgents)
    {
        var load = run.Tally.Load;
        if (load.Peak is not { } peak)
        {
            return;
        }

        var busiest = load.Days.MaxBy(day => day.Tasks);
        var facts = new KeyValueList();
        facts.Add("Policy", $"{run.Policy.Name}, version {run.Policy.ShortHash}");
        if (knowsAgents)
        {
            facts.Add("Agents with tasks", Format.Number(load.Agents.Count));
            facts.Add("Per agent, day", FormattableString.Invariant($"{load.MeanPerAgentAndDay:0.00} on days with any"));
            facts.Add("Peak load", $"{Format.Count(peak.Busiest, "task")} for {peak.Agent} on {Format.Day(peak.BusiestDay)}");
        }

        facts.Add("Busiest day", $"{Format.Day(busiest.Day)} with {Format.Count(busiest.Tasks, "task")}");
        facts.Add("Most tasks", knowsAgents ? MostTasks(load) : null);
        foreach (var (label, text) in RunRemarks.Create(run))
        {
            facts.Add(label, text);
        }

        facts.Show(terminal);
    }

    private void ShowRules(Terminal terminal, PolicyRun run)
    {
        var reviews = new TextTable().Sentence($"Review under {result.NameOf(run)}: why").Number("Surveys").Sentence("Answers").Sentence("First");
        foreach (var row in RuleRows.Reviews(run.Reviews, result.Unit))
        {
            reviews.Row([.. row]);
        }

        reviews.Show(terminal);
        var unused = new TextTable().Sentence($"Never applied of {result.NameOf(run)}").Sentence("Applies where").Sentence("The file has");
        foreach (var row in RuleRows.Unused(run.Rules.Unused))
        {
            unused.Row([.. row]);
        }

        unused.Show(terminal);
    }

    private static string MostTasks(Load load) =>
        string.Join(", ", load.Busiest(MostAgents).Select(agent => $"{agent.Agent} {Format.Number(agent.Tasks)}"));

    private void ShowHours(Terminal terminal)
    {
        var most = result.Policy.Tally.DueByHour.Max();
        var sheet = new TextTable().Text($"Due ({result.Zone.Id})").Number("Tasks").Text("");
        for (var hour = 0; hour < Tally.Hours; hour++)
        {
            var tasks = result.Policy.Tally.DueByHour[hour];
            if (tasks > 0)
            {
                var hours = string.Create(CultureInfo.InvariantCulture, $"{hour:00}:00-{hour + 1:00}:00");
                sheet.Row(hours, Format.Number(tasks), new string(terminal.Bar, (int)Math.Max(1, BarWidth * tasks / most)));
            }
        }

        sheet.Show(terminal);
    }

    private static void ShowBad(Terminal terminal, BadRows bad, string unit)
    {
        if (bad.Count == 0)
        {
            return;
        }

        terminal.WriteVerbatim($"  {Format.Count(bad.Count, "row")} could not be read and {(bad.Count == 1 ? "is" : "are")} not counted above:");
        foreach (var (line, what) in bad.First)
        {
            terminal.WriteVerbatim(FormattableString.Invariant($"  {unit} {line}: {SafeText.Clean(what)}"));
        }

        if (bad.Count > bad.First.Count)
        {
            terminal.WriteVerbatim($"  … and {Format.Number(bad.Count - bad.First.Count)} more");
        }
    }
}
