using System.Diagnostics;
using CxoneAssist.EndToEnd.Tests.Client;
using CxoneAssist.Faults.Tests.Harness;
using CxoneAssist.Simulator;

namespace CxoneAssist.Faults.Tests.Scenarios;

/// <summary>
/// Hosts replaced one by one under load, as a deployment does. Tasks cannot be looked up: a call
/// that is cut would show.
/// </summary>
[TestFixtureSource(typeof(Databases), nameof(Databases.PostgreSqlFirst))]
[Timed]
public sealed class ReplacementTests(Database database) : FaultTest(database)
{
    // The time that containers and service managers wait before they kill; measured only where the
    // suite runs alone.
    private static readonly TimeSpan GraceTime = SuiteExtent.Of(TimeSpan.MaxValue, TimeSpan.FromSeconds(10));
    private const int PerRound = 150;

    // Calls that are executed and not answered yet when a host is asked to stop.
    private const int InHand = 3;

    private static readonly int Rounds = SuiteExtent.Of(3, 10);

    private readonly List<HostClient> _all = [];
    private readonly List<HostClient> _serving = [];

    [Test]
    public async Task Hosts_ReplacedUnderLoad_FinishOrHandBackWhatTheyHave()
    {
        var (figures, exitCodes, slowest, attempts) = await RunAsync("");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(figures, Is.EqualTo(Figures.Clean(figures.Acked)));
            Assert.That(exitCodes, Is.All.Zero);
            Assert.That(slowest, Is.LessThan(GraceTime));
            Assert.That(attempts, Is.Zero, "An attempt was counted that CXone never saw fail.");
        }
    }

    [Test, Slow]
    public async Task Hosts_ThatDropEverythingWhenReplaced_AreSeen()
    {
        var (figures, exitCodes, _, _) = await RunAsync("drops-everything");

        Assert.That((figures.Unconfirmed > 0, exitCodes.Any(code => code != 0)), Is.EqualTo((true, true)));
    }

    [Test, Slow]
    public async Task Hosts_ThatCountTheirEndAsAFailure_AreSeen() =>
        Assert.That((await RunAsync("counts-being-stopped")).Attempts, Is.Positive);

    private async Task<(Figures Figures, IReadOnlyList<int> ExitCodes, TimeSpan Slowest, int Attempts)> RunAsync(string mutant)
    {
        await StartCxoneAsync(new()
        {
            Latency = TimeSpan.FromMilliseconds(20),
            Faults = new() { LookUpStatus = 403, SlowAnswer = 0.5, SlowAnswerDelay = TimeSpan.FromMilliseconds(80) },
        });
        var current = await StartOneAsync(mutant);
        var (webhooks, traffic) = (Survey.Webhooks(Rounds * PerRound), new Traffic([]));
        var (exitCodes, slowest) = (new List<int>(), TimeSpan.Zero);
        for (var round = 1; round <= Rounds; round++)
        {
            // On one file there is one host at a time; on a server the next one is there before the
            // last one goes. The last one stays.
            var kind = round == Rounds ? "" : mutant;
            var next = Inbox is PostgreSqlUnderTest ? await StartOneAsync(kind) : null;
            var tasks = Ledger.TaskCount;
            traffic.Add(webhooks.Skip((round - 1) * PerRound).Take(PerRound));
            var sending = traffic.SendAsync(Serving);
            await Ledger.WaitUntilAsync(
                ledger => ledger.TaskCount >= tasks + 20 && LedgerCheck.Unanswered(ledger) >= InHand, "work in hand");
            var (code, took) = await StopAsync(current);
            (current, slowest) = (next ?? await StartOneAsync(kind), took > slowest ? took : slowest);
            exitCodes.Add(code);
            await sending;
        }

        await Ledger.WaitUntilAsync(ledger => ledger.Calls(SimulatorCall.Form) >= traffic.Count, "every form read");
        var unconfirmed = 0;
        await Eventually.SeeAsync(
            () => current.Operator.ListAsync("parked"),
            page => page.Json.GetProperty("counts") is var counts && (unconfirmed = counts.GetProperty("unconfirmed").GetInt32()) >= 0
                && counts.GetProperty("received").GetInt32() + counts.GetProperty("creating").GetInt32() + counts.GetProperty("created").GetInt32() == unconfirmed,
            page => page.Body);
        var figures = await LedgerCheck.JudgeAsync(traffic.Acknowledged, Ledger, current.Operator);
        await current.Process.StopAsync();
        var attempts = _all.Sum(host => FreezeTests.Said(host, "attempt counted"));
        await RecordAsync(
            $"{figures} replacements={Rounds} exit={string.Join(',', exitCodes)} slowest_exit={slowest.TotalSeconds:0.0}s attempts={attempts} {mutant}");
        return (figures, exitCodes, slowest, attempts);
    }

    private async Task<(int ExitCode, TimeSpan Took)> StopAsync(HostClient current)
    {
        lock (_serving)
        {
            _serving.Remove(current);
        }

        var clock = Stopwatch.StartNew();
        return (await current.Process.StopAsync(), clock.Elapsed);
    }

    private async Task<HostClient> StartOneAsync(string mutant)
    {
        var host = await StartFaultHostAsync(("FAULT_MUTANT", mutant), ("CxoneAssist__Cxone__MaxConcurrency", "12"));
        lock (_serving)
        {
            _all.Add(host);
            _serving.Add(host);
        }

        return host;
    }

    private IReadOnlyList<HostClient> Serving()
    {
        lock (_serving)
        {
            return [.. _serving];
        }
    }
}
