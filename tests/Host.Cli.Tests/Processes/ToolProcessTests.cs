using System.Runtime.InteropServices;
using System.Text.Json;
using CxoneAssist.Host.Cli.Tests.Backtest;
using CxoneAssist.Host.Cli.Tests.Inbox;
using CxoneAssist.Host.Cli.Tests.Running;

namespace CxoneAssist.Host.Cli.Tests.Processes;

internal sealed class ToolProcessTests
{
    private const int Interrupt = 2;

    [Test]
    public async Task Backtest_WithJson_WritesOneDocumentAndNoMark()
    {
        using var temp = new TempFolder();
        using var tool = ToolProcess.Start(
            "policy", "backtest", temp.Write("p.json", Given.Default), "--input", temp.Write("s.csv", Given.Surveys), "--json");

        var (code, output, errors) = await tool.EndAsync();

        Assert.That((code, errors), Is.EqualTo((0, "")));
        Assert.That(output, Does.StartWith("{").And.EndWith("}\n"));
        Assert.That(() => JsonDocument.Parse(output).Dispose(), Throws.Nothing);
    }

    [Test]
    public async Task Page_Redirected_HasNoColoursAndNoTrailingBlanks()
    {
        using var temp = new TempFolder();
        using var tool = ToolProcess.Start("policy", "show", temp.Write("p.json", Given.Stricter));

        var (code, output, _) = await tool.EndAsync();

        Assert.That(code, Is.Zero);
        Assert.That(output, Does.Contain("─").And.Not.Match(@"[^\P{Cc}\n]").And.Not.Match(@" \n"));
    }

    [Test]
    public async Task Output_ToAReaderThatIsGone_EndsQuietly()
    {
        using var temp = new TempFolder();
        using var tool = ToolProcess.Start("policy", "backtest", temp.Write("p.json", Given.Default), "--input", "-");
        tool.Process.StandardOutput.Close();

        await tool.Process.StandardInput.WriteAsync(Given.Surveys);
        tool.Process.StandardInput.Close();
        var errors = await tool.Process.StandardError.ReadToEndAsync(tool.Token);
        await tool.Process.WaitForExitAsync(tool.Token);

        Assert.That((tool.Process.ExitCode, errors), Is.EqualTo((0, "")));
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "Signals are sent as on POSIX systems.")]
    public async Task Backtest_InterruptedInTheMiddle_Exits130()
    {
        using var temp = new TempFolder();
        using var tool = ToolProcess.Start("policy", "backtest", temp.Write("p.json", Given.Default), "--input", "-", "--report", temp.At("r.html"));

        // The tool reads on as long as the input is open.
        await tool.Process.StandardInput.WriteAsync(Given.Surveys);
        await tool.Process.StandardInput.FlushAsync();
        await WaitForAsync(() => Directory.GetFiles(Path.GetDirectoryName(temp.At("r.html"))!, "*.report").Length > 0, tool.Token);
        Assert.That(Kill(tool.Process.Id, Interrupt), Is.Zero);

        var (code, output, errors) = await tool.EndAsync();
        Assert.That((code, output, errors), Is.EqualTo((130, "", "Stopped.\n")));
        Assert.That(Directory.GetFiles(Path.GetDirectoryName(temp.At("r.html"))!), Is.EqualTo([temp.At("p.json")]));
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "Signals are sent as on POSIX systems.")]
    public async Task Backtest_InterruptedBeforeAnyData_Exits130AtOnce()
    {
        using var temp = new TempFolder();
        using var tool = ToolProcess.Start("policy", "backtest", temp.Write("p.json", Given.Default), "--input", "-", "--report", temp.At("r.html"));

        await WaitForAsync(() => Directory.GetFiles(Path.GetDirectoryName(temp.At("r.html"))!, "*.report").Length > 0, tool.Token);
        Assert.That(Kill(tool.Process.Id, Interrupt), Is.Zero);

        var (code, output, errors) = await tool.EndAsync();
        Assert.That((code, output, errors), Is.EqualTo((130, "", "Stopped.\n")));
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "Shells of POSIX systems make such pipes.")]
    public async Task Policy_FromAPipe_IsRead()
    {
        using var temp = new TempFolder();
        using var tool = ToolProcess.Start("policy", "lint", "/dev/stdin", "--json");

        await tool.Process.StandardInput.WriteAsync(Given.Default);
        tool.Process.StandardInput.Close();

        var (code, output, _) = await tool.EndAsync();
        Assert.That((code, output), Is.EqualTo((0, "{\"findings\":0,\"files\":[{\"file\":\"/dev/stdin\",\"findings\":[]}]}\n")));
    }

    [Test]
    public async Task Inbox_OfAnotherProcess_IsReadWhileThatOneHoldsIt_AndNotAmended()
    {
        using var temp = new TempFolder();
        await using var host = await FilledInbox.SqliteAsync(temp.At("inbox.db"));
        using var list = ToolProcess.Start("inbox", "list", "--inbox", temp.At("inbox.db"), "--json");
        using var replay = ToolProcess.Start("inbox", "replay", "parked-1", "--note", "why", "--inbox", temp.At("inbox.db"));

        var (listed, refused) = (await list.EndAsync(), await replay.EndAsync());

        Assert.That(listed.Code, Is.Zero, listed.Errors);
        Assert.That(listed.Output, Does.Contain("\"parked-1\""));
        Assert.That((refused.Code, refused.Output), Is.EqualTo((1, "")));
        Assert.That(refused.Errors, Does.Contain("is in use by a running host"));
        Assert.That(async () => await host.ProbeAsync(CancellationToken.None), Throws.Nothing);
    }

    [TestCase("--help", "inbox")]
    [TestCase("policy backtest --help", "--against")]
    [TestCase("inbox replay --help", "--note")]
    [TestCase("check --help", "--interaction")]
    public async Task Help_OfACommand_HasExamplesAndExitCodes(string arguments, string mentions)
    {
        using var tool = ToolProcess.Start(arguments.Split(' '));

        var (code, output, _) = await tool.EndAsync();

        Assert.That(code, Is.Zero);
        Assert.That(output, Does.Contain(mentions).And.Contain("\nUsage:\n  cxone-assist"));
        Assert.That(output, Does.Contain("Examples:\n  cxone-assist ").And.Contain("Exit codes: 0 done"));
    }

    private static async Task WaitForAsync(Func<bool> condition, CancellationToken cancellationToken)
    {
        while (!condition())
        {
            cancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}
