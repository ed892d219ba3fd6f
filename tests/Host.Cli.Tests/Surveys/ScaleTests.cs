using CxoneAssist.Host.Cli.Tests.Backtest;
using CxoneAssist.Host.Cli.Tests.Running;

namespace CxoneAssist.Host.Cli.Tests.Surveys;

internal sealed class ScaleTests
{
    [Test]
    public async Task Reviews_OfHalfOfTheAnswers_AreAWarningAtTheTopAndExit1()
    {
        using var temp = new TempFolder();
        const string surveys = "responded_at,csat\n2026-03-02T08:00,5/5\n2026-03-02T08:00,4/5\n2026-03-02T08:00,5\n2026-03-02T08:00,4\n2026-03-02T08:00,\n";
        string[] backtest = ["policy", "backtest", temp.Write("p.json", Given.Default), "--input", "-", "--report", temp.At("r.html")];

        var (page, json) = (await Tool.RunOnAsync(surveys, backtest), await Tool.RunOnAsync(surveys, [.. backtest, "--json"]));

        const string warning = "2 of 4 answered surveys are left to a person under default: overall_satisfaction is not a number ('4/5' (1), '5/5' (1))";
        Assert.That((page.Code, json.Code), Is.EqualTo((1, 1)));
        Assert.That(json.Json.GetProperty("warnings")[0].GetString(), Does.StartWith(warning));
        Assert.That(System.Text.RegularExpressions.Regex.Replace(page.Output, @"\s+", " "), Does.Match("^5 surveys of standard input Warning " + System.Text.RegularExpressions.Regex.Escape(warning)));
        Assert.That(await File.ReadAllTextAsync(temp.At("r.html")), Does.Contain("2 of 4 answered surveys are left to a person under default"));
    }

    [Test]
    public async Task Reviews_OfFewerThanHalf_AreNoWarning()
    {
        var run = await Reading.OfTextAsync("responded_at,csat\n2026-03-02T08:00,good\n2026-03-02T08:00,5\n2026-03-02T08:00,5\n");

        Assert.That((run.Code, run.Json.GetProperty("warnings").GetArrayLength()), Is.EqualTo((0, 0)));
    }

    [Test]
    public async Task Answers_OfAnotherScaleUnderThePolicysOwnField_AreAskedFor()
    {
        const string surveys = "responded_at,Overall Satisfaction\n2026-03-02T08:00,4\n2026-03-02T08:00,9\n2026-03-02T08:00,0\n";

        var (run, mapped) = (await Reading.OfTextAsync(surveys), await Reading.OfTextAsync(surveys, "--map", "score=Overall Satisfaction"));

        Assert.That((run.Code, run.Error()), Is.EqualTo((2,
            "standard input: the policy's field overall_satisfaction is from 1 to 5, and column 'Overall Satisfaction' goes from 0 to 9. "
            + "Correct the scale of the policy, or name the column of the score with --map score=COLUMN; if it is this one, --map 'score=Overall Satisfaction'.")));
        Assert.That((mapped.Code, mapped.Count("review")), Is.EqualTo((1, 2)));
    }

    [Test]
    public async Task Answers_AFewOfWhichAreBeyondTheScale_AreRead()
    {
        var rows = string.Concat(Enumerable.Repeat("2026-03-02T08:00,4\n", 9));

        var run = await Reading.OfTextAsync($"responded_at,overall_satisfaction\n{rows}2026-03-02T08:00,9\n");

        Assert.That((run.Code, run.Count("review")), Is.EqualTo((0, 1)));
    }
}
