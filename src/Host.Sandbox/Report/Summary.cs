using CxoneAssist.Domain;
using CxoneAssist.Host.Sandbox.Checking;
using CxoneAssist.Host.Sandbox.Running;
using CxoneAssist.Sandbox;

namespace CxoneAssist.Host.Sandbox.Report;

/// <summary>What came of a run.</summary>
internal sealed class Summary(Terminal terminal)
{
    private const int MostReasons = 6;

    public void Show(RunResult result, TimeSpan starting)
    {
        terminal.WriteVerbatim();
        ShowScores(result.Expected);
        ShowTasks(result.Ledger.Tasks);
        ShowFaults(result.Ledger.Faults);
        ShowRest(result, starting);
    }

    private void ShowScores(IReadOnlyList<ExpectedFollowUp> expected)
    {
        var sheet = new Sheet("Score").Number("Interactions").Number("Share").Column("What the policy says");
        foreach (var group in expected.GroupBy(ScoreWords.Of).OrderBy(group => group.Key.Order))
        {
            var says = group.Select(one => ScoreWords.Says(one.Decision)).First();
            sheet.Row(group.Key.Label, Words.Of(group.Count()), Words.Share(group.Count(), expected.Count), says);
        }

        sheet.Show(terminal);
    }

    private void ShowTasks(IReadOnlyList<SandboxTask> tasks)
    {
        var sheet = new Sheet("Priority").Number("Tasks").Number("Agents").Column("Earliest due (UTC)").Column("Latest due (UTC)");
        foreach (var group in tasks.GroupBy(task => task.Priority).OrderByDescending(group => Enum.TryParse<TaskPriority>(group.Key, out var priority) ? priority : 0))
        {
            var due = group.Select(task => DateTimeOffset.Parse(task.DueDate!, System.Globalization.CultureInfo.InvariantCulture)).Order().ToArray();
            sheet.Row(
                group.Key ?? "",
                Words.Of(due.Length),
                Words.Of(group.DistinctBy(task => task.AssigneeId).Count()),
                Words.Of(due[0]),
                Words.Of(due[^1]));
        }

        sheet.Show(terminal);
    }

    private void ShowFaults(IReadOnlyDictionary<SandboxFault, long> faults)
    {
        var sheet = new Sheet("Fault").Number("Times");
        foreach (var (fault, times) in faults)
        {
            sheet.Row(FaultWords.Of(fault), Words.Of(times));
        }

        sheet.Show(terminal);
    }

    private void ShowRest(RunResult result, TimeSpan starting)
    {
        var deliveries = result.Deliveries;
        var facts = new Facts();
        facts.Add("Webhooks", $"{Words.Of(deliveries.Acknowledged)} acknowledged: {Words.Of(deliveries.Stored)} new, {Words.Count(deliveries.Duplicates, "duplicate")}");
        facts.Add("Notifications", Notifications(result));
        facts.Add("Parked", Parked(result));
        facts.Add("Time", $"{Words.Of(starting)} to start, {Words.Of(result.Sending)} to acknowledge, {Words.Of(result.Settling)} to settle all");
        facts.Show(terminal);
    }

    private static string Notifications(RunResult result)
    {
        var (sent, tasks) = (result.Ledger.Notifications.Count, result.Ledger.Tasks.Count);
        return sent >= tasks
            ? Words.Of(sent)
            : $"{Words.Of(sent)}; {Words.Of(tasks - sent)} answered 503 and not repeated, since the agent may have seen it";
    }

    private static string Parked(RunResult result)
    {
        if (result.Parked is not { Count: > 0 } parked)
        {
            return Words.Of(result.Inbox.Parked);
        }

        var reasons = parked.CountBy(one => one.Reason).OrderByDescending(reason => reason.Value).ToList();
        var lines = reasons.Take(MostReasons).Select(reason => $"{Words.Of(reason.Value)} × {reason.Key}");
        var more = reasons.Count > MostReasons ? $"\n… and {Words.Count(reasons.Count - MostReasons, "more reason")}" : "";
        return $"{Words.Of(result.Inbox.Parked)}\n{string.Join('\n', lines)}{more}";
    }
}
