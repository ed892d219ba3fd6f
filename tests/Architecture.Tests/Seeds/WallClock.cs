using System.Diagnostics;

#pragma warning disable RS0030 // Here to be found.

namespace CxoneAssist.Architecture.Tests.Seeds.WallClock;

internal static class ReadsNow
{
    public static DateTime Use() => DateTime.Now;
}

internal static class ReadsUtcNowInALambda
{
    public static Func<DateTimeOffset> Use() => () => DateTimeOffset.UtcNow;
}

internal static class ReadsTicks
{
    public static long Use() => Environment.TickCount64;
}

internal static class ReadsAStopwatch
{
    public static long Use() => Stopwatch.GetTimestamp();
}

internal static class Sleeps
{
    public static void Use() => Thread.Sleep(1);
}

internal static class Delays
{
    public static async Task UseAsync(CancellationToken cancellationToken)
    {
        await Task.Yield();
        await Task.Delay(TimeSpan.FromDays(1), cancellationToken);
    }
}

internal static class ChoosesTheSystemClock
{
    public static DateTimeOffset Use() => TimeProvider.System.GetUtcNow();
}

// Allowed, so that the rule is seen to let it pass.
internal static class DelaysByATimeProvider
{
    public static Task UseAsync(TimeProvider time) => Task.Delay(TimeSpan.FromDays(1), time);
}
