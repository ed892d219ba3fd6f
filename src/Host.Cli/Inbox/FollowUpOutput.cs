using System.Text.Json;
using CxoneAssist.Application;
using CxoneAssist.Host.Cli.CommandLine;
using CxoneAssist.Host.Cli.Console;
using CxoneAssist.Host.Web.Operators;

namespace CxoneAssist.Host.Cli.Inbox;

/// <summary>
/// One follow-up; as JSON the document of <c>GET /follow-ups/{interactionId}</c>.
/// </summary>
internal sealed class FollowUpOutput(FollowUpDetails followUp) : CommandResult
{
    public override void Write(Utf8JsonWriter json) =>
        JsonSerializer.Serialize(json, followUp, FollowUpJson.Default.FollowUpDetails);

    public override void Show(Terminal terminal)
    {
        var facts = new KeyValueList();
        facts.Add("Interaction", followUp.InteractionId);
        facts.Add("Customer", followUp.CustomerId);
        facts.Add("Agent", followUp.AgentId);
        facts.Add("Other agents", followUp.OtherAgents);
        facts.Add("State", StateText.Describe(followUp) + (followUp.IsBeingWorkedOn ? ", being worked on" : ""));
        facts.Add("Why", followUp.Explanation);
        facts.Add("Reason", followUp.Reason);
        facts.Add("Skill", followUp.Skill);
        facts.Add("Queue", followUp.Queue);
        facts.Add("Channel", followUp.Channel);
        facts.Add("Language", followUp.Language);
        facts.Add("Completed", Format.UtcTimeWithZone(followUp.CompletedAt));
        facts.Add("Received", Format.UtcTimeWithZone(followUp.ReceivedAt));
        facts.Add("Received again", Repetitions());
        facts.Add("Decided", Format.UtcTimeWithZone(followUp.DecidedAt));
        facts.Add("Task known", Format.UtcTimeWithZone(followUp.TaskAt));
        facts.Add("Agent notified", Format.UtcTimeWithZone(followUp.NotifiedAt));
        facts.Add("Ended", Format.UtcTimeWithZone(followUp.SettledAt));
        facts.Add("Next try", Format.UtcTimeWithZone(followUp.NextTryAt));
        facts.Add("Attempts", followUp.Attempts == 0 ? null : Format.Number(followUp.Attempts));
        facts.Add("Task", StateText.Task(followUp) + (followUp.PossibleDuplicate ? " (a possible duplicate)" : ""));
        facts.Add("Due", Format.UtcTimeWithZone(followUp.Decision?.DueDate));
        facts.Add("Suppressed by", followUp.Decision?.Suppression?.SuppressedBy?.InteractionId);
        facts.Add("Notification", Format.Words(followUp.Notification));
        facts.Add("Contents deleted", Format.UtcTimeWithZone(followUp.PurgedAt));
        facts.Show(terminal);
        ShowForm(terminal);
        ShowDecision(terminal);
        ShowFailedAttempts(terminal);
        ShowOperatorActions(terminal);
    }

    private string? Repetitions() => followUp.Repetitions is { } repetitions
        ? $"{Format.Count(repetitions.Times, "time")}, last {Format.UtcTimeWithZone(repetitions.LastAt)}"
        : null;

    private void ShowForm(Terminal terminal)
    {
        if (followUp.Form is not { } form)
        {
            return;
        }

        terminal.WriteVerbatim(form.SubmittedAt is { } at ? $"  The form, sent {Format.UtcTimeWithZone(at)}:" : "  The form:");
        foreach (var response in form.Responses)
        {
            terminal.WriteVerbatim("  - " + SafeText.Clean($"{response.Field}: {response.Value}"));
        }

        terminal.WriteVerbatim(form.IsCut ? "  Answers were left out or cut.\n" : "");
    }

    private void ShowFailedAttempts(Terminal terminal)
    {
        var sheet = new TextTable().Text("First (UTC)").Text("Last (UTC)").Text("Times").Text("Step").Sentence("What failed");
        foreach (var failed in followUp.FailedAttempts)
        {
            sheet.Row(
                Format.UtcTime(failed.At), failed.LastAt is { } last ? Format.UtcTime(last) : "", Format.Number(failed.Times),
                Format.Words(failed.Step), failed.Reason);
        }

        sheet.Show(terminal);
    }

    private void ShowDecision(Terminal terminal)
    {
        if (followUp.Decision is not { } decision)
        {
            return;
        }

        ShowReasons(
            terminal, $"Decided {Format.UtcTimeWithZone(decision.DecidedAt)} by the policy {decision.Policy}:",
            decision);
        if (decision.Shadow is { } shadow)
        {
            ShowReasons(terminal, $"The shadow policy {shadow.Policy}, never acted upon:", shadow);
        }
    }

    private static void ShowReasons(Terminal terminal, string heading, RecordedDecision decision)
    {
        terminal.WriteVerbatim("  " + SafeText.Clean(heading));
        foreach (var reason in decision.Reasons)
        {
            terminal.WriteVerbatim("  - " + SafeText.Clean(reason));
        }

        terminal.WriteVerbatim();
    }

    private void ShowOperatorActions(Terminal terminal)
    {
        var sheet = new TextTable().Text("When (UTC)").Text("What").Text("Who").Sentence("Note");
        foreach (var action in followUp.OperatorActions)
        {
            sheet.Row(Format.UtcTime(action.At), action.Kind, action.Actor ?? "", action.Note);
        }

        sheet.Show(terminal);
    }
}
