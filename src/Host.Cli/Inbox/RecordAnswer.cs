using System.Text.Json;
using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using CxoneAssist.Host.Cli.CommandLine;
using CxoneAssist.Host.Cli.Showing;
using CxoneAssist.Host.Web.FollowUps;

namespace CxoneAssist.Host.Cli.Inbox;

/// <summary>One follow-up; as JSON the document that <c>GET /follow-ups/{interactionId}</c> answers with.</summary>
internal sealed class RecordAnswer(FollowUpRecord record) : Answer
{
    private readonly FollowUpView _view = FollowUpView.Of(record);

    public override void Write(Utf8JsonWriter json) => JsonSerializer.Serialize(json, _view, FollowUpJson.Default.FollowUpView);

    public override void Show(Terminal terminal)
    {
        var facts = new Facts();
        facts.Add("Interaction", _view.InteractionId);
        facts.Add("Agent", _view.AgentId);
        facts.Add("Other agents", _view.OtherAgents);
        facts.Add("State", StateWords.Of(_view) + (record.Leased ? ", being worked on" : ""));
        facts.Add("Reason", _view.Reason);
        facts.Add("Received", Words.Full(_view.ReceivedAt));
        facts.Add("Next try", Words.Full(_view.NextTryAt));
        facts.Add("Attempts", _view.Attempts == 0 ? null : Words.Of(_view.Attempts));
        facts.Add("Task", StateWords.Task(_view) + (_view.PossibleDuplicate ? " (a possible duplicate)" : ""));
        facts.Add("Suppressed by", _view.Decision?.Suppression?.SuppressedBy?.InteractionId);
        facts.Add("Notification", Words.Of(_view.Notification));
        facts.Add("Contents deleted", Words.Full(_view.PurgedAt));
        facts.Show(terminal);
        ShowDecision(terminal);
        ShowInterventions(terminal);
    }

    private void ShowDecision(Terminal terminal)
    {
        if (_view.Decision is not { } decision)
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
        foreach (var intervention in _view.Interventions)
        {
            sheet.Row(Words.Of(intervention.At), intervention.Kind, intervention.Note);
        }

        sheet.Show(terminal);
    }
}
