using CxoneAssist.Host.Cli.Tests.Running;

namespace CxoneAssist.Host.Cli.Tests.Backtest;

internal sealed class MovesTests
{
    private const string Surveys = "customer_id,responded_at,csat\na,2026-03-02T08:00,2\na,2026-03-03T08:00,2\nb,2026-03-03T08:00,3\n";

    [Test]
    public async Task TaskThatIsSuppressed_IsAnotherMoveThanOneThatIsNotNeeded()
    {
        using var temp = new TempFolder();
        string[] backtest = ["policy", "backtest", temp.Write("n.json", Given.Suppressing), "--against", temp.Write("o.json", Given.Default), "--input", "-"];

        var (page, json) = (await Tool.RunOnAsync(Surveys, backtest), await Tool.RunOnAsync(Surveys, [.. backtest, "--json"]));

        var moves = json.Json.GetProperty("moves");
        Assert.That(moves.GetProperty("gone").GetProperty("examples")[0].GetProperty("line").GetInt32(), Is.EqualTo(4));
        Assert.That(moves.GetProperty("suppressed").GetProperty("examples")[0].GetProperty("line").GetInt32(), Is.EqualTo(3));
        Assert.That(page.Output, Does.Match(@"No task any more +1  line 4").And.Match(@"Now suppressed +1  line 3"));
    }

    [Test]
    public async Task Report_SaysNextToEachShareWhoseItIs()
    {
        using var temp = new TempFolder();

        await Tool.RunOnAsync(
            Surveys, "policy", "backtest", temp.Write("n.json", Given.Suppressing), "--against", temp.Write("o.json", Given.Default), "--input", "-", "--report", temp.At("r.html"));

        var html = await File.ReadAllTextAsync(temp.At("r.html"));
        Assert.That(html, Does.Contain("data-label=\"Share, suppressing\"").And.Contain("data-label=\"Share, default\"").And.Not.Contain("data-label=\"Share\""));
    }
}
