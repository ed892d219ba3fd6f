using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using CxoneAssist.AspNetCore.Webhooks;
using CxoneAssist.EndToEnd.Tests.Client;
using CxoneAssist.EndToEnd.Tests.Running;

namespace CxoneAssist.EndToEnd.Tests;

/// <summary>What docs/webhook.md shows is what the host takes.</summary>
public sealed partial class WebhookDocumentTests : EndToEndTest
{
    private static readonly string Document = File.ReadAllText(Repository.At("docs", "webhook.md")).ReplaceLineEndings("\n");

    [Test]
    public async Task Example_OfTheBody_IsTakenWhole()
    {
        await StartCxoneAsync();
        var host = await StartHostAsync();

        var answer = await host.Webhooks.SendAsync(Block("json"));

        Assert.That((answer.Status, answer.Body), Is.EqualTo((HttpStatusCode.OK, """{"received":true}""")));
        var followUp = await host.Operator.GetAsync("8305c058-38a8-4ac8-a024-baa1f53d44df");
        Assert.That((followUp.Json.Text("agentId"), followUp.Json.Text("customerId")), Is.EqualTo(("agent-042", "c-4711")));
        await host.Process.KillAsync();
        Assert.That(host.Process.Log, Has.None.Contains("of a webhook is not used"));
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "The document shows a POSIX shell.")]
    public async Task Example_OfASignature_IsAccepted()
    {
        await StartCxoneAsync();
        var host = await StartHostAsync();
        using var shell = Process.Start(new ProcessStartInfo("bash", ["-c", Block("sh")])
        {
            RedirectStandardOutput = true,
            Environment =
            {
                ["CXONE_WEBHOOK_SECRET"] = HostSettings.WebhookSecret, ["HOST"] = host.Address.ToString().TrimEnd('/'), ["NO_PROXY"] = "*",
            },
        })!;

        Assert.That(await shell.StandardOutput.ReadToEndAsync(), Is.EqualTo("""{"received":true}"""));
    }

    [Test]
    public void Table_OfTheMembers_HasThoseThatAreReadAndNoOthers()
    {
        var table = Document[Document.IndexOf("| member |", StringComparison.Ordinal)..];
        var rows = table[..table.IndexOf("\n\n", StringComparison.Ordinal)].Split('\n')[2..];
        var shown = rows.SelectMany(row => Names().Matches(row.Split('|')[1])).Select(name => name.Groups["name"].Value);

        Assert.That(shown, Is.EquivalentTo(Enum.GetValues<WebhookMember>().Select(member => member.Name())));
    }

    private static string Block(string language)
    {
        var begin = $"```{language}\n";
        var text = Document[(Document.IndexOf(begin, StringComparison.Ordinal) + begin.Length)..];
        return text[..text.IndexOf("```", StringComparison.Ordinal)];
    }

    [GeneratedRegex("`(?<name>[^`]+)`")]
    private static partial Regex Names();
}
