using CxoneAssist.Compare.Inboxes;
using CxoneAssist.Compare.Load;
using CxoneAssist.Compare.Simulator;

namespace CxoneAssist.Compare.Figures;

/// <summary>What a backlog costs those who come after it, and how fast it is worked off.</summary>
internal static class Backlog
{
    private const int PerSecond = 300;

    private static readonly TimeSpan SlowCxone = TimeSpan.FromMilliseconds(200);

    public static async Task TakeAsync(Bench bench, CancellationToken cancellationToken)
    {
        Report.Line($"\n== {bench.Store.Name}: a backlog of {bench.Settings.Backlog:N0} rows");
        foreach (var rows in new[] { 0, bench.Settings.Backlog })
        {
            await AcknowledgeAsync(bench, rows, cancellationToken);
        }

        await DrainAsync(bench, cancellationToken);
    }

    // CXone is slow, so that the rows go on waiting.
    private static async Task AcknowledgeAsync(Bench bench, int rows, CancellationToken cancellationToken)
    {
        var inbox = await FilledAsync(bench, Math.Max(rows, Claims.Rows), cancellationToken);
        var claim = await Claims.Late99Async(inbox, cancellationToken);
        inbox = rows == 0 ? await bench.Store.CreateAsync(bench.NewFolder()) : inbox;
        await using var cxone = await SimulatorProcess.StartAsync(SlowCxone, cancellationToken);
        await using var running = await bench.Ours.StartAsync(cxone.Address, inbox, bench.NewFolder(), cancellationToken);
        var webhooks = new SignedWebhooks("fresh").Next((int)(2 * PerSecond * bench.Settings.Seconds.TotalSeconds));
        var half = webhooks.Length / 2;
        await new LoadLoop(running.Target, webhooks[..half], 1, PerSecond).RunAsync(2 * bench.Settings.Seconds, cancellationToken);
        var before = running.Process.Usage;
        var load = await new LoadLoop(running.Target, webhooks[half..], 1, PerSecond).RunAsync(2 * bench.Settings.Seconds, cancellationToken);
        var sample = Sample.Of(PerSecond, load.Acknowledged, load, before, running.Process.Usage);
        Report.Line(
            $"   with {rows,9:N0} waiting: claim p99 {claim.TotalMilliseconds:F1} ms; first acknowledgement after "
            + $"{running.FirstAcknowledgement.TotalSeconds:F2} s; {PerSecond} webhooks/s: {Report.Details(sample)}");
    }

    private static async Task DrainAsync(Bench bench, CancellationToken cancellationToken)
    {
        var inbox = await FilledAsync(bench, bench.Settings.Backlog, cancellationToken);
        await using var cxone = await SimulatorProcess.StartAsync(TimeSpan.Zero, cancellationToken);
        await using var running = await bench.Ours.StartAsync(cxone.Address, inbox, bench.NewFolder(), cancellationToken);
        await cxone.WaitForAsync(bench.Settings.Backlog, bench.Settings.Seconds, cancellationToken);
        var (before, began) = (await cxone.CountAsync(cancellationToken), TimeProvider.System.GetTimestamp());
        var done = await cxone.WaitForAsync(bench.Settings.Backlog, bench.Settings.Seconds, cancellationToken) - before;
        var took = TimeProvider.System.GetElapsedTime(began);
        var whole = took * bench.Settings.Backlog / Math.Max(1, done);
        Report.Line(
            $"   drain: {done / took.TotalSeconds:F0} interactions/s over {took.TotalSeconds:F0} s after as long a warm-up; at that rate "
            + $"all of it takes {whole.TotalMinutes:F1} min; {running.Process.Usage.PeakBytes / 1e6:F0} MB at most");
    }

    private static async Task<string> FilledAsync(Bench bench, int rows, CancellationToken cancellationToken)
    {
        var inbox = await bench.SetUpInboxAsync(cancellationToken);
        await bench.Store.FillAsync(inbox, rows, cancellationToken);
        return inbox;
    }
}
