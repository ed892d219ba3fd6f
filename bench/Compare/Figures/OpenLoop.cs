using CxoneAssist.Compare.Load;
using CxoneAssist.Compare.Simulator;

namespace CxoneAssist.Compare.Figures;

/// <summary>A steady stream of webhooks, independent of the answers.</summary>
internal static class OpenLoop
{
    private const int PerSecond = 300;
    private const int Seconds = 60;

    private static readonly TimeSpan CxoneLatency = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);

    public static async Task TakeAsync(Bench bench, CancellationToken cancellationToken)
    {
        await using var cxone = await SimulatorProcess.StartAsync(CxoneLatency, cancellationToken);
        await using var running = await bench.StartAsync(bench.Ours, cxone.Address, cancellationToken);
        var webhooks = new SignedWebhooks("o").Next(PerSecond * Seconds);
        var before = running.Process.Usage;
        var load = await new LoadLoop(running.Target, webhooks, 1, PerSecond).RunAsync(TimeSpan.FromSeconds(Seconds) + Rest, cancellationToken);
        await cxone.WaitForAsync(webhooks.Length + 1, Rest, cancellationToken);
        var sample = Sample.Of(PerSecond, webhooks.Length, load, before, running.Process.Usage);
        var waits = Waits(await cxone.TimesAsync(cancellationToken), load.BeganAt, webhooks.Length);
        Report.Line(
            $"\n== {bench.Store.Name}: open loop, {PerSecond} webhooks/s for {Seconds} s, CXone answers in {CxoneLatency.TotalMilliseconds} ms");
        Report.Line($"   acknowledgement: {Report.Details(sample)}");
        Report.Line(
            $"   webhook to notification: p50 {At(waits, 0.5):F0} ms, p99 {At(waits, 0.99):F0} ms, {waits.Length} of {webhooks.Length} notified");
    }

    private static double[] Waits(IReadOnlyDictionary<string, DateTimeOffset> times, DateTimeOffset beganAt, int count) =>
    [
        .. from number in Enumerable.Range(0, count)
           where times.ContainsKey($"o-{number}")
           select (times[$"o-{number}"] - beganAt).TotalMilliseconds - (number * 1000d / PerSecond) into wait
           orderby wait
           select wait,
    ];

    private static double At(double[] waits, double part) => waits.Length == 0 ? double.NaN : waits[(int)(waits.Length * part)];
}
