using CxoneAssist.Host.Cli.Tests.Backtest;
using CxoneAssist.Host.Cli.Tests.Running;

namespace CxoneAssist.Host.Cli.Tests.Surveys;

/// <summary>Backtests of the default policy on a file, and what they say about it.</summary>
internal static class Reading
{
    public static async Task<ToolRun> OfTextAsync(string surveys, params string[] options)
    {
        using var temp = new TempFolder();
        return await Tool.RunOnAsync(surveys, ["policy", "backtest", temp.Write("p.json", Given.Default), "--input", "-", .. options, "--json"]);
    }

    public static Task<ToolRun> OfBytesAsync(byte[] surveys, params string[] options) => OfFileAsync("s.csv", surveys, [.. options, "--json"]);

    public static async Task<ToolRun> OfFileAsync(string name, byte[] content, params string[] options)
    {
        using var temp = new TempFolder();
        await File.WriteAllBytesAsync(temp.At(name), content);
        return await Tool.RunAsync(["policy", "backtest", temp.Write("p.json", Given.Default), "--input", temp.At(name), .. options]);
    }

    public static string ReadAs(this ToolRun run) =>
        string.Join('\n', run.Json.GetProperty("readAs").EnumerateArray().Select(phrase => phrase.GetString()));

    public static string Error(this ToolRun run) => run.Json.TryGetProperty("error", out var error) ? error.GetString()! : "";

    public static int Count(this ToolRun run, string name) => run.Json.GetProperty(name).GetInt32();

    public static string Refused(this ToolRun run) => string.Join('\n', run.Json.GetProperty("badRows").GetProperty("first").EnumerateArray()
        .Select(row => $"{row.GetProperty("line")} {row.GetProperty("what").GetString()}"));

    public static string Days(this ToolRun run) =>
        string.Join(' ', run.Json.GetProperty("days").EnumerateArray().Select(day => day.GetProperty("day").GetString()));
}
