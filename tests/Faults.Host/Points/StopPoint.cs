using System.Globalization;
using System.Runtime.InteropServices;
using CxoneAssist.Application.Ports;
using CxoneAssist.Faults.Host.Composition;

namespace CxoneAssist.Faults.Host.Points;

/// <summary>
/// Kills or suspends this process at a point: <c>FAULT_STOP_AT=before:create</c>, at the occurrence
/// <c>FAULT_OCCURRENCE</c> (default 1), with <c>FAULT_ACTION</c> <c>kill</c> (default) or
/// <c>stop</c>. No code of the process runs any further, including finalizers and buffers.
/// </summary>
internal sealed class StopPoint(string name, int occurrence, bool suspend)
{
    private const int KillNow = 9;

    private static readonly int Stop = OperatingSystem.IsMacOS() ? 17 : 19;

    private int _seen;

    public static StopPoint From(IConfiguration configuration) => new(
        configuration["FAULT_STOP_AT"] ?? "",
        int.Parse(configuration["FAULT_OCCURRENCE"] ?? "1", CultureInfo.InvariantCulture),
        configuration["FAULT_ACTION"] == "stop");

    /// <summary>Runs an action between its two points.</summary>
    public async Task<T> AroundAsync<T>(string what, Func<Task<T>> run)
    {
        Reached("before:" + what);
        var result = await run();
        Reached("after:" + what);
        return result;
    }

    public void Reached(string point)
    {
        if (point != name || Interlocked.Increment(ref _seen) != occurrence)
        {
            return;
        }

        FaultEvidence.Say($"{(suspend ? "stopped" : "killed")} at {point} #{occurrence}");
        // Sent to this thread: a signal to the process could go to another thread, and this one
        // would pass the point before all of them stop.
        var error = Kill(Self(), suspend ? Stop : KillNow);
        if (error != 0)
        {
            throw new InvalidOperationException($"The signal was refused (error {error}).");
        }
    }

    [DllImport("libc", EntryPoint = "pthread_kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(nint thread, int signal);

    [DllImport("libc", EntryPoint = "pthread_self")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint Self();
}

internal static class StopPointServices
{
    public static IServiceCollection AddStopPoint(this IServiceCollection services, IConfiguration configuration)
    {
        var point = StopPoint.From(configuration);
        services.Decorate<IFollowUpInbox>((_, inner) => new StopPointInbox(inner, point));
        services.Decorate<IWorkflowTasks>((provider, inner) => new StopPointTasks(inner, point, provider.GetRequiredService<TimeProvider>()));
        return services.DecorateTransport(() => new StopPointCalls(point, configuration["FAULT_POISON"]));
    }
}
