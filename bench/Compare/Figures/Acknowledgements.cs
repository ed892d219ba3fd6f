using CxoneAssist.Compare.Contenders;
using CxoneAssist.Compare.Load;
using CxoneAssist.Compare.Simulator;

namespace CxoneAssist.Compare.Figures;

/// <summary>How fast webhooks are acknowledged while CXone takes its time.</summary>
internal static class Acknowledgements
{
    private const int WarmUp = 10_000;
    private const int MostPerSecond = 40_000;

    private static readonly TimeSpan CxoneLatency = TimeSpan.FromMilliseconds(200);

    public static async Task TakeAsync(Bench bench, CancellationToken cancellationToken)
    {
        await using var cxone = await SimulatorProcess.StartAsync(CxoneLatency, cancellationToken);
        var webhooks = new SignedWebhooks("a").Next(WarmUp + (int)(MostPerSecond * bench.Settings.Seconds.TotalSeconds));
        var samples = await bench.AlternateAsync(contender => SampleAsync(bench, contender, cxone, webhooks, cancellationToken));
        Report.Compare(
            $"{bench.Store.Name}: acknowledgements, CXone answers in {CxoneLatency.TotalMilliseconds} ms, {bench.Settings.Connections} connections",
            "webhooks",
            samples);
    }

    private static async Task<Sample> SampleAsync(
        Bench bench, Contender contender, SimulatorProcess cxone, byte[][] webhooks, CancellationToken cancellationToken)
    {
        var (connections, time) = (bench.Settings.Connections, bench.Settings.Seconds);
        await using var running = await bench.StartAsync(contender, cxone.Address, cancellationToken);
        await new LoadLoop(running.Target, webhooks[..WarmUp], connections).RunAsync(time / 2, cancellationToken);
        var before = running.Process.Usage;
        var load = await new LoadLoop(running.Target, webhooks[WarmUp..], connections).RunAsync(time, cancellationToken);
        return Sample.Of(load.PerSecond, load.Acknowledged, load, before, running.Process.Usage);
    }
}
