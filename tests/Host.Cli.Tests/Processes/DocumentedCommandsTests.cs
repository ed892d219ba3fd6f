using System.Diagnostics;
using System.Text.RegularExpressions;
using CxoneAssist.Host.Cli.Tests.Running;

namespace CxoneAssist.Host.Cli.Tests.Processes;

/// <summary>
/// The consoles in the documents show the real output, and every part of the tool that they name
/// exists.
/// </summary>
[Platform(Exclude = "Win", Reason = "The documents show a POSIX shell.")]
internal sealed partial class DocumentedCommandsTests
{
    private const string Fence = "```console\n$ ";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static IEnumerable<TestCaseData> Consoles() =>
        Documents().SelectMany(file => File.ReadAllText(file).ReplaceLineEndings("\n").Split(Fence).Skip(1))
            .Select(block => block[..block.IndexOf("```", StringComparison.Ordinal)].Split('\n', 2))
            .Select(block => new TestCaseData(block[0], block[1])
                .SetName($"Document_Shows_WhatComesOutOf({block[0]})"));

    [TestCaseSource(nameof(Consoles))]
    public async Task Document_Shows_WhatComesOut(string command, string shown)
    {
        var tool = Path.Combine(TestContext.CurrentContext.TestDirectory, "CxoneAssist.Host.Cli.dll");
        var script = $"cxone-assist() {{ dotnet '{tool}' \"$@\"; }}\n{command}";
        using var shell = Process.Start(new ProcessStartInfo("bash", ["-c", script])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = Repository.At(),
        })!;
        using var patience = new CancellationTokenSource(Patience);

        var output = await shell.StandardOutput.ReadToEndAsync(patience.Token);

        Assert.That(output.TrimEnd(), Is.EqualTo(shown.TrimEnd()));
    }

    [Test]
    public void Documents_HaveConsoles() => Assert.That(Consoles().Count(), Is.EqualTo(5));

    [TestCaseSource(nameof(Lines))]
    public async Task Document_NamesOnly_CommandsAndOptionsThatThereAre(string line)
    {
        string[] words = [.. line.Split(' ').TakeWhile(word => Word().IsMatch(word)).Take(2)];

        var help = await Tool.RunAsync([.. words, "--help"]);

        Assert.That((help.Code, help.Errors), Is.EqualTo((0, "")));
        var named = words.Concat(Option().Matches(line).Select(option => option.Value));
        Assert.That(named.Where(name => !help.Output.Contains(name, StringComparison.Ordinal)), Is.Empty, help.Output);
    }

    [Test]
    public void Documents_NameCommands() => Assert.That(Lines().Count(), Is.GreaterThan(25));

    /// <summary>
    /// What follows the tool's name wherever a document shows it. The settings of serve are the
    /// host's.
    /// </summary>
    public static IEnumerable<string> Lines() => Documents()
        .SelectMany(file => Command().Matches(File.ReadAllText(file)))
        .Select(command => command.Groups["line"].Value.Trim())
        .Where(line => !line.StartsWith("serve", StringComparison.Ordinal))
        .Distinct();

    private static IEnumerable<string> Documents() =>
    [
        Repository.At("README.md"),
        Repository.At("CONTRIBUTING.md"),
        Repository.At("src", "Host.Cli", "README.md"),
        .. Directory.EnumerateFiles(Repository.At("docs"), "*.md").Order(StringComparer.Ordinal),
    ];

    [GeneratedRegex(@"(cxone-assist|dotnet run --project src/Host\.Cli --) (?<line>[^`|\n]*)")]
    private static partial Regex Command();

    [GeneratedRegex("^[a-z]+$")]
    private static partial Regex Word();

    [GeneratedRegex(@"(?<=[ \[])--[a-z-]+")]
    private static partial Regex Option();
}
