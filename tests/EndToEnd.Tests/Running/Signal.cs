using System.Diagnostics;
using System.Runtime.InteropServices;

namespace CxoneAssist.EndToEnd.Tests.Running;

/// <summary>SIGTERM, which the framework can receive but not send.</summary>
internal static class Signal
{
    private const int Term = 15;

    public static void Terminate(Process process)
    {
        if (OperatingSystem.IsWindows())
        {
            // There is no such signal: what asks for it is left out there.
            process.Kill();
        }
        else if (Kill(process.Id, Term) != 0)
        {
            throw new InvalidOperationException($"Process {process.Id} could not be asked to stop (error {Marshal.GetLastPInvokeError()}).");
        }
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}
