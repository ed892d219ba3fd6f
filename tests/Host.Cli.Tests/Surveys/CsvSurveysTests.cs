using CxoneAssist.Host.Cli.Tests.Backtest;
using CxoneAssist.Host.Cli.Tests.Running;

namespace CxoneAssist.Host.Cli.Tests.Surveys;

internal sealed class CsvSurveysTests
{
    [Test]
    public async Task Row_AfterBlankLines_IsNamedByItsLine()
    {
        var run = await RunAsync("\n\r\nresponded_at,csat\n\n2026-03-02T08:00,1\n\n  \nyesterday,1\n\"\"\n");

        Assert.That(run.Json.GetProperty("surveys").GetInt32(), Is.EqualTo(1));
        Assert.That(Bad(run), Does.StartWith("8 completed is not a time: 'yesterday'").And.Not.Contain("\n"));
    }

    [Test]
    public async Task Header_AfterBlankLines_IsNamedByItsLine()
    {
        var run = await RunAsync("\n\nresponded_at,agent\n");

        Assert.That(run.Json.GetProperty("error").GetString(), Does.StartWith("standard input, line 3: no column for the score"));
    }

    [Test]
    public async Task Row_ThatTookOthersIn_NamesAllTheirLines()
    {
        const string header = "responded_at,agent,csat\n";

        var closed = await RunAsync(header + "2026-03-02T08:00,\"Ann,1\n2026-03-02T08:00,Bob,1\n2026-03-02T08:00,\"Bob,2\nyesterday,Ann,1\n");
        var open = await RunAsync(header + "2026-03-02T08:00,\"Ann,1\n2026-03-02T08:00,Bob,1\n2026-03-02T08:00,Bob,2");

        Assert.That(Bad(closed), Does.StartWith("2 a quotation mark is out of place").And.Contain("(lines 2 to 4 were taken for one row)"));
        Assert.That(Bad(closed), Does.Contain("\n5 completed is not a time"));
        Assert.That(Bad(open), Is.EqualTo("2 a quotation mark is opened and never closed (lines 2 to 4 were taken for one row)"));
    }

    [Test]
    public async Task Characters_ThatWereLostBefore_AreCountedByRow()
    {
        using var temp = new TempFolder();
        var input = temp.Write("s.csv", "responded_at,agent,csat\n2026-03-02T08:00,J\uFFFDrg\uFFFDn,1\n2026-03-02T08:00,Ann,1\n");
        string[] args = ["policy", "backtest", temp.Write("p.json", Given.Default), "--input", input, "--report", temp.At("r.html")];

        var (json, page) = (await Tool.RunAsync([.. args, "--json"]), await Tool.RunAsync(args));

        Assert.That(json.Json.GetProperty("lostCharacters").GetInt32(), Is.EqualTo(1));
        Assert.That(page.Output, Does.Match(@"Lost characters +1 row with "));
        Assert.That(await File.ReadAllTextAsync(temp.At("r.html")), Does.Contain("Export the surveys again"));
    }

    [Test]
    public async Task JsonLine_ThatIsTooLong_IsPassedOverAndTheNextIsRead()
    {
        const string good = """{"completedAt":"2026-03-02T09:00","csat":1}""";
        var longest = good[..^1] + ",\"text\":\"" + new string('x', (1024 * 1024) - good.Length - 11 + 1) + "\"}";

        var run = await RunAsync($"{good}\r\n{longest}\n{longest} \n{new string('y', 3 * 1024 * 1024)}\n\n{good}");

        Assert.That(longest, Has.Length.EqualTo(1024 * 1024));
        Assert.That(run.Json.GetProperty("surveys").GetInt32(), Is.EqualTo(3));
        Assert.That(Bad(run), Is.EqualTo("3 longer than 1 MiB\n4 longer than 1 MiB"));
    }

    [TestCase("re\u0301ponse")]
    [TestCase("r\u00e9ponse")]
    public async Task Column_OfAPolicysFieldWrittenOtherwise_IsTaken(string column)
    {
        using var temp = new TempFolder();
        var policy = Given.Default.Replace("overall_satisfaction", "r\u00e9ponse", StringComparison.Ordinal);
        string[] backtest = ["policy", "backtest", temp.Write("p.json", policy), "--input", "-", "--json"];

        var usual = await Tool.RunOnAsync($"responded_at,{column}\n2026-03-02T08:00,1\n", backtest);
        var mapped = await Tool.RunOnAsync($"responded_at,{column}\n2026-03-02T08:00,1\n", [.. backtest, "--map", "score=r\u00e9ponse"]);

        Assert.That((usual.Code, mapped.Code), Is.EqualTo((0, 0)), usual.Output + mapped.Output);
    }

    private static async Task<ToolRun> RunAsync(string surveys)
    {
        using var temp = new TempFolder();
        return await Tool.RunOnAsync(surveys, "policy", "backtest", temp.Write("p.json", Given.Default), "--input", "-", "--json");
    }

    private static string Bad(ToolRun run) => string.Join('\n', run.Json.GetProperty("badRows").GetProperty("first").EnumerateArray()
        .Select(row => $"{row.GetProperty("line")} {row.GetProperty("what").GetString()}"));
}
