using System.Xml;
using System.Xml.Linq;
using CxoneAssist.Host.Cli.Tests.Backtest;
using CxoneAssist.Host.Cli.Tests.Running;

namespace CxoneAssist.Host.Cli.Tests.Report;

internal sealed class HtmlReportTests
{
    private const string Hostile = """"
        interaction_id,responded_at,agent,csat
        "<img src=x onerror=alert(1)>",2026-03-02T08:00,"<script>alert(1)</script>",1
        b,2026-03-02T08:00,""" onload=""alert(2)",1
        c,"<b>now</b>",Ann,1
        d,2026-03-02T08:00,Ann & Co,3.5
        """";

    [Test]
    public async Task Report_OfHostileSurveys_IsWellFormedAndHoldsNothingThatRunsOrFetches()
    {
        using var temp = new TempFolder();
        var report = await ReportAsync(temp, Hostile);

        var elements = Parse(report).Descendants().ToList();
        Assert.That(elements.Select(element => element.Name.LocalName).Distinct(), Has.None.AnyOf("script", "img", "b", "link", "iframe", "object"));
        Assert.That(elements.Attributes().Select(attribute => attribute.Name.LocalName), Has.None.StartsWith("on").And.None.AnyOf("src", "href"));
        Assert.That(report, Does.Not.Contain("http:").And.Not.Contain("https:").And.Not.Contain("url(").And.Not.Contain("@import"));
        Assert.That(elements.Select(element => element.Value), Has.Some.EqualTo("<script>alert(1)</script>").And.Some.EqualTo("Ann & Co"));
    }

    [Test]
    public async Task Report_AgainstAnother_HasChartsOfBothTheMovesAndTheBadRows()
    {
        using var temp = new TempFolder();

        var page = Parse(await ReportAsync(temp, Hostile));

        var headings = string.Join(", ", page.Descendants("h2").Select(heading => heading.Value));
        Assert.That(headings, Is.EqualTo(
            "What would have happened, Tasks by day, Due dates by hour of the day, "
            + "Load of the agents under stricter, Load of the agents under default, "
            + "What moves from default to stricter, Rules of stricter that never applied, "
            + "Policy stricter, version 48c0225cb825, Policy default, version 164d2a33410d, 1 row that could not be read"));
        Assert.That(page.Descendants("svg").Count(svg => svg.Attribute("role")?.Value == "img"), Is.EqualTo(3));
        Assert.That(page.Descendants("rect").Count(rect => rect.Attribute("class")?.Value == "s1"), Is.GreaterThan(24));
        Assert.That(page.Descendants("meta").Any(meta => meta.Attribute("name")?.Value == "viewport"), Is.True);
    }

    [Test]
    public async Task Report_OfTwoPoliciesOfOneName_TellsThemApartByTheirVersions()
    {
        using var temp = new TempFolder();
        var other = temp.Write("old.json", Given.Default.Replace("\"1d\"", "\"2d\"", StringComparison.Ordinal));

        await Tool.RunOnAsync(
            Given.Surveys, "policy", "backtest", temp.Write("new.json", Given.Default), "--against", other, "--input", "-",
            "--report", temp.At("report.html"));

        var page = Parse(await File.ReadAllTextAsync(temp.At("report.html")));
        var names = page.Descendants("th").Select(cell => cell.Value).Where(cell => cell.StartsWith("default", StringComparison.Ordinal)).ToList();
        Assert.That(names, Has.Count.EqualTo(2).And.Unique.And.All.Match("^default [0-9a-f]{8,}$"));
        var headings = page.Descendants().Where(element => element.Name.LocalName is "h2" or "h3").Select(heading => heading.Value).ToList();
        foreach (var name in names)
        {
            Assert.That(headings, Has.Some.EqualTo($"Tiers of {name}").And.Some.EqualTo($"Load of the agents under {name}"));
        }

        Assert.That(headings, Has.Some.EqualTo($"What moves from {names[1]} to {names[0]}"));
    }

    [Test]
    public async Task Report_OnAPhone_HasNothingThatIsWiderThanTheScreen()
    {
        using var temp = new TempFolder();

        var report = await ReportAsync(temp, Hostile);

        var page = Parse(report);
        Assert.That(page.Descendants("td").Attributes("data-label").Count(), Is.EqualTo(page.Descendants("td").Count()), "each cell says its heading");
        Assert.That(report, Does.Contain("@media screen and (max-width: 40rem)").And.Not.Contain("min-width: 40rem").And.Not.Contain("overflow-x"));
        Assert.That(page.Descendants("svg").Attributes("width"), Is.Empty, "charts take the width of the screen");
    }

    [Test]
    public async Task Report_SaysWhenItWasMadeOfWhichTimeAndOfWhichPolicies()
    {
        using var temp = new TempFolder();

        var page = Parse(await ReportAsync(temp, Hostile));

        Assert.That(page.Descendants("p").First().Value, Is.EqualTo(
            "Made on 2026-11-25 12:00, of 3 surveys of standard input, decided from 2026-03-02 08:00 to 2026-03-02 08:00. Days and hours are those of UTC."));
        Assert.That(page.Descendants("h3").Select(heading => heading.Value), Has.Some.EqualTo("Override vip: where skill is 'vip'"));
        Assert.That(page.Descendants("dd").Select(text => text.Value), Has.Some.EqualTo("1 to 5, low is worse"));
        Assert.That(page.Descendants("td").Select(cell => cell.Value), Has.Some.EqualTo("below 3.5"));
    }

    private static async Task<string> ReportAsync(TempFolder temp, string surveys)
    {
        var run = await Tool.RunOnAsync(
            surveys, "policy", "backtest", temp.Write("new.json", Given.Stricter), "--against", temp.Write("old.json", Given.Default),
            "--input", "-", "--report", temp.At("report.html"), "--json");
        Assert.That(run.Errors, Is.EqualTo($"The report is in {temp.At("report.html")}.\n"));
        return await File.ReadAllTextAsync(temp.At("report.html"));
    }

    private static XDocument Parse(string html)
    {
        using var reader = XmlReader.Create(new StringReader(html), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return XDocument.Load(reader);
    }
}
