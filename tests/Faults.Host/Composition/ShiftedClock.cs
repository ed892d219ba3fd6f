using System.Globalization;
using System.Runtime.InteropServices;

namespace CxoneAssist.Faults.Host.Composition;

/// <summary>The system's clock, set forward or back by what a file says (a time span), each time the process is sent SIGHUP.</summary>
internal sealed class ShiftedClock : TimeProvider, IDisposable
{
    private readonly PosixSignalRegistration _signal;
    private long _shift;

    public ShiftedClock(string file) => _signal = PosixSignalRegistration.Create(PosixSignal.SIGHUP, context =>
    {
        context.Cancel = true;
        var shift = TimeSpan.Parse(File.ReadAllText(file), CultureInfo.InvariantCulture);
        Volatile.Write(ref _shift, shift.Ticks);
        FaultEvidence.Say($"clock {shift}");
    });

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.FromTicks(Volatile.Read(ref _shift));

    public void Dispose() => _signal.Dispose();
}

internal static class ShiftedClockServices
{
    public static void AddShiftedClock(this IServiceCollection services, IConfiguration configuration)
    {
        if (configuration["FAULT_CLOCK_FILE"] is { Length: > 0 } file)
        {
            services.AddSingleton<TimeProvider>(new ShiftedClock(file));
        }
    }
}
