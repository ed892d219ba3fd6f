using System.Diagnostics;
using System.Runtime.InteropServices;

namespace CxoneAssist.EndToEnd.Tests.Running;

/// <summary>Signals, which the framework can receive but not send.</summary>
internal static class Signal
{
    private const int Hup = 1;
    private const int Int = 2;
    private const int Term = 15;
    private static readonly int Cont = OperatingSystem.IsMacOS() ? 19 : 18;
    private static readonly int Stop = OperatingSystem.IsMacOS() ? 17 : 19;

    public static void Terminate(Process process)
    {
        if (OperatingSystem.IsWindows())
        {
            // There is no such signal: what asks for it is left out there.
            process.Kill();
        }
        else
        {
            Send(process, Term);
        }
    }

    public static void Suspend(Process process) => Send(process, Stop);

    public static void Resume(Process process) => Send(process, Cont);

    public static void HangUp(Process process) => Send(process, Hup);

    public static void Interrupt(Process process) => Send(process, Int);

    private static void Send(Process process, int signal)
    {
        if (Kill(process.Id, signal) != 0)
        {
            throw new InvalidOperationException($"Process {process.Id} took no signal {signal} (error {Marshal.GetLastPInvokeError()}).");
        }
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}
