using CxoneAssist.Domain;
using CxoneAssist.Simulator;

namespace CxoneAssist.Host.Cli.Sandbox.Checking;

/// <summary>
/// Compares the notifications with the tasks. Each task must have exactly one, to its agent. One
/// exception: after a 503 from the simulator, the host cannot know whether the notification was
/// shown and does not repeat it, so one may be missing for each such answer. A second one for a
/// task is always wrong.
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
        var missing = owed.Where(one => !sent.Contains(one.Key)).ToList();
        return owed.SelectMany(one => OfOne(one.Value, [.. sent[one.Key]]))
            .Concat(notifications.Where(one => !owed.ContainsKey(one.Message ?? ""))
                .Select(one => new Disagreement(
                    one.Id, $"belongs to no task that is owed: '{one.Message}' to '{one.AgentId}'")))
            .Concat(missing.Count <= unanswered
                ? []
                : missing.Select(one => new Disagreement(
                    one.Value.InteractionId, $"'{one.Value.AgentId}' was not notified of the task")));
    }

    private static Dictionary<string, (string InteractionId, string AgentId)> Owed(
        IReadOnlyList<ExpectedFollowUp> expected, IReadOnlyList<SimulatorTask> tasks)
    {
        var byInteraction = tasks.ToLookup(task => task.InteractionId ?? "", StringComparer.Ordinal);
        return (from one in expected
                where one.Decision is FollowUpRequired
                let task = byInteraction[one.Survey.InteractionId].FirstOrDefault()
                where task is not null
                select (Message: ExpectedTexts.Notification(task.Id, one.Survey.InteractionId), one.Survey))
            .ToDictionary(
                one => one.Message, one => (one.Survey.InteractionId, one.Survey.AgentId), StringComparer.Ordinal);
    }

    private static IEnumerable<Disagreement> OfOne(
        (string InteractionId, string AgentId) owed, SimulatorNotification[] sent)
    {
        if (sent.Length > 1)
        {
            yield return new Disagreement(
                owed.InteractionId, FormattableString.Invariant($"the agent was notified {sent.Length} times"));
        }

        foreach (var one in sent.Where(one => (one.AgentId, one.Type, one.Priority) != (owed.AgentId, Type, Priority)))
        {
            yield return new Disagreement(
                owed.InteractionId,
                $"{one.Id} should be {Type}, {Priority}, to '{owed.AgentId}', but is {one.Type}, {one.Priority}, to "
                    + $"'{one.AgentId}'");
        }
    }
}
