using System.Diagnostics;
using System.Runtime.InteropServices;

namespace CxoneAssist.Host.Cli.Sandbox.Service;

/// <summary>Asks a process to stop, where the operating system has a signal for it.</summary>
internal static class StopSignal
{
    private const int Terminate = 15;

    /// <summary>Whether the process was asked; otherwise it can only be killed.</summary>
    public static bool TrySend(Process process) => !OperatingSystem.IsWindows() && Kill(process.Id, Terminate) == 0;

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int pid, int signal);
}
