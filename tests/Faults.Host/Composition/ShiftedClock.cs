using System.Globalization;
using System.Runtime.InteropServices;
using CxoneAssist.Application.FollowUps;

namespace CxoneAssist.Faults.Host.Composition;

/// <summary>
/// The system's clock, set forward or back by what a file says (a time span) each time the process is sent SIGHUP. With
/// the word "passes" after it, that much time has passed: the clock was right.
/// </summary>
internal sealed class ShiftedClock : TimeProvider, IDisposable
{
    private readonly PosixSignalRegistration _signal;
    private long _shift;
    private long _passed;

    public ShiftedClock(string file) => _signal = PosixSignalRegistration.Create(PosixSignal.SIGHUP, context =>
    {
        context.Cancel = true;
        var words = File.ReadAllText(file).Split(' ');
        var shift = TimeSpan.Parse(words[0], CultureInfo.InvariantCulture);
        Volatile.Write(ref _passed, words is [_, "passes"] ? (long)(shift.TotalSeconds * TimestampFrequency) : 0);
        Volatile.Write(ref _shift, shift.Ticks);
        FaultEvidence.Say($"clock {shift}");
    });

    public override long GetTimestamp() => base.GetTimestamp() + Volatile.Read(ref _passed);

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.FromTicks(Volatile.Read(ref _shift));

    public void Dispose() => _signal.Dispose();
}

internal static class ShiftedClockServices
{
    public static void AddShiftedClock(this IServiceCollection services, IConfiguration configuration)
    {
        if (configuration["FAULT_CLOCK_FILE"] is { Length: > 0 } file)
        {
            services.AddSingleton<TimeProvider>(new SteadyTime(new ShiftedClock(file)));
        }
    }
}
