using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace CxoneAssist.Faults.Tests.Harness;

/// <summary>strace on running processes: their system calls in order.</summary>
internal sealed class Tracer : IAsyncDisposable
{
    private const string RequiredVariable = "CXONEASSIST_REQUIRE_STRACE";
    private const string Calls = "trace=read,recvfrom,recvmsg,readv,write,writev,sendto,sendmsg,pwrite64,pwritev,fsync,fdatasync";
    private const int Interrupt = 2;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly string _file;

    private Tracer(Process process, string file) => (_process, _file) = (process, file);

    /// <summary>
    /// Attaches to processes. Where that is not possible, the test is skipped, or fails where
    /// strace is required.
    /// </summary>
    public static async Task<Tracer> AttachAsync(string file, IReadOnlyCollection<int> processes)
    {
        var arguments = new List<string> { "-f", "-s", "70000", "-e", Calls, "-o", file };
        arguments.AddRange(processes.SelectMany(id => new[] { "-p", id.ToString(CultureInfo.InvariantCulture) }));
        var process = new Process { StartInfo = new ProcessStartInfo("strace", arguments) { RedirectStandardError = true } };
        try
        {
            process.Start();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Skip("strace is not installed on this machine.");
        }

        for (var attached = 0; attached < processes.Count;)
        {
            var line = await process.StandardError.ReadLineAsync().WaitAsync(Patience);
            if (line is null || line.Contains("not permitted", StringComparison.Ordinal))
            {
                Skip($"strace cannot attach here: {line}");
            }

            attached += line!.Contains("attached", StringComparison.Ordinal) ? 1 : 0;
        }

        _ = process.StandardError.ReadToEndAsync();
        return new Tracer(process, file);
    }

    /// <summary>The process and those it has started.</summary>
    public static int[] Family(int process) =>
    [
        process,
        .. File.ReadAllText($"/proc/{process}/task/{process}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(child => int.Parse(child, CultureInfo.InvariantCulture)),
    ];

    /// <summary>Detaches from the processes.</summary>
    public async Task<string[]> DetachAsync()
    {
        if (!_process.HasExited)
        {
            _ = Kill(_process.Id, Interrupt);
            await _process.WaitForExitAsync().WaitAsync(Patience);
        }

        return await File.ReadAllLinesAsync(_file);
    }

    public async ValueTask DisposeAsync()
    {
        await DetachAsync();
        _process.Dispose();
    }

    private static void Skip(string reason)
    {
        if (Environment.GetEnvironmentVariable(RequiredVariable) == "1")
        {
            Assert.Fail($"{reason} {RequiredVariable} says that it must work.");
        }

        Assert.Ignore(reason);
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}
