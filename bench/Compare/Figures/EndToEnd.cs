using CxoneAssist.Compare.Contenders;
using CxoneAssist.Compare.Load;
using CxoneAssist.Compare.Simulator;

namespace CxoneAssist.Compare.Figures;

/// <summary>How fast interactions get from webhook to notification, each with a task.</summary>
internal static class EndToEnd
{
    private static readonly TimeSpan AtMost = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan SlowLatency = TimeSpan.FromMilliseconds(200);

    /// <summary>CXone answers at once.</summary>
    public static Task TakeAsync(Bench bench, CancellationToken cancellationToken) =>
        TakeAsync(bench, TimeSpan.Zero, "CXone answers at once", bench.Settings.Interactions, cancellationToken);

    /// <summary>CXone takes its time, so that what counts is how many calls are under way.</summary>
    public static Task TakeSlowAsync(Bench bench, CancellationToken cancellationToken) => TakeAsync(
        bench,
        SlowLatency,
        $"CXone answers in {SlowLatency.TotalMilliseconds} ms",
        Math.Max(1, bench.Settings.Interactions / 10),
        cancellationToken);

    private static async Task TakeAsync(
        Bench bench, TimeSpan latency, string answers, int interactions, CancellationToken cancellationToken)
    {
        await using var cxone = await SimulatorProcess.StartAsync(latency, cancellationToken);
        var samples = await bench.AlternateAsync(contender => SampleAsync(bench, contender, cxone, interactions, cancellationToken));
        Report.Compare(
            $"{bench.Store.Name}: end to end, webhook to notification, {answers}, {bench.Settings.Connections} connections",
            "interactions",
            samples);
    }

    private static async Task<Sample> SampleAsync(
        Bench bench, Contender contender, SimulatorProcess cxone, int interactions, CancellationToken cancellationToken)
    {
        await using var running = await bench.StartAsync(contender, cxone.Address, cancellationToken);
        var webhooks = new SignedWebhooks("e").Next(2 * interactions);
        await CompleteAsync(bench, running, cxone, webhooks[..interactions], cancellationToken);
        var before = running.Process.Usage;
        var (load, done, took) = await CompleteAsync(bench, running, cxone, webhooks[interactions..], cancellationToken);
        var sample = Sample.Of(done / took.TotalSeconds, done, load, before, running.Process.Usage);
        return sample with { Failed = interactions - done };
    }

    private static async Task<(LoadResult Load, int Done, TimeSpan Took)> CompleteAsync(
        Bench bench, RunningContender running, SimulatorProcess cxone, byte[][] webhooks, CancellationToken cancellationToken)
    {
        var already = await cxone.CountAsync(cancellationToken);
        var began = TimeProvider.System.GetTimestamp();
        var load = await new LoadLoop(running.Target, webhooks, bench.Settings.Connections).RunAsync(AtMost, cancellationToken);
        var done = await cxone.WaitForAsync(already + webhooks.Length, AtMost, cancellationToken) - already;
        return (load, done, TimeProvider.System.GetElapsedTime(began));
    }
}
