using System.Diagnostics;
using CxoneAssist.Host.Cli.Sandbox.Service;

namespace CxoneAssist.Host.Cli.Tests.Sandbox.Running;

/// <summary>Runs the command in a separate process.</summary>
internal static class SandboxProcess
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static Task<(int Code, string Output, string Errors)> RunAsync(RunFolder temp, params string[] options) =>
        RunAsync(temp, options, []);

    /// <summary>The same with variables of the environment.</summary>
    public static async Task<(int Code, string Output, string Errors)> RunAsync(
        RunFolder temp, string[] options, params (string Name, string Value)[] environment)
    {
        var program = Path.Combine(TestContext.CurrentContext.TestDirectory, "CxoneAssist.Host.Cli.dll");
        var start = new ProcessStartInfo("dotnet", [program, "sandbox", .. options]) { RedirectStandardOutput = true, RedirectStandardError = true };
        ServiceEnvironment.Apply(start, environment.Append(("TMPDIR", temp.OfRun)).Append(("TMP", temp.OfRun)).ToDictionary());

        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, (await output).ReplaceLineEndings("\n"), (await errors).ReplaceLineEndings("\n"));
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }
}
