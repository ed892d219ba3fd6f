using System.Diagnostics;
using CxoneAssist.Host.Cli.Tests.Running;

namespace CxoneAssist.Host.Cli.Tests.Processes;

/// <summary>What the documents show as a console really comes out of it.</summary>
[Platform(Exclude = "Win", Reason = "The documents show a POSIX shell.")]
internal sealed class DocumentedCommandsTests
{
    private const string Fence = "```console\n$ ";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static IEnumerable<TestCaseData> Consoles() =>
        File.ReadAllText(Repository.At("docs", "policy.md")).ReplaceLineEndings("\n").Split(Fence).Skip(1)
            .Select(block => block[..block.IndexOf("```", StringComparison.Ordinal)].Split('\n', 2))
            .Select(block => new TestCaseData(block[0], block[1]).SetName($"Document_Shows_WhatComesOutOf({block[0]})"));

    [TestCaseSource(nameof(Consoles))]
    public async Task Document_Shows_WhatComesOut(string command, string shown)
    {
        var tool = Path.Combine(TestContext.CurrentContext.TestDirectory, "CxoneAssist.Host.Cli.dll");
        using var shell = Process.Start(new ProcessStartInfo("bash", ["-c", $"cxone-assist() {{ dotnet '{tool}' \"$@\"; }}\n{command}"])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = Repository.At(),
        })!;
        using var patience = new CancellationTokenSource(Patience);

        var output = await shell.StandardOutput.ReadToEndAsync(patience.Token);

        Assert.That(output.TrimEnd(), Is.EqualTo(shown.TrimEnd()));
    }

    [Test]
    public void Document_HasConsoles() => Assert.That(Consoles().Count(), Is.EqualTo(4));
}
