using System.Diagnostics;
using System.Runtime.InteropServices;

namespace CxoneAssist.Tests.Shared.PostgreSql;

/// <summary>A running server. It ends with the tests, however they end, short of being killed themselves.</summary>
internal sealed class ServerProcess : IDisposable
{
    private const int Quit = 3;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly List<string> _log = [];
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServerProcess(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start };
        _process.ErrorDataReceived += (_, line) => Heard(line.Data);
        _process.OutputDataReceived += (_, line) => Heard(line.Data);
        AppDomain.CurrentDomain.ProcessExit += EndWithTheTests;
    }

    public int Id => _process.Id;

    /// <summary>Starts it and waits until it says that it takes connections.</summary>
    public static async Task<ServerProcess> StartAsync(ProcessStartInfo start)
    {
        var server = new ServerProcess(start);
        server._process.Start();
        server._process.BeginErrorReadLine();
        server._process.BeginOutputReadLine();
        var ended = server._process.WaitForExitAsync();
        if (await Task.WhenAny(server._ready.Task, ended).WaitAsync(Patience) == ended)
        {
            throw new InvalidOperationException("The server ended instead of starting: " + string.Join('\n', server._log));
        }

        return server;
    }

    /// <summary>Sends it a signal and waits for its end.</summary>
    public async Task EndAsync(int signal)
    {
        AppDomain.CurrentDomain.ProcessExit -= EndWithTheTests;
        _ = Kill(_process.Id, signal);
        await _process.WaitForExitAsync().WaitAsync(Patience);
        Dispose();
    }

    public void Dispose() => _process.Dispose();

    private void Heard(string? line)
    {
        lock (_log)
        {
            _log.Add(line ?? "");
        }

        if (line?.Contains("database system is ready to accept connections", StringComparison.Ordinal) == true)
        {
            _ready.TrySetResult();
        }
    }

    private void EndWithTheTests(object? sender, EventArgs e) => _ = Kill(_process.Id, Quit);

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}
