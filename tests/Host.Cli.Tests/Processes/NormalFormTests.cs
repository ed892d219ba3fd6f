using CxoneAssist.Host.Cli.Tests.Backtest;
using CxoneAssist.Host.Cli.Tests.Running;

namespace CxoneAssist.Host.Cli.Tests.Processes;

/// <summary>The tool with ICU and without: only a process of its own can be either.</summary>
internal sealed class NormalFormTests
{
    private const string Composed = "caf\u00e9";
    private const string Decomposed = "cafe\u0301";

    [TestCase("en_US.UTF-8")]
    [TestCase("de_DE.UTF-8")]
    public async Task Explain_WithIcu_FindsTheOverrideWrittenOtherwise(string language)
    {
        var (code, output, errors) = await RunAsync(
            invariant: false, language, file => ["policy", "explain", file, "--score", "2.5", "--at", "2026-12-23T16:40Z", "--queue", Decomposed]);

        Assert.That(code, Is.Zero, errors);
        Assert.That(output, Does.Contain($"Override 'o' applies: queue is '{Composed}'.").And.Contain(" is 2.5 on a scale"));
    }

    [Test]
    public async Task Lint_WithIcu_FindsNothing()
    {
        var (code, output, _) = await RunAsync(invariant: false, "C", file => ["policy", "lint", file]);

        Assert.That((code, output), Is.EqualTo((0, "1 file, 0 findings.\n")));
    }

    [Test]
    public async Task Lint_WithoutIcu_WarnsWithPlaceAndRemedy()
    {
        var (code, output, _) = await RunAsync(invariant: true, "C", file => ["policy", "lint", file]);

        Assert.That(code, Is.EqualTo(1));
        Assert.That(output, Does.Contain($"warning not-normalised: $.overrides[0].when.queue: '{Composed}' ").And.Contain("with ICU"));
    }

    private static async Task<(int Code, string Output, string Errors)> RunAsync(
        bool invariant, string language, Func<string, string[]> args)
    {
        using var temp = new TempFolder();
        var file = temp.Write("p.json", Given.Default.Replace(
            "\"tiers\"",
            $$"""
            "overrides": [ { "name": "o", "when": { "queue": ["{{Composed}}"] },
                             "tiers": [ { "name": "x", "below": 5, "priority": "High", "due": "1d" } ] } ],
            "tiers"
            """,
            StringComparison.Ordinal));
        using var tool = ToolProcess.Start(
            new() { ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = invariant ? "1" : "0", ["LC_ALL"] = language }, args(file));
        return await tool.EndAsync();
    }
}
