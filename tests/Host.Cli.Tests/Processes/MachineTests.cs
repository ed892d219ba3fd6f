using CxoneAssist.Host.Cli.Tests.Backtest;
using CxoneAssist.Host.Cli.Tests.Running;

namespace CxoneAssist.Host.Cli.Tests.Processes;

/// <summary>The tool on machines of other cultures, and on one that knows no time zones.</summary>
internal sealed class MachineTests
{
    private static readonly string Retail = Repository.At("samples", "policies", "retail.json");

    private static readonly string[] Explain =
    [
        "policy", "explain", Retail, "--score", "2.5", "--at", "2026-12-23T16:40", "--submitted", "2027-12-23T16:40",
        "--response", "issue_resolved=no", "--customer", "c-1",
    ];

    [TestCase("th_TH")]
    [TestCase("fa_IR")]
    [TestCase("ar_SA")]
    public async Task Output_UnderAnotherCulture_IsTheSame(string culture)
    {
        using var temp = new TempFolder();
        string[][] commands =
        [
            ["policy", "show", Retail], Explain, [.. Explain, "--json"],
            ["policy", "backtest", Retail, "--input", temp.Write("s.csv", Given.Surveys)],
            ["policy", "backtest", Retail, "--input", temp.At("s.csv"), "--json"],
        ];
        foreach (var command in commands)
        {
            using var plain = ToolProcess.Start(command);
            using var there = ToolProcess.Start(new()
            {
                ["LANG"] = culture + ".UTF-8", ["LC_ALL"] = null, ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "0",
            }, command);

            var (expected, seen) = (await plain.EndAsync(), await there.EndAsync());
            Assert.That(expected.Code, Is.Zero, expected.Errors);
            Assert.That(seen, Is.EqualTo(expected), string.Join(' ', command));
        }
    }

    [Test, Platform("Linux")]
    public async Task TimeZone_OnAMachineWithoutThem_NamesThePackageToInstall()
    {
        using var temp = new TempFolder();
        Dictionary<string, string?> machine = new() { ["TZDIR"] = Path.GetDirectoryName(temp.Write("x", "")) };
        string[][] commands =
        [
            ["policy", "lint", Retail],
            ["policy", "backtest", Retail, "--input", temp.Write("s.csv", Given.Surveys)],
            ["policy", "backtest", temp.Write("p.json", Given.Default), "--input", temp.At("s.csv"), "--zone", "Europe/Berlin"],
        ];
        foreach (var command in commands)
        {
            using var tool = ToolProcess.Start(machine, command);
            var (code, output, errors) = await tool.EndAsync();
            Assert.That(code, Is.Not.Zero);
            Assert.That(output + errors, Does.Contain("this machine has no time-zone data").And.Contain("nstall tzdata"));
        }
    }
}
