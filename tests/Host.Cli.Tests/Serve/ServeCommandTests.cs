using System.Diagnostics;
using System.Runtime.InteropServices;
using CxoneAssist.Host.Cli.Tests.Processes;
using CxoneAssist.Host.Cli.Tests.Running;

namespace CxoneAssist.Host.Cli.Tests.Serve;

/// <summary>The web host as a command of the tool: the same settings, answers and exit codes.</summary>
internal sealed class ServeCommandTests
{
    private const int Interrupt = 2;
    private const int Terminate = 15;

    [TestCase("--help")]
    [TestCase("--CxoneAssist:Bind=127.0.0.1 -h")]
    public async Task Serve_AskedForHelp_ShowsTheSettingsOfTheHost(string arguments)
    {
        using var tool = ToolProcess.Start(["serve", .. arguments.Split(' ')]);

        var (code, output, errors) = await tool.EndAsync();

        Assert.That((code, errors), Is.EqualTo((0, "")));
        Assert.That(output, Does.Contain("Usage: cxone-assist serve [--SETTING=VALUE ...]").And.Contain("CXONE_CLIENT_SECRET"));
    }

    [TestCase("--CxoneAssist:FollowUp:Mod=Shadow", 2, "write --CxoneAssist:FollowUp:Mode")]
    [TestCase("--json", 2, "--json is not a setting")]
    [TestCase("--PORT=0", 78, "CxoneAssist:Cxone:ClientId")]
    public async Task Serve_ThatCannotStart_EndsAsTheHostDoes(string argument, int exitCode, string sentence)
    {
        using var tool = ToolProcess.Start("serve", argument);

        var (code, output, errors) = await tool.EndAsync();

        Assert.That((code, output), Is.EqualTo((exitCode, "")));
        Assert.That(errors, Does.StartWith("CxoneAssist cannot start: ").And.Contain(sentence));
    }

    [Test]
    public async Task Serve_AfterJson_IsRefused()
    {
        var run = await Tool.RunAsync("--json", "serve");

        Assert.That(run.Code, Is.EqualTo(2));
        Assert.That(run.Json.GetProperty("error").GetString(), Does.StartWith("serve does not answer with --json"));
    }

    [TestCase(Interrupt)]
    [TestCase(Terminate)]
    [Platform(Exclude = "Win", Reason = "Signals are sent as on POSIX systems.")]
    public async Task Serve_AskedToStop_StopsWithExitCode0(int signal)
    {
        using var temp = new TempFolder();
        using var tool = ToolProcess.Start(
            "serve", "--PORT=0", "--CxoneAssist:Bind=127.0.0.1", "--CxoneAssist:Cxone:BaseUrl=http://127.0.0.1:1",
            "--CxoneAssist:Cxone:ClientId=id", "--CxoneAssist:Cxone:ClientSecret=secret",
            "--CxoneAssist:Webhook:AllowUnsigned=true", "--ConnectionStrings:Inbox=Data Source=" + temp.At("inbox.db"));
        await ListeningAsync(tool);

        Assert.That(Kill(tool.Process.Id, signal), Is.Zero);

        var (code, _, errors) = await tool.EndAsync();
        Assert.That((code, errors), Is.EqualTo((0, "")));
    }

    [Test]
    [Platform(Include = "Linux", Reason = "The terminal is one of Linux.")]
    public async Task Serve_OnATerminal_LogsForPeople()
    {
        using var temp = new TempFolder();
        var tool = Path.Combine(TestContext.CurrentContext.TestDirectory, "CxoneAssist.Host.Cli.dll");
        // The shell that runs the command is another one everywhere, and some end with 130 themselves at Ctrl-C: the tool takes its place.
        var serve = $"exec dotnet '{tool}' serve --PORT=0 --CxoneAssist:Bind=127.0.0.1 --CxoneAssist:Cxone:BaseUrl=http://127.0.0.1:1 "
            + "--CxoneAssist:Cxone:ClientId=id --CxoneAssist:Cxone:ClientSecret=secret --CxoneAssist:Webhook:AllowUnsigned=true "
            + $"'--ConnectionStrings:Inbox=Data Source={temp.At("inbox.db")}'";
        using var terminal = Process.Start(new ProcessStartInfo("script", ["--quiet", "--return", "--command", serve, "/dev/null"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        List<string> lines = [];
        while (lines.LastOrDefault()?.Contains("Application started", StringComparison.Ordinal) != true
            && await terminal.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            lines.Add(line);
        }

        await terminal.StandardInput.WriteAsync('\u0003');
        await terminal.StandardInput.FlushAsync(patience.Token);
        await terminal.WaitForExitAsync(patience.Token);

        Assert.That(lines, Has.Some.Match("^[0-9-]+ [0-9:]+Z .*info.*Application started").And.None.StartsWith("{"));
        Assert.That(terminal.ExitCode, Is.Zero, "Ctrl-C");
    }

    [Test]
    public async Task Serve_Elsewhere_LogsJsonWithApostrophesAsTheyAre()
    {
        using var temp = new TempFolder();
        using var tool = ToolProcess.Start(
            "serve", "--PORT=0", "--CxoneAssist:Bind=127.0.0.1", "--CxoneAssist:Cxone:BaseUrl=http://127.0.0.1:1",
            "--CxoneAssist:Cxone:ClientId=id", "--CxoneAssist:Cxone:ClientSecret=secret",
            "--CxoneAssist:Webhook:AllowUnsigned=true", "--ConnectionStrings:Inbox=Data Source=" + temp.At("it's.db"));
        List<string> lines = [];
        while (lines.LastOrDefault()?.Contains("Application started", StringComparison.Ordinal) != true
            && await tool.Process.StandardOutput.ReadLineAsync(tool.Token) is { } line)
        {
            lines.Add(line);
        }

        tool.Process.Kill();

        Assert.That(lines, Has.All.StartsWith("{").And.Some.Contains("it's.db"));
    }

    private static async Task ListeningAsync(ToolProcess tool)
    {
        while (await tool.Process.StandardOutput.ReadLineAsync(tool.Token) is { } line)
        {
            if (line.Contains("Application started", StringComparison.Ordinal))
            {
                return;
            }
        }

        Assert.Fail("The service ended: " + await tool.Process.StandardError.ReadToEndAsync(tool.Token));
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int pid, int signal);
}
