using System.Globalization;
using CxoneAssist.Domain;
using CxoneAssist.Host.Cli.Console;
using CxoneAssist.Simulator;

namespace CxoneAssist.Host.Cli.Sandbox.Checking;

/// <summary>
/// Compares the tasks in CXone with those that the policy demands: exactly one each with the right
/// members, and no others.
/// </summary>
internal static class TaskCheck
{
    public static IEnumerable<Disagreement> Compare(
        IReadOnlyList<ExpectedFollowUp> expected, IReadOnlyList<SimulatorTask> tasks, SuppressedFollowUps suppressed)
    {
        var byInteraction = tasks.ToLookup(task => task.InteractionId ?? "", StringComparer.Ordinal);
        var played = expected.Select(one => one.Survey.InteractionId).ToHashSet(StringComparer.Ordinal);
        var strangers = tasks.Where(task => !played.Contains(task.InteractionId ?? ""))
            .Select(task => new Disagreement(
                task.Id, $"belongs to an interaction that was not played: '{task.InteractionId}'"));
        return expected.Where(one => !suppressed.Contains(one.Survey.InteractionId))
            .SelectMany(one => OfOne(one, [.. byInteraction[one.Survey.InteractionId]]))
            .Concat(suppressed.Disagreements)
            .Concat(strangers);
    }

    private static IEnumerable<Disagreement> OfOne(ExpectedFollowUp expected, SimulatorTask[] tasks)
    {
        var id = expected.Survey.InteractionId;
        if (expected.Owed is not { } required)
        {
            return tasks.Length == 0
                ? []
                : [new Disagreement(
                    id, $"no task is owed ({expected.Decision.Reasons[^1]}), but CXone has {Ids(tasks)}")];
        }

        return tasks.Length == 1
            ? Differences(expected, required, tasks[0])
                .Select(what => new Disagreement(id, $"{tasks[0].Id}: {what}"))
            : [new Disagreement(id, $"one {required.Tier.Priority} task is owed, but CXone has "
                + $"{(tasks.Length == 0 ? "none" : Ids(tasks))}")];
    }

    private static IEnumerable<string> Differences(ExpectedFollowUp expected, FollowUpRequired required, SimulatorTask task)
    {
        var texts = new ExpectedTexts(expected);
        (string Member, string Expected, string? Found)[] members =
        [
            ("priority", required.Tier.Priority.ToString(), task.Priority),
            ("assigneeId", expected.Survey.AgentId, task.AssigneeId),
            ("dueDate", DueDate(expected, required, task), Second(task.DueDate)),
            ("subject", texts.Subject(), task.Subject),
            ("description", texts.Description(), task.Description),
            ("customFields", $"{ExpectedTexts.InteractionLink}={task.InteractionId}",
                string.Join(", ", task.CustomFields.Select(field => $"{field.Id}={field.Value}"))),
        ];
        return from member in members
               where member.Expected != member.Found
               select $"{member.Member} should be '{member.Expected}' but is '{member.Found}'";
    }

    // What was found where that may be, so that it counts as equal.
    private static string DueDate(ExpectedFollowUp expected, FollowUpRequired required, SimulatorTask task)
    {
        var earliest = Format.IsoTime(required.Due.At);
        var latest = expected.LatestDue(task.CreatedAt) is { } due ? Format.IsoTime(due) : earliest;
        var found = Second(task.DueDate) ?? "";
        return string.CompareOrdinal(found, earliest) >= 0 && string.CompareOrdinal(found, latest) <= 0 ? found
            : earliest == latest ? earliest
            : $"{earliest} to {latest}";
    }

    private static string Ids(SimulatorTask[] tasks) => string.Join(" and ", tasks.Select(task => task.Id));

    // A task's due date may have fractions; it matches where it means the same second.
    private static string? Second(string? dueDate) =>
        DateTimeOffset.TryParse(dueDate, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var due)
            ? Format.IsoTime(due)
            : dueDate;
}
