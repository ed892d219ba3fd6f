using System.ComponentModel;
using System.Diagnostics;
using CxoneAssist.Host.Cli.CommandLine;

namespace CxoneAssist.Host.Cli.Sandbox.Service;

/// <summary>
/// The host as a separate process. Disposing asks it to stop, and kills it where it does not.
/// </summary>
internal sealed class ServiceProcess : IAsyncDisposable
{
    /// <summary>The file that holds the host's output.</summary>
    public const string LogName = "host.log";

    private static readonly TimeSpan GraceTime = TimeSpan.FromSeconds(15);

    private readonly TaskCompletionSource<Uri> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly OutputTail _output = new();
    private readonly OutputTail _errors = new();
    private readonly Process _process;
    private readonly TextWriter _log;
    private readonly TimeProvider _time;

    private ServiceProcess(Process process, TextWriter log, TimeProvider time)
    {
        (_process, _log, _time) = (process, TextWriter.Synchronized(log), time);
        Exited = WatchAsync();
    }

    /// <summary>
    /// The address it listens on. Fails with a <see cref="CommandFailure"/> when the host exits
    /// before that.
    /// </summary>
    public Task<Uri> Listening => _listening.Task;

    /// <summary>Its exit code, once it has exited.</summary>
    public Task<int> Exited { get; }

    /// <summary>Starts a host.</summary>
    /// <param name="program">The program to start.</param>
    /// <param name="settings">Its settings, as environment variables.</param>
    /// <param name="workingFolder">
    /// The folder it runs in; its output is kept there, in <see cref="LogName"/>.
    /// </param>
    /// <param name="time">The clock of the grace time.</param>
    /// <exception cref="CommandFailure">The program is not there.</exception>
    public static ServiceProcess Start(
        ServiceProgram program, IReadOnlyDictionary<string, string> settings, string workingFolder, TimeProvider time)
    {
        var start = new ProcessStartInfo(program.File, program.Arguments)
        {
            WorkingDirectory = workingFolder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        ServiceEnvironment.Apply(start, settings);
        var process = Launch(start, program);
        return new ServiceProcess(process, File.CreateText(Path.Combine(workingFolder, LogName)), time);
    }

    /// <summary>The error for a host that is not usable, with the end of its output.</summary>
    public CommandFailure Failure(string what)
    {
        var (stream, output) = _errors.Text() is { Length: > 0 } errors
            ? ("standard error", errors)
            : ("standard output", _output.Text());
        return new CommandFailure(
            output.Length == 0 ? what + " It wrote no output." : $"{what} The end of its {stream}:\n{output}");
    }

    /// <summary>The error for a host that has exited.</summary>
    public CommandFailure ExitFailure() =>
        Failure(FormattableString.Invariant($"The host exited by itself with code {_process.ExitCode}."));

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited && StopSignal.TrySend(_process))
        {
            await Task.WhenAny(Exited, Task.Delay(GraceTime, _time));
        }

        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        await Exited;
        _process.Dispose();
    }

    private static Process Launch(ProcessStartInfo start, ServiceProgram program)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception failure)
        {
            var remedy = DotnetCommand.Is(program.File) ? " It needs the .NET runtime, with dotnet on the path." : "";
            throw new CommandFailure($"{program.Name} cannot be started: {failure.Message}.{remedy}");
        }
    }

    private async Task<int> WatchAsync()
    {
        await Task.WhenAll(
            ReadAsync(_process.StandardOutput, HearOutput), ReadAsync(_process.StandardError, _errors.Add),
            _process.WaitForExitAsync());
        await _log.DisposeAsync();
        _listening.TrySetException(ExitFailure());
        _ = _listening.Task.Exception;
        return _process.ExitCode;
    }

    private async Task ReadAsync(StreamReader reader, Action<string> heard)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            await _log.WriteLineAsync(line);
            heard(line);
        }
    }

    private void HearOutput(string line)
    {
        _output.Add(line);
        if (!_listening.Task.IsCompleted && ListeningLine.Address(line) is { } address)
        {
            _listening.TrySetResult(address);
        }
    }
}
