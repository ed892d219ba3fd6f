using System.Text.Json;
using CxoneAssist.Host.Cli.Tests.Backtest;
using CxoneAssist.Host.Cli.Tests.Running;

namespace CxoneAssist.Host.Cli.Tests.Surveys;

/// <summary>Ten files as spreadsheets and survey tools export them, with invented data: how each is read.</summary>
internal sealed class ExportFilesTests
{
    private const string Question = "--map|score=How satisfied are you with our service?";
    private const string German = "--map|interaction=Vorgang|--map|customer=Kunde|--map|completed=Abgeschlossen|--map|score=Zufriedenheit";

    private static readonly (string File, string Options)[] Exports =
    [
        ("excel-german.csv", German),
        ("excel-us.csv", ""),
        ("excel-french-sep.csv", ""),
        ("excel-workbook.xlsx", ""),
        ("google-forms.csv", Question),
        ("microsoft-forms.xlsx", Question),
        ("surveymonkey.csv", Question),
        ("joined-months.csv", ""),
        ("array.json", ""),
        ("lines.jsonl", ""),
    ];

    [Test]
    public async Task Exports_AreReadAsWhatTheyAre_WithTheirRefusedRows()
    {
        List<string> rows = [];
        foreach (var (file, options) in Exports)
        {
            rows.AddRange(Rows(file, await ReadAsync(file, options)));
        }

        var table = string.Join('\n', rows) + "\n";
        TestContext.Out.WriteLine(table);
        var expected = await File.ReadAllTextAsync(Repository.At("tests", "Host.Cli.Tests", "Surveys", "Exports", "expected.txt"));
        Assert.That(table, Is.EqualTo(expected.ReplaceLineEndings("\n")));
    }

    private static async Task<JsonElement> ReadAsync(string file, string options)
    {
        using var temp = new TempFolder();
        var run = await Tool.RunAsync(
        [
            "policy", "backtest", temp.Write("p.json", Given.Default), "--input", Repository.At("tests", "Host.Cli.Tests", "Surveys", "Exports", file),
            .. options.Split('|', StringSplitOptions.RemoveEmptyEntries), "--json",
        ]);

        Assert.That(run.Errors, Is.Empty, file);
        return run.Json;
    }

    private static IEnumerable<string> Rows(string file, JsonElement result) =>
    [
        file,
        .. result.GetProperty("readAs").EnumerateArray().Select(phrase => $"  read as {phrase.GetString()}"),
        $"  surveys {result.GetProperty("surveys")}, refused {result.GetProperty("badRows").GetProperty("count")}",
        .. result.GetProperty("badRows").GetProperty("first").EnumerateArray()
            .Select(bad => $"  refused {bad.GetProperty("line")}: {bad.GetProperty("what").GetString()}"),
        .. result.GetProperty("reviews").EnumerateArray()
            .Select(review => $"  review {review.GetProperty("firstLines").GetRawText()}: {review.GetProperty("why").GetString()}"),
    ];
}
