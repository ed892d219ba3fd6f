using CxoneAssist.Domain;
using CxoneAssist.Host.Cli.Console;
using CxoneAssist.Host.Cli.Sandbox.Checking;
using CxoneAssist.Host.Cli.Sandbox.Running;
using CxoneAssist.Simulator;

namespace CxoneAssist.Host.Cli.Sandbox.Report;

/// <summary>The results of a run.</summary>
internal sealed class Summary(Terminal terminal)
{
    private const int MostReasons = 6;

    public void Show(RunResult result, TimeSpan starting)
    {
        terminal.WriteVerbatim();
        ShowScores(result.Expected);
        new UntriedRules(result).Show(terminal);
        ShowTasks(result.Ledger.Tasks, result.Zone);
        ShowFaults(result.Ledger.Faults);
        ShowRest(result, starting);
    }

    private void ShowScores(IReadOnlyList<ExpectedFollowUp> expected)
    {
        var sheet = new TextTable().Text("Score").Number("Interactions").Number("Share").Sentence("What the policy says");
        foreach (var group in expected.GroupBy(one => (Score: SurveyLabels.LabelFor(one), Says: SurveyLabels.Says(one)))
            .OrderBy(group => group.Key.Score.Order).ThenByDescending(group => group.Count()))
        {
            sheet.Row(
                group.Key.Score.Label,
                Format.Number(group.Count()),
                Format.Share(group.Count(), expected.Count),
                group.Key.Says);
        }

        sheet.Show(terminal);
    }

    private void ShowTasks(IReadOnlyList<SimulatorTask> tasks, TimeZoneInfo zone)
    {
        var sheet = new TextTable()
            .Text("Priority")
            .Number("Tasks")
            .Number("Agents")
            .Text($"Earliest due ({zone.Id})")
            .Text($"Latest due ({zone.Id})");
        foreach (var group in tasks.GroupBy(task => task.Priority)
            .OrderByDescending(group => Enum.TryParse<TaskPriority>(group.Key, out var priority) ? priority : 0))
        {
            var due = group.Select(
                task => DateTimeOffset.Parse(task.DueDate!, System.Globalization.CultureInfo.InvariantCulture))
                    .Order()
                    .ToArray();
            sheet.Row(
                group.Key ?? "",
                Format.Number(due.Length),
                Format.Number(group.DistinctBy(task => task.AssigneeId).Count()),
                Format.LocalTime(due[0], zone),
                Format.LocalTime(due[^1], zone));
        }

        sheet.Show(terminal);
    }

    private void ShowFaults(IReadOnlyDictionary<SimulatorFault, long> faults)
    {
        var sheet = new TextTable().Text("Fault").Number("Times");
        foreach (var (fault, times) in faults)
        {
            sheet.Row(FaultText.Describe(fault), Format.Number(times));
        }

        sheet.Show(terminal);
    }

    private void ShowRest(RunResult result, TimeSpan starting)
    {
        var deliveries = result.Deliveries;
        var facts = new KeyValueList();
        facts.Add("Webhooks", $"{Format.Number(deliveries.Acknowledged)} acknowledged: "
            + $"{Format.Number(deliveries.Stored)} new, {Format.Count(deliveries.Duplicates, "duplicate")}");
        facts.Add("Suppressed", result.Suppressed.Count == 0 ? null : Format.Count(result.Suppressed.Count, "task"));
        facts.Add("Notifications", Notifications(result));
        facts.Add("Parked", Parked(result));
        facts.Add("Time", $"{Format.Elapsed(starting)} to start, {Format.Elapsed(result.Sending)} to acknowledge, "
            + $"{Format.Elapsed(result.Settling)} to settle all");
        facts.Show(terminal);
    }

    private static string Notifications(RunResult result)
    {
        var (sent, tasks) = (result.Ledger.Notifications.Count, result.Ledger.Tasks.Count);
        return sent >= tasks
            ? Format.Number(sent)
            : $"{Format.Number(sent)}; {Format.Number(tasks - sent)} answered 503 and not repeated, since the agent "
                + "may have seen it";
    }

    private static string[] Parked(RunResult result)
    {
        if (result.Parked is not { Count: > 0 } parked)
        {
            return [Format.Number(result.Inbox.Parked)];
        }

        var reasons = parked.CountBy(one => one.Reason).OrderByDescending(reason => reason.Value).ToList();
        var lines = reasons.Take(MostReasons).Select(reason => $"{Format.Number(reason.Value)} × {reason.Key}");
        string[] more = reasons.Count > MostReasons
            ? [$"… and {Format.Count(reasons.Count - MostReasons, "more reason")}"]
            : [];
        return [Format.Number(result.Inbox.Parked), .. lines, .. more];
    }
}
