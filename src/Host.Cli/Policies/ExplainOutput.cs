using System.Text.Json;
using CxoneAssist.Domain;
using CxoneAssist.Host.Cli.CommandLine;
using CxoneAssist.Host.Cli.Console;

namespace CxoneAssist.Host.Cli.Policies;

/// <summary>One decision with its reasons.</summary>
internal sealed class ExplainOutput(
    FollowUpPolicy policy, FollowUpDecision decision, string? customer, IReadOnlyList<string> notes) : CommandResult
{
    public override void Show(Terminal terminal)
    {
        terminal.WriteHeading(Headline());
        foreach (var reason in Reasons())
        {
            terminal.WriteVerbatim("  - " + SafeText.Clean(reason));
        }
    }

    public override void Write(Utf8JsonWriter json) =>
        JsonSerializer.Serialize(json, Document(), ToolJson.Default.ExplainDocument);

    private ExplainDocument Document()
    {
        var task = decision as FollowUpRequired;
        return new(
            task is not null ? "task" : decision is NoFollowUp ? "noTask" : "review",
            task?.Tier.Priority.ToString(),
            task is null ? null : Format.IsoTime(task.Due.At),
            task?.Tier.Name,
            task?.Override?.Name,
            new PolicyDocument(policy.Name, policy.Hash),
            Reasons());
    }

    private string Headline() => decision switch
    {
        FollowUpRequired task => $"{task.Tier.Priority} task, due "
            + $"{Format.LocalTime(task.Due.At, policy.Calendar?.Zone ?? TimeZoneInfo.Utc)} "
            + $"({policy.Calendar?.Zone.Id ?? "UTC"})",
        NoFollowUp => "No task",
        _ => "Parked for a person's review",
    };

    // The customer's earlier tasks are in the inbox, not in the policy.
    private IEnumerable<string> Reasons() => (decision is FollowUpRequired && policy.Suppression is { } rule
        ? decision.Reasons.Append(customer is null
            ? "Not suppressed: the customer's id is not known (--customer)."
            : $"Suppressed if a task was created for this customer within {DurationText.Describe(rule.Within)} "
                + "before, unless this score is worse.")
        : decision.Reasons).Concat(notes);
}

internal sealed record ExplainDocument(
    string Outcome, string? Priority, string? Due, string? Tier, string? Override, PolicyDocument Policy,
    IEnumerable<string> Reasons);
