using CxoneAssist.Host.Cli.Tests.Running;

namespace CxoneAssist.Host.Cli.Tests.Backtest;

internal sealed class RulesTests
{
    private const string Header = "responded_at,skill,csat,issue_resolved\n";

    [Test]
    public async Task Reviews_AreGroupedByReason_WithLinesAndAnswers()
    {
        const string surveys = Header + "2026-03-02T08:00,,good,\n2026-03-02T08:00,,good,\n2026-03-02T08:00,,bad,\n2026-03-02T08:00,,1,\n";
        using var temp = new TempFolder();
        string[] backtest = ["policy", "backtest", temp.Write("p.json", Given.Default), "--input", "-"];

        var (page, json) = (await Tool.RunOnAsync(surveys, backtest), await Tool.RunOnAsync(surveys, [.. backtest, "--json"]));

        Assert.That(json.Json.GetProperty("reviews").GetRawText(), Is.EqualTo(
            """[{"why":"overall_satisfaction is not a number","count":3,"firstLines":[2,3,4],"answers":{"most":[{"value":"good","count":2},{"value":"bad","count":1}],"others":0}}]"""));
        Assert.That(page.Output, Does.Match("overall_satisfaction is not a number +3 +'good' \\(2\\), 'bad' \\(1\\) +lines 2, 3, 4\n"));
        Assert.That((page.Code, json.Code), Is.EqualTo((1, 1)));
    }

    [Test]
    public async Task Reviews_OfAnswersBeyondTheScale_AreOneGroup()
    {
        using var temp = new TempFolder();

        var run = await Tool.RunOnAsync(
            Header + "2026-03-02T08:00,,7,\n2026-03-02T08:00,,9,\n2026-03-02T08:00,,9,\n", "policy", "backtest",
            temp.Write("p.json", Given.Default), "--input", "-", "--map", "score=csat", "--json");

        var review = run.Json.GetProperty("reviews")[0];
        Assert.That(review.GetProperty("why").GetString(), Is.EqualTo("overall_satisfaction is outside the scale 1 to 5"));
        Assert.That(review.GetProperty("answers").GetProperty("most")[0].GetRawText(), Is.EqualTo("""{"value":"9","count":2}"""));
    }

    [TestCase("", 1)]
    [TestCase("2026-03-02T08:00,,1,\n", 1)]
    [TestCase("2026-03-02T08:00,,,\n2026-03-02T08:00,,1,\n2026-03-02T08:00,,1,\n", 0)]
    public async Task Backtest_OfReviewsForHalfOfTheAnswers_Exits1(string more, int code)
    {
        using var temp = new TempFolder();

        var run = await Tool.RunOnAsync(
            Header + "2026-03-02T08:00,,Very good,\n" + more, "policy", "backtest", temp.Write("p.json", Given.Default), "--input", "-");

        Assert.That(run.Code, Is.EqualTo(code));
    }

    [Test]
    public async Task Rules_ThatNeverApplied_AreToldWithTheValuesOfTheFile()
    {
        const string surveys = Header + "2026-03-02T08:00,VIP-Desk,1,yes\n2026-03-02T08:00,VIP-Desk,3,no\n2026-03-02T08:00,sales,5,no\n";
        using var temp = new TempFolder();
        string[] backtest = ["policy", "backtest", temp.Write("p.json", Given.Stricter), "--input", "-"];

        var (page, json) = (await Tool.RunOnAsync(surveys, backtest), await Tool.RunOnAsync(surveys, [.. backtest, "--json"]));

        var rules = json.Json.GetProperty("neverApplied").EnumerateArray().Select(rule => rule.GetRawText()).ToList();
        Assert.That(rules[0], Is.EqualTo(
            """{"kind":"override","name":"vip","override":null,"where":[{"condition":"skill is 'vip'","of":"skill","fileHas":{"most":[{"value":"VIP-Desk","count":2},{"value":"sales","count":1}],"others":0}}]}"""));
        Assert.That(rules[1], Does.StartWith("""{"kind":"tier","name":"lost","override":null,"where":[{"condition":"below 2","of":"score","fileHas":{"most":[{"value":"1","count":1},"""));
        Assert.That(rules, Has.Count.EqualTo(3).And.None.Contains("solved"));
        Assert.That(page.Output, Does.Match("override 'vip' +skill is 'vip' +skill: 'VIP-Desk' \\(2\\), 'sales' \\(1\\)\n"));
    }

    [Test]
    public async Task Rules_OfAColumnThatTheFileLacks_SayThatItHasNoValue()
    {
        using var temp = new TempFolder();

        var run = await Tool.RunOnAsync(
            "responded_at,csat\n2026-03-02T08:00,1\n", "policy", "backtest", temp.Write("p.json", Given.Stricter), "--input", "-");

        Assert.That(run.Output, Does.Match("override 'vip' +skill is 'vip' +skill: none\n"));
    }

    [Test]
    public async Task Rules_ThatAppliedOnce_AreNotTold()
    {
        using var temp = new TempFolder();

        var run = await Tool.RunOnAsync(
            Header + "2026-03-02T08:00,,1,\n2026-03-02T08:00,,3,\n", "policy", "backtest", temp.Write("p.json", Given.Default), "--input", "-");

        Assert.That(run.Output, Does.Not.Contain("Never applied").And.Not.Contain("Review under"));
    }
}
