using CxoneAssist.Compare.Contenders;
using CxoneAssist.Compare.Load;
using CxoneAssist.Compare.Simulator;

namespace CxoneAssist.Compare.Figures;

/// <summary>How fast interactions get from webhook to notification, each with a task, while CXone answers at once.</summary>
internal static class EndToEnd
{
    private static readonly TimeSpan AtMost = TimeSpan.FromMinutes(2);

    public static async Task TakeAsync(Bench bench, CancellationToken cancellationToken)
    {
        await using var cxone = await SimulatorProcess.StartAsync(TimeSpan.Zero, cancellationToken);
        var samples = await bench.AlternateAsync(contender => SampleAsync(bench, contender, cxone, cancellationToken));
        Report.Compare(
            $"{bench.Store.Name}: end to end, webhook to notification, CXone answers at once, {bench.Settings.Connections} connections",
            "interactions",
            samples);
    }

    private static async Task<Sample> SampleAsync(Bench bench, Contender contender, SimulatorProcess cxone, CancellationToken cancellationToken)
    {
        await using var running = await bench.StartAsync(contender, cxone.Address, cancellationToken);
        var warmUp = bench.Settings.Interactions;
        var webhooks = new SignedWebhooks("e").Next(warmUp + bench.Settings.Interactions);
        await CompleteAsync(bench, running, cxone, webhooks[..warmUp], cancellationToken);
        var before = running.Process.Usage;
        var (load, done, took) = await CompleteAsync(bench, running, cxone, webhooks[warmUp..], cancellationToken);
        var sample = Sample.Of(done / took.TotalSeconds, done, load, before, running.Process.Usage);
        return sample with { Failed = bench.Settings.Interactions - done };
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
