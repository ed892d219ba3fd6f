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
        var counts = new KeyValueList();
        foreach (var (state, count) in page.Counts)
        {
            counts.Add(state, Format.Number(count));
        }

        counts.Show(terminal);
        ShowItems(terminal);
        if (page.Next is { } next)
        {
            terminal.WriteVerbatim($"  More: --after {next}");
        }
    }

    private void ShowItems(Terminal terminal)
    {
        var compared = page.Items.Any(item => StateText.Shadow(item).Length > 0);
        var named = page.Items.Any(item => item.CustomerId is not null);
        var sheet = new TextTable().Text("Interaction");
        sheet = (named ? sheet.Text("Customer") : sheet).Text("State").Text("Received (UTC)").Sentence("Task");
        sheet = (compared ? sheet.Sentence("Shadow policy") : sheet).Sentence("Reason");
        foreach (var item in page.Items)
        {
            string[] shadow = compared ? [StateText.Shadow(item)] : [];
            string[] customer = named ? [item.CustomerId ?? ""] : [];
            sheet.Row([
                item.InteractionId, .. customer, StateText.Describe(item), Format.UtcTime(item.ReceivedAt), StateText.Task(item),
                .. shadow, item.Reason ?? "",
            ]);
        }

        sheet.Show(terminal);
    }
}
