using System.Text.Json;
using CxoneAssist.Application;
using CxoneAssist.Host.Cli.CommandLine;
using CxoneAssist.Host.Cli.Console;
using CxoneAssist.Host.Web.Operators;

namespace CxoneAssist.Host.Cli.Inbox;

/// <summary>A page of follow-ups; as JSON the document of <c>GET /follow-ups</c>.</summary>
internal sealed class FollowUpPageOutput(FollowUpPage page) : CommandResult
{
    public override void Write(Utf8JsonWriter json) =>
        JsonSerializer.Serialize(json, page, FollowUpJson.Default.FollowUpPage);

    public override void Show(Terminal terminal)
    {
        terminal.WriteVerbatim("All follow-ups:");
        var counts = new KeyValueList();
        foreach (var (state, count) in page.Counts)
        {
            counts.Add(state, Format.Number(count));
        }

        counts.Show(terminal);
        foreach (var item in page.Items)
        {
            Show(terminal, item);
        }

        if (page.Next is { } next)
        {
            terminal.WriteVerbatim($"More: --after {next}");
        }
        else if (page.Items.Count == 0)
        {
            terminal.WriteVerbatim("No follow-up matches.");
        }
    }

    // Not as a table: an id and a reason do not fit side by side on a terminal of 80 columns.
    private static void Show(Terminal terminal, FollowUpDetails item)
    {
        terminal.WriteVerbatim(SafeText.Clean(
            $"{item.InteractionId}  {StateText.Describe(item)}, received {Format.UtcTimeWithZone(item.ReceivedAt)}"));
        string?[] facts =
        [
            item.CustomerId is { } customer ? $"customer {customer}" : null,
            item.AgentId is { } agent ? $"agent {agent}" : null,
            StateText.Task(item) is { Length: > 0 } task ? $"task {task}" : null,
            StateText.Shadow(item) is { Length: > 0 } shadow ? $"shadow policy {shadow}" : null,
        ];
        Indent(terminal, string.Join("; ", facts.Where(fact => fact is not null)));
        Indent(terminal, item.Reason);
    }

    private static void Indent(Terminal terminal, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            terminal.WriteIndented(SafeText.Clean(text));
        }
    }
}
