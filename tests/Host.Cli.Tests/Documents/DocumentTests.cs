using CxoneAssist.Application.Operators;
using CxoneAssist.Host.Cli.Checking;
using CxoneAssist.Host.Cli.CommandLine;
using CxoneAssist.Host.Cli.Inbox;
using CxoneAssist.Host.Cli.Tests.Backtest;
using CxoneAssist.Host.Cli.Tests.Running;

namespace CxoneAssist.Host.Cli.Tests.Documents;

/// <summary>
/// The documents of <c>--json</c>, byte for byte: scripts read them. <c>CXONEASSIST_RECORD</c> records them anew.
/// </summary>
internal sealed class DocumentTests
{
    private static readonly string Folder = Repository.At("tests", "Host.Cli.Tests", "Documents");

    private static readonly string Retail = Repository.At("samples", "policies", "retail.json");

    [TestCase("backtest", "--input -")]
    [TestCase("backtest-against", "--input - --against old.json --zone Europe/Berlin")]
    [TestCase("backtest-suppressing", "--input - --against suppressing.json --map customer=agent")]
    public async Task Backtest_Document_IsAsRecorded(string name, string options)
    {
        using var temp = new TempFolder();
        var policy = temp.Write("new.json", Given.Stricter);
        temp.Write("old.json", Given.Default);
        temp.Write("suppressing.json", Given.Suppressing);
        string[] given = [.. options.Split(' ').Select(one => one.EndsWith(".json", StringComparison.Ordinal) ? temp.At(one) : one)];

        var run = await Tool.RunOnAsync(
            Given.Surveys + "\ni,Inbound,,tomorrow,Zoë \"Z\" Ünal,1,no\n", ["policy", "backtest", policy, .. given, "--json"]);

        await CompareAsync(name, run.Output);
    }

    [Test]
    public async Task Lint_Document_IsAsRecorded()
    {
        using var temp = new TempFolder();
        var odd = temp.Write("odd.json", Given.Default.Replace("\"below\": 4", "\"below\": 9", StringComparison.Ordinal));
        var wrong = temp.Write("wrong.json", Given.Default.Replace("\"1d\"", "\"soon\"", StringComparison.Ordinal));

        var run = await Tool.RunAsync("policy", "lint", odd, wrong, Retail, "--json");

        await CompareAsync("lint", run.Output.Replace(Path.GetDirectoryName(odd)!, ".", StringComparison.Ordinal)
            .Replace(Repository.At(), ".", StringComparison.Ordinal));
    }

    [TestCase("explain-task", "--score 1 --at 2026-12-23T16:40+01:00")]
    [TestCase("explain-no-task", "--score 5 --at 2026-12-23T16:40+01:00")]
    [TestCase("explain-review", "--score nonsense --at 2026-12-23T16:40+01:00")]
    public async Task Explain_Document_IsAsRecorded(string name, string options)
    {
        var run = await Tool.RunAsync(["policy", "explain", Retail, .. options.Split(' '), "--json"]);

        await CompareAsync(name, run.Output);
    }

    [Test]
    public Task Check_Document_IsAsRecorded() => CompareAsync("check", new CheckOutput(
    [
        new Finding("settings", Verdict.Ok, "Complete: the host would start with them."),
        new Finding("scopes", Verdict.Warning, "CXone does not say \"which\".", "Make sure, für <alle>."),
        new Finding("form", Verdict.Failed, "Refused.", "Give rights."),
        new Finding("look-up", Verdict.Skipped, "Not asked."),
    ]));

    [TestCase("replay", OperatorActionOutcome.Applied, "It is worked on again.")]
    [TestCase("replay-not-found", OperatorActionOutcome.NotFound, "No webhook was received for this interaction.")]
    public Task Replay_Document_IsAsRecorded(string name, OperatorActionOutcome outcome, string message) =>
        CompareAsync(name, new OperatorActionOutput("i-1", new OperatorActionResult(outcome, message)));

    private static async Task CompareAsync(string name, CommandResult result)
    {
        using var output = new StringWriter();
        await JsonDocuments.WriteAsync(output, result.Write);
        await CompareAsync(name, output.ToString().ReplaceLineEndings("\n"));
    }

    private static async Task CompareAsync(string name, string document)
    {
        var file = Path.Combine(Folder, name + ".json");
        if (Environment.GetEnvironmentVariable("CXONEASSIST_RECORD") is not null)
        {
            await File.WriteAllTextAsync(file, document);
        }

        Assert.That(document, Is.EqualTo(await File.ReadAllTextAsync(file)));
    }
}
