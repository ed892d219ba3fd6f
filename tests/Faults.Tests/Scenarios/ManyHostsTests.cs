using CxoneAssist.EndToEnd.Tests.Client;
using CxoneAssist.Faults.Tests.Harness;

namespace CxoneAssist.Faults.Tests.Scenarios;

/// <summary>
/// Four hosts on one PostgreSQL; some are killed, some frozen for longer than their leases.
/// </summary>
[TestFixture(Database.PostgreSql)]
public sealed class ManyHostsTests(Database database) : FaultTest(database)
{
    private const int Hosts = 4;

    private static readonly int Interactions = SuiteExtent.Of(1000, 20_000);
    private static readonly TimeSpan BeyondTheLease = TimeSpan.FromSeconds(4);

    private readonly List<HostClient> _all = [];
    private readonly List<HostClient> _serving = [];

    [Test]
    public async Task Hosts_KilledAndFrozen_NeverWorkOnTheSameInteractionAtOnce()
    {
        var (figures, windows, doubleClaims, stale) = await RunAsync(Interactions, SuiteExtent.Of(2, 12), "");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((figures.Acked, figures.Lost, figures.Wrong, figures.Renotified), Is.EqualTo((Interactions, 0, 0, 0)));
            Assert.That(figures.Dup, Is.LessThanOrEqualTo(windows), "A duplicate that did not come through the one window left.");
            Assert.That(doubleClaims, Is.Zero);
            Assert.That(stale, Is.Positive, "No frozen host tried to write.");
        }
    }

    [Test, Slow]
    public async Task Hosts_OfWhichOneStealsLeases_AreSeen() =>
        Assert.That((await RunAsync(200, 0, "steals-leases")).DoubleClaims, Is.Positive);

    private async Task<(Figures Figures, int Windows, long DoubleClaims, int Stale)> RunAsync(int interactions, int rounds, string mutant)
    {
        // The hosts are slower than the webhooks come, so whichever is frozen has calls under way.
        await StartCxoneAsync(new() { Latency = TimeSpan.FromMilliseconds(60) });
        await StartOneAsync(mutant);
        await PostgreSql.WatchLeasesAsync();
        await Task.WhenAll(Enumerable.Range(1, Hosts - 1).Select(_ => StartOneAsync("")));
        var traffic = new Traffic(Survey.Webhooks(interactions));
        var sending = traffic.SendAsync(Serving);
        for (var round = 1; round <= rounds; round++)
        {
            var enough = interactions * round / (rounds + 2);
            await Ledger.WaitUntilAsync(ledger => ledger.TaskCount >= enough / 2, "work under way");
            await Task.WhenAll(KillOneAsync(), FreezeOneAsync());
        }

        await sending;
        var last = Serving()[0];
        await SettledAsync(last);
        var figures = await LedgerCheck.JudgeAsync(traffic.Acknowledged, Ledger, last.Operator);
        await Task.WhenAll(Serving().Select(host => host.Process.StopAsync()));
        var (windows, stale) = (_all.Sum(host => FreezeTests.Said(host, "sent after its lease")), _all.Sum(host => FreezeTests.Said(host, "stale write")));
        var doubleClaims = await PostgreSql.DoubleClaimsAsync();
        await RecordAsync(
            $"{figures} hosts={Hosts} kills={rounds} freezes={rounds} double_claim={doubleClaims} stale_refused={stale} window={windows} {mutant}");
        return (figures, windows, doubleClaims, stale);
    }

    private async Task StartOneAsync(string mutant)
    {
        var host = await StartFaultHostAsync(("FAULT_MUTANT", mutant), ("CxoneAssist__Cxone__MaxConcurrency", "8"));
        lock (_serving)
        {
            _all.Add(host);
            _serving.Add(host);
        }
    }

    private IReadOnlyList<HostClient> Serving()
    {
        lock (_serving)
        {
            return [.. _serving];
        }
    }

    private HostClient TakeOne()
    {
        lock (_serving)
        {
            var host = _serving[0];
            _serving.RemoveAt(0);
            return host;
        }
    }

    private async Task KillOneAsync()
    {
        await TakeOne().Process.KillAsync();
        await StartOneAsync("");
    }

    // The length of the freeze is the subject of the scenario; no wait depends on it.
    private async Task FreezeOneAsync()
    {
        var host = TakeOne();
        host.Process.Suspend();
        await Task.Delay(BeyondTheLease, TimeProvider.System);
        host.Process.Resume();
        lock (_serving)
        {
            _serving.Add(host);
        }
    }
}
