using System.Globalization;
using CxoneAssist.Domain;
using CxoneAssist.Simulator;

namespace CxoneAssist.Host.Cli.Sandbox.Checking;

/// <summary>
/// Compares the tasks in CXone with those that the policy demands: exactly one each with the right
/// members, and no others.
/// </summary>
internal static class TaskCheck
{
    public static IEnumerable<Disagreement> Compare(
        IReadOnlyList<ExpectedFollowUp> expected, IReadOnlyList<SimulatorTask> tasks)
    {
        var byInteraction = tasks.ToLookup(task => task.InteractionId ?? "", StringComparer.Ordinal);
        var played = expected.Select(one => one.Survey.InteractionId).ToHashSet(StringComparer.Ordinal);
        var strangers = tasks.Where(task => !played.Contains(task.InteractionId ?? ""))
            .Select(task => new Disagreement(
                task.Id, $"belongs to an interaction that was not played: '{task.InteractionId}'"));
        return expected.SelectMany(one => OfOne(one, [.. byInteraction[one.Survey.InteractionId]])).Concat(strangers);
    }

    private static IEnumerable<Disagreement> OfOne(ExpectedFollowUp expected, SimulatorTask[] tasks)
    {
        var id = expected.Survey.InteractionId;
        if (expected.Decision is not FollowUpRequired required)
        {
            return tasks.Length == 0
                ? []
                : [new Disagreement(
                    id, $"no task is owed ({expected.Decision.Reasons[^1]}), but CXone has {Ids(tasks)}")];
        }

        return tasks.Length == 1
            ? Differences(required, expected.Survey.AgentId, tasks[0])
                .Select(what => new Disagreement(id, $"{tasks[0].Id}: {what}"))
            : [new Disagreement(id, $"one {required.Tier.Priority} task is owed, but CXone has "
                + $"{(tasks.Length == 0 ? "none" : Ids(tasks))}")];
    }

    private static IEnumerable<string> Differences(FollowUpRequired required, string agentId, SimulatorTask task)
    {
        var id = task.InteractionId!;
        (string Member, string Expected, string? Found)[] members =
        [
            ("priority", required.Tier.Priority.ToString(), task.Priority),
            ("assigneeId", agentId, task.AssigneeId),
            ("dueDate", Second(required.Due.At), Second(task.DueDate)),
            ("subject", ExpectedTexts.Subject(id), task.Subject),
            ("description", ExpectedTexts.Description(required.Score), task.Description),
            ("customFields", $"{ExpectedTexts.InteractionLink}={id}",
                string.Join(", ", task.CustomFields.Select(field => $"{field.Id}={field.Value}"))),
        ];
        return from member in members
               where member.Expected != member.Found
               select $"{member.Member} should be '{member.Expected}' but is '{member.Found}'";
    }

    private static string Ids(SimulatorTask[] tasks) => string.Join(" and ", tasks.Select(task => task.Id));

    private static string Second(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    // A task's due date may have fractions; it matches where it means the same second.
    private static string? Second(string? dueDate) =>
        DateTimeOffset.TryParse(dueDate, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var due)
            ? Second(due)
            : dueDate;
}
