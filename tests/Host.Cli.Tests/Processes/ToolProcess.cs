using System.Diagnostics;

namespace CxoneAssist.Host.Cli.Tests.Processes;

/// <summary>The tool in a separate process.</summary>
internal sealed class ToolProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly CancellationTokenSource _patience = new(Patience);

    private ToolProcess(Process process) => Process = process;

    public Process Process { get; }

    public CancellationToken Token => _patience.Token;

    public static ToolProcess Start(params string[] args) => Start([], args);

    /// <summary>Starts it with variables of its environment.</summary>
    public static ToolProcess Start(Dictionary<string, string?> environment, string[] args)
    {
        var program = Path.Combine(TestContext.CurrentContext.TestDirectory, "CxoneAssist.Host.Cli.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. args])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new(Process.Start(start)!);
    }

    public async Task<(int Code, string Output, string Errors)> EndAsync()
    {
        var (output, errors) = (Process.StandardOutput.ReadToEndAsync(Token), Process.StandardError.ReadToEndAsync(Token));
        await Process.WaitForExitAsync(Token);
        return (Process.ExitCode, (await output).ReplaceLineEndings("\n"), (await errors).ReplaceLineEndings("\n"));
    }

    public void Dispose()
    {
        Process.Kill(entireProcessTree: true);
        Process.Dispose();
        _patience.Dispose();
    }
}
