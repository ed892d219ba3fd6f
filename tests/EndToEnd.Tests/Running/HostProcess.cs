using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace CxoneAssist.EndToEnd.Tests.Running;

/// <summary>The published host in a separate process.</summary>
internal sealed partial class HostProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    // The framework that runs this test runs the host: whatever else is installed does not matter.
    private static readonly string Dotnet = Path.GetFullPath(
        Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));

    private readonly Process _process;
    private readonly ProcessOutput _output = new();
    private readonly ProcessOutput _errors = new();
    private bool _isWhole;

    private HostProcess(HostSettings settings)
    {
        string[] command = [Dotnet, Path.Combine(AppContext.BaseDirectory, settings.Program), .. settings.Arguments];
        if (settings.OpenFiles is { } files)
        {
            command = ["prlimit", $"--nofile={files}", .. command];
        }

        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = settings.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        settings.ApplyTo(start.Environment);
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => _output.Add(line.Data);
        _process.ErrorDataReceived += (_, line) => _errors.Add(line.Data);
        AppDomain.CurrentDomain.ProcessExit += EndWithTheTests;
    }

    public int Id => _process.Id;

    /// <summary>The address it listens on.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    /// <summary>The lines of its log, once it has ended: what a running one logs arrives later.</summary>
    public IReadOnlyList<string> Log => AllOf(_output);

    /// <summary>What it wrote to standard error, once it has ended.</summary>
    public IReadOnlyList<string> Errors => AllOf(_errors);

    public bool HasEnded => _process.HasExited;

    /// <summary>Starts a host and waits until it listens.</summary>
    public static async Task<HostProcess> StartAsync(HostSettings settings)
    {
        var host = Launch(settings);
        try
        {
            var listening = host._output.FirstAsync(line => Listening().IsMatch(line));
            var ended = host._process.WaitForExitAsync();
            if (await Task.WhenAny(listening, ended).WaitAsync(Patience) == ended)
            {
                throw new InvalidOperationException("The host ended instead of listening." + Environment.NewLine + host.Tail());
            }

            host.Address = new Uri($"http://127.0.0.1:{Listening().Match(await listening).Groups[1].Value}/");
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts a host that is to end by itself.</summary>
    public static async Task<(int ExitCode, string Errors, string Log)> RunToItsEndAsync(HostSettings settings)
    {
        await using var host = Launch(settings);
        await host.EndedAsync();
        return (host._process.ExitCode, string.Join('\n', host.Errors), string.Join('\n', host.Log));
    }

    /// <summary>
    /// Waits until it has written such a line to standard error. For one caller at a time.
    /// </summary>
    public Task<string> SaysAsync(Func<string, bool> condition) => _errors.FirstAsync(condition).WaitAsync(Patience);

    /// <summary>Waits until it has logged such a line. For one caller at a time.</summary>
    public Task<string> LogsAsync(Func<string, bool> condition) => _output.FirstAsync(condition).WaitAsync(Patience);

    /// <summary>Waits until it has ended by itself.</summary>
    public async Task<int> EndsAsync()
    {
        await EndedAsync();
        return _process.ExitCode;
    }

    /// <summary>
    /// Freezes the process: it keeps its connections and locks, and does nothing.
    /// </summary>
    public void Suspend() => Signal.Suspend(_process);

    /// <summary>Resumes the process.</summary>
    public void Resume() => Signal.Resume(_process);

    /// <summary>Sends the process a signal, whose meaning depends on the program.</summary>
    public void HangUp() => Signal.HangUp(_process);

    /// <summary>Interrupts the process, as Ctrl-C does.</summary>
    public void Interrupt() => Signal.Interrupt(_process);

    /// <summary>
    /// Kills the process, as a power cut would: none of its code runs any further.
    /// </summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await EndedAsync();
    }

    /// <summary>Asks it to stop, as a service manager would.</summary>
    public async Task<int> StopAsync()
    {
        Signal.Terminate(_process);
        await EndedAsync();
        return _process.ExitCode;
    }

    /// <summary>The last lines of everything it wrote.</summary>
    public string Tail() => $"--- log of host {_process.Id} ---\n{_output.Tail()}\n--- errors ---\n{_errors.Tail()}";

    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= EndWithTheTests;
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await EndedAsync();
        _process.Dispose();
    }

    private static HostProcess Launch(HostSettings settings)
    {
        var host = new HostProcess(settings);
        host._process.Start();
        host._process.BeginOutputReadLine();
        host._process.BeginErrorReadLine();
        return host;
    }

    // Also waits for its output, which may arrive after its end.
    private async Task EndedAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(Patience);
        _isWhole = true;
    }

    private IReadOnlyList<string> AllOf(ProcessOutput output) =>
        _isWhole ? output.Lines : throw new InvalidOperationException("Stop the host before its output is read, or wait for the line.");

    private void EndWithTheTests(object? sender, EventArgs e)
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }
    }

    [GeneratedRegex(@"Now listening on: https?://\S+?:(\d+)""")]
    private static partial Regex Listening();
}
