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

    public static ToolProcess Start(params string[] args)
    {
        var program = Path.Combine(TestContext.CurrentContext.TestDirectory, "CxoneAssist.Host.Cli.dll");
        return new(Process.Start(new ProcessStartInfo("dotnet", [program, .. args])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!);
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
