using System.Text.Json;
using CxoneAssist.Domain;
using CxoneAssist.Host.Cli.CommandLine;
using CxoneAssist.Host.Cli.Console;

namespace CxoneAssist.Host.Cli.Policies;

/// <summary>One decision with its reasons.</summary>
internal sealed class ExplainAnswer(FollowUpPolicy policy, FollowUpDecision decision, string? customer) : CommandResult
{
    public override void Show(Terminal terminal)
    {
        terminal.WriteHeading(Headline());
        foreach (var reason in Reasons())
        {
            terminal.WriteVerbatim("  - " + SafeText.Clean(reason));
        }
    }

    public override void Write(Utf8JsonWriter json)
    {
        var task = decision as FollowUpRequired;
        json.WriteStartObject();
        json.WriteString("outcome", task is not null ? "task" : decision is NoFollowUp ? "noTask" : "review");
        json.WriteString("priority", task?.Tier.Priority.ToString());
        json.WriteString("due", task?.Due.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null));
        json.WriteString("tier", task?.Tier.Name);
        json.WriteString("override", task?.Override?.Name);
        json.WriteStartObject("policy");
        json.WriteString("name", policy.Name);
        json.WriteString("hash", policy.Hash);
        json.WriteEndObject();
        json.WriteStartArray("reasons");
        foreach (var reason in Reasons())
        {
            json.WriteStringValue(reason);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private string Headline() => decision switch
    {
        FollowUpRequired task => $"{task.Tier.Priority} task, due {Format.LocalTime(task.Due.At, policy.Calendar?.Zone ?? TimeZoneInfo.Utc)} "
            + $"({policy.Calendar?.Zone.Id ?? "UTC"})",
        NoFollowUp => "No task",
        _ => "Parked for a person's review",
    };

    // What the customer had before is in the inbox, not in the policy.
    private IEnumerable<string> Reasons() => decision is FollowUpRequired && policy.Suppression is { } rule
        ? decision.Reasons.Append(customer is null
            ? "Not suppressed: the customer's id is not known (--customer)."
            : $"Suppressed, if a task was made for this customer within {DurationWords.Of(rule.Within)} before, unless this score is worse.")
        : decision.Reasons;
}
