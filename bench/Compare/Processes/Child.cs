using System.Diagnostics;
using System.Runtime.InteropServices;

namespace CxoneAssist.Compare.Processes;

/// <summary>A process that was started here, and is stopped here whatever happens.</summary>
internal sealed class Child : IAsyncDisposable
{
    private const int Terminate = 15;
    private const int TailLines = 20;

    private static readonly TimeSpan GraceTime = TimeSpan.FromSeconds(10);

    private readonly Process _process;
    private readonly Queue<string> _tail = [];

    private Child(Process process) => _process = process;

    /// <summary>Starts it without the settings and proxies of our own environment.</summary>
    public static Child Start(string program, IEnumerable<string> arguments, string folder, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(IsForeign).ToArray())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new Child(Process.Start(start)!);
    }

    public StreamReader Output => _process.StandardOutput;

    public StreamWriter Input => _process.StandardInput;

    public bool HasExited => _process.HasExited;

    public ProcessUsage Usage => ProcessUsage.Of(_process.Id);

    /// <summary>Keeps the end of what it says: a full pipe would stop it.</summary>
    public Child Listened()
    {
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.BeginOutputReadLine();
        return ErrorsListened();
    }

    public Child ErrorsListened()
    {
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginErrorReadLine();
        return this;
    }

    public string Tail()
    {
        lock (_tail)
        {
            return string.Join('\n', _tail);
        }
    }

    /// <summary>Waits for its end, which has to be a good one.</summary>
    public async Task FinishAsync(string what, CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken);
        if (_process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{what} failed with {_process.ExitCode}:\n{Tail()}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited && !OperatingSystem.IsWindows() && Kill(_process.Id, Terminate) == 0)
        {
            await Task.WhenAny(_process.WaitForExitAsync(), Task.Delay(GraceTime, TimeProvider.System));
        }

        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private static bool IsForeign(string name) =>
        name.EndsWith("_proxy", StringComparison.OrdinalIgnoreCase)
        || Array.Exists(
            ["CXONE_", "CxoneAssist__", "ConnectionStrings__", "Logging__", "Kestrel__", "ASPNETCORE_", "PORT"],
            start => name.StartsWith(start, StringComparison.OrdinalIgnoreCase));

    private void Keep(string? line)
    {
        lock (_tail)
        {
            if (line is not null)
            {
                _tail.Enqueue(line);
            }

            if (_tail.Count > TailLines)
            {
                _tail.Dequeue();
            }
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}
