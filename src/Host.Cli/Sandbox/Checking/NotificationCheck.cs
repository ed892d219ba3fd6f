using CxoneAssist.Simulator;

namespace CxoneAssist.Host.Cli.Sandbox.Checking;

/// <summary>
/// Compares the notifications with the tasks. Each task must have exactly one, to its agent. One
/// exception: after a 503 from the simulator, the host cannot know whether the notification was
/// shown and does not repeat it, so one may be missing for each such answer. A second one for a
/// task is always wrong. A policy's text may be the same for several tasks: those are compared
/// together.
/// </summary>
internal static class NotificationCheck
{
    private const string Type = "desktop";
    private const string Priority = "high";

    public static IEnumerable<Disagreement> Compare(
        IReadOnlyList<ExpectedFollowUp> expected,
        IReadOnlyList<SimulatorTask> tasks,
        IReadOnlyList<SimulatorNotification> notifications,
        long unanswered)
    {
        var owed = Owed(expected, tasks);
        var sent = notifications.ToLookup(one => one.Message ?? "", StringComparer.Ordinal);
        List<Disagreement> missing = [];
        List<Disagreement> wrong = [];
        foreach (var text in owed)
        {
            Match([.. text], [.. sent[text.Key]], missing, wrong);
        }

        wrong.AddRange(notifications.Where(one => !owed.Contains(one.Message ?? ""))
            .Select(one => new Disagreement(one.Id, $"belongs to no task that is owed: '{one.Message}' to '{one.AgentId}'")));
        return missing.Count <= unanswered ? wrong : [.. wrong, .. missing];
    }

    private static ILookup<string, (string InteractionId, string AgentId)> Owed(
        IReadOnlyList<ExpectedFollowUp> expected, IReadOnlyList<SimulatorTask> tasks)
    {
        var byInteraction = tasks.ToLookup(task => task.InteractionId ?? "", StringComparer.Ordinal);
        return (from one in expected
                where one.Owed is not null
                let task = byInteraction[one.Survey.InteractionId].FirstOrDefault()
                where task is not null
                select (Message: new ExpectedTexts(one).Notification(task.Id), one.Survey))
            .ToLookup(one => one.Message, one => (one.Survey.InteractionId, one.Survey.AgentId), StringComparer.Ordinal);
    }

    /// <summary>Compares the notifications of one text with the tasks that have it.</summary>
    private static void Match(
        List<(string InteractionId, string AgentId)> owed, SimulatorNotification[] sent, List<Disagreement> missing, List<Disagreement> wrong)
    {
        var (tasks, first) = (owed.Count, owed[0].InteractionId);
        List<SimulatorNotification> others = [];
        foreach (var one in sent)
        {
            var task = owed.FindIndex(task => (one.AgentId, one.Type, one.Priority) == (task.AgentId, Type, Priority));
            if (task >= 0)
            {
                owed.RemoveAt(task);
            }
            else
            {
                others.Add(one);
            }
        }

        wrong.AddRange(others.Zip(owed, Difference));
        missing.AddRange(owed.Skip(others.Count)
            .Select(one => new Disagreement(one.InteractionId, $"'{one.AgentId}' was not notified of the task")));
        if (sent.Length > tasks)
        {
            wrong.Add(new(first, FormattableString.Invariant($"the agent was notified {sent.Length} times")
                + (tasks == 1 ? "" : FormattableString.Invariant($" of {tasks} tasks with the same text"))));
        }
    }

    private static Disagreement Difference(SimulatorNotification sent, (string InteractionId, string AgentId) owed) => new(
        owed.InteractionId,
        $"{sent.Id} should be {Type}, {Priority}, to '{owed.AgentId}', but is {sent.Type}, {sent.Priority}, to '{sent.AgentId}'");
}
