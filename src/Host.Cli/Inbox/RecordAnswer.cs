using System.Text.Json;
using CxoneAssist.Application;
using CxoneAssist.Host.Cli.CommandLine;
using CxoneAssist.Host.Cli.Showing;
using CxoneAssist.Host.Web.FollowUps;

namespace CxoneAssist.Host.Cli.Inbox;

/// <summary>One follow-up; as JSON the document that <c>GET /follow-ups/{interactionId}</c> answers with.</summary>
internal sealed class RecordAnswer(FollowUpDetails followUp) : Answer
{
    public override void Write(Utf8JsonWriter json) => JsonSerializer.Serialize(json, followUp, FollowUpJson.Default.FollowUpDetails);

    public override void Show(Terminal terminal)
    {
        var facts = new Facts();
        facts.Add("Interaction", followUp.InteractionId);
        facts.Add("Agent", followUp.AgentId);
        facts.Add("Other agents", followUp.OtherAgents);
        facts.Add("State", StateWords.Of(followUp) + (followUp.IsBeingWorkedOn ? ", being worked on" : ""));
        facts.Add("Reason", followUp.Reason);
        facts.Add("Received", Words.Full(followUp.ReceivedAt));
        facts.Add("Next try", Words.Full(followUp.NextTryAt));
        facts.Add("Attempts", followUp.Attempts == 0 ? null : Words.Of(followUp.Attempts));
        facts.Add("Task", StateWords.Task(followUp) + (followUp.PossibleDuplicate ? " (a possible duplicate)" : ""));
        facts.Add("Suppressed by", followUp.Decision?.Suppression?.SuppressedBy?.InteractionId);
        facts.Add("Notification", Words.Of(followUp.Notification));
        facts.Add("Contents deleted", Words.Full(followUp.PurgedAt));
        facts.Show(terminal);
        ShowDecision(terminal);
        ShowInterventions(terminal);
    }

    private void ShowDecision(Terminal terminal)
    {
        if (followUp.Decision is not { } decision)
        {
            return;
        }

        ShowReasons(terminal, $"Decided {Words.Full(decision.DecidedAt)} by the policy {decision.Policy}:", decision);
        if (decision.Shadow is { } shadow)
        {
            ShowReasons(terminal, $"The shadow policy {shadow.Policy}, never acted upon:", shadow);
        }
    }

    private static void ShowReasons(Terminal terminal, string heading, RecordedDecision decision)
    {
        terminal.WriteVerbatim("  " + OneLine.Of(heading));
        foreach (var reason in decision.Reasons)
        {
            terminal.WriteVerbatim("  - " + OneLine.Of(reason));
        }

        terminal.WriteVerbatim();
    }

    private void ShowInterventions(Terminal terminal)
    {
        var sheet = new Sheet().Text("When (UTC)").Text("What").Sentence("Note");
        foreach (var intervention in followUp.Interventions)
        {
            sheet.Row(Words.Of(intervention.At), intervention.Kind, intervention.Note);
        }

        sheet.Show(terminal);
    }
}
