using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using CxoneAssist.Application;
using CxoneAssist.EndToEnd.Tests.Client;
using CxoneAssist.EndToEnd.Tests.Running;
using CxoneAssist.Host.Web.Operators;

namespace CxoneAssist.EndToEnd.Tests;

/// <summary>What docs/operators-api.md shows is what the host answers.</summary>
public sealed partial class OperatorsApiDocumentTests : EndToEndTest
{
    private const string Done = "7e9ae164-6a8b-4521-a2d4-58f7c9fff13f";

    private static readonly string[] Parked =
        ["1c9d3f0e-5a51-4f0c-9b62-0d8f5b1f7a11", "2b7e4a1d-8c36-4d7b-a3f4-6e2c9d0b8f22", "3a5f6b2c-7d48-4e9a-8c15-9f1e0a3d7c33"];

    private static readonly string Document = File.ReadAllText(Repository.At("docs", "operators-api.md")).ReplaceLineEndings("\n");

    // The rest differs from run to run, or is compared by its members alone.
    private static readonly string[] Stable = ["message", "error", "title", "status", "type", "forgotten", "state", "outcome", "interactionId"];

    [Test]
    [Platform(Exclude = "Win", Reason = "The document shows a POSIX shell.")]
    public async Task Examples_InTheirOrder_AreAnsweredAsShown()
    {
        await StartCxoneAsync();
        var host = await StartHostAsync();
        await FillAsync(host);

        foreach (var (script, language, shown) in Examples())
        {
            var answer = await RunAsync(script, host);
            if (language == "json")
            {
                AssertSame(JsonDocument.Parse(answer).RootElement, JsonDocument.Parse(shown).RootElement, script);
            }
            else
            {
                Assert.That(answer.TrimEnd(), Is.EqualTo(shown.TrimEnd()), script);
            }
        }
    }

    [Test]
    public void Examples_OfEveryCall_AreShown() => Assert.That(
        string.Concat(Examples().Select(example => example.Script)),
        Does.Contain("/replay").And.Contain("/confirm").And.Contain("/discard").And.Contain("/forget").And.Contain("follow-ups?").And.Contain($"{Done}\""));

    [Test]
    public void Table_OfTheParameters_HasThoseThatTheHostReads() =>
        Assert.That(Names("parameter"), Is.EquivalentTo(FollowUpQueryParameter.All.Select(parameter => parameter.Name)));

    [TestCase("state", typeof(FollowUpState))]
    [TestCase("outcome", typeof(FollowUpOutcome))]
    [TestCase("notification", typeof(NotificationStatus))]
    public void Table_OfTheMembers_NamesEveryValue(string member, Type values)
    {
        var row = Document.Split('\n').First(line => line.StartsWith($"| `{member}`", StringComparison.Ordinal));

        // An outcome of none is null.
        var names = Enum.GetNames(values).Select(JsonNamingPolicy.CamelCase.ConvertName).Where(name => member != "outcome" || name != "none");
        Assert.That(names.Where(name => !row.Contains($"`{name}`", StringComparison.Ordinal)), Is.Empty);
    }

    private async Task FillAsync(HostClient host)
    {
        Cxone.Forms.Put(Done, "2");
        await host.Webhooks.SendAsync(new Webhook(Done) { CustomerId = "c-4711" });
        await host.Operator.SeeAsync(Done, "done");
        foreach (var id in Parked)
        {
            Cxone.Forms.Put(id, "good");
            await host.Webhooks.SendAsync(new Webhook(id));
            await host.Operator.SeeAsync(id, "parked");
        }
    }

    private static async Task<string> RunAsync(string script, HostClient host)
    {
        using var shell = Process.Start(new ProcessStartInfo("bash", ["-c", script])
        {
            RedirectStandardOutput = true,
            Environment =
            {
                ["CXONE_OPERATOR_KEY"] = HostSettings.OperatorKey, ["HOST"] = host.Address.ToString().TrimEnd('/'), ["NO_PROXY"] = "*",
            },
        })!;
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var output = await shell.StandardOutput.ReadToEndAsync(patience.Token);
        await shell.WaitForExitAsync(patience.Token);
        Assert.That(shell.ExitCode, Is.Zero, script);
        return output;
    }

    private static IEnumerable<(string Script, string Language, string Shown)> Examples()
    {
        var blocks = Blocks().Matches(Document).Select(block => (Language: block.Groups["language"].Value, Code: block.Groups["code"].Value)).ToList();
        Assert.That(blocks.Index().Select(block => block.Item.Language == "sh"), Is.EqualTo(blocks.Select((_, index) => index % 2 == 0)), "each example has its answer");
        return blocks.Chunk(2).Select(pair => (pair[0].Code, pair[1].Language, pair[1].Code));
    }

    private static void AssertSame(JsonElement answer, JsonElement shown, string example)
    {
        Assert.That(Members("", answer), Is.EquivalentTo(Members("", shown)), example);
        if (shown.ValueKind == JsonValueKind.Object)
        {
            var stable = Stable.Where(name => shown.TryGetProperty(name, out _));
            Assert.That(stable.Select(name => answer.Text(name)), Is.EqualTo(stable.Select(name => shown.Text(name))), example);
        }
    }

    private static IEnumerable<string> Members(string path, JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(one => Members($"{path}.{one.Name}", one.Value).Prepend($"{path}.{one.Name}")),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(one => Members(path + "[]", one)).Distinct(),
        _ => [],
    };

    private static IEnumerable<string> Names(string heading)
    {
        var table = Document[Document.IndexOf($"| {heading} |", StringComparison.Ordinal)..];
        var rows = table[..table.IndexOf("\n\n", StringComparison.Ordinal)].Split('\n')[2..];
        return rows.SelectMany(row => Quoted().Matches(row.Split('|')[1])).Select(name => name.Groups["name"].Value);
    }

    [GeneratedRegex("^```(?<language>[a-z]+)\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Blocks();

    [GeneratedRegex("`(?<name>[^`]+)`")]
    private static partial Regex Quoted();
}
