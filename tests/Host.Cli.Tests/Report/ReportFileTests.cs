using CxoneAssist.Host.Cli.Tests.Backtest;
using CxoneAssist.Host.Cli.Tests.Running;

namespace CxoneAssist.Host.Cli.Tests.Report;

internal sealed class ReportFileTests
{
    [TestCase("p.json")]
    [TestCase("other.json")]
    [TestCase("s.csv")]
    [TestCase("./folder/../s.csv", TestName = "Report_IntoAnInputByAnotherPath_IsRefused")]
    [TestCase("link.html", TestName = "Report_IntoALinkToAnInput_IsRefused")]
    [TestCase("linked/s.csv", TestName = "Report_ThroughALinkToItsFolder_IsRefused")]
    public async Task Report_IntoAFileThatIsRead_IsRefusedAndLeavesIt(string report)
    {
        using var temp = new TempFolder();
        Directory.CreateDirectory(temp.At("folder"));
        var input = temp.Write("s.csv", Given.Surveys);
        File.CreateSymbolicLink(temp.At("link.html"), input);
        Directory.CreateSymbolicLink(temp.At("linked"), Path.GetDirectoryName(input)!);

        var run = await RunAsync(temp, input, report);

        Assert.That((run.Code, run.Output), Is.EqualTo((2, "")));
        Assert.That(run.Errors, Does.Contain("is one of the files that are read: name another one."));
        Assert.That(await File.ReadAllTextAsync(input), Is.EqualTo(Given.Surveys));
        Assert.That(await File.ReadAllTextAsync(temp.At("p.json")), Is.EqualTo(Given.Default));
    }

    [TestCase("missing.csv", "")]
    [TestCase("s.csv", "--map score=nothing")]
    [TestCase("s.csv", "--format jsonl --map score=nothing")]
    public async Task Report_OfARunThatFails_LeavesNothingAndWhatWasThere(string input, string options)
    {
        using var temp = new TempFolder();
        temp.Write("s.csv", Given.Surveys);
        temp.Write("kept.html", "an earlier report");

        var fresh = await RunAsync(temp, temp.At(input), "fresh.html", options.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        await RunAsync(temp, temp.At(input), "kept.html", options.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.That(fresh.Code, Is.EqualTo(2));
        Assert.That(Names(temp), Is.EquivalentTo(["kept.html", "other.json", "p.json", "s.csv"]));
        Assert.That(await File.ReadAllTextAsync(temp.At("kept.html")), Is.EqualTo("an earlier report"));
    }

    [Test]
    public async Task Report_ThroughALink_ReplacesWhatItPointsTo()
    {
        using var temp = new TempFolder();
        File.CreateSymbolicLink(temp.At("r.html"), temp.Write("target.html", "an earlier report"));

        var run = await RunAsync(temp, temp.Write("s.csv", Given.Surveys), "r.html");

        Assert.That(run.Code, Is.Zero, run.Errors);
        Assert.That(new FileInfo(temp.At("r.html")).LinkTarget, Is.Not.Null);
        Assert.That(await File.ReadAllTextAsync(temp.At("target.html")), Does.StartWith("<!DOCTYPE html>"));
        Assert.That(Names(temp), Has.Count.EqualTo(5));
    }

    private static IReadOnlyList<string?> Names(TempFolder temp) =>
        [.. Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(temp.At("x"))!).Select(Path.GetFileName)];

    private static Task<ToolRun> RunAsync(TempFolder temp, string input, string report, params string[] options) => Tool.RunAsync([
        "policy", "backtest", temp.Write("p.json", Given.Default), "--against", temp.Write("other.json", Given.Stricter), "--input", input,
        "--report", temp.At(report), .. options]);
}
