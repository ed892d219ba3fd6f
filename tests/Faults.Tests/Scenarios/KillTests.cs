using CxoneAssist.EndToEnd.Tests.Client;
using CxoneAssist.Faults.Tests.Harness;
using CxoneAssist.Simulator;

namespace CxoneAssist.Faults.Tests.Scenarios;

/// <summary>Power cuts: hosts killed under load, one after the other, on one database.</summary>
[TestFixture(Database.Sqlite), TestFixture(Database.PostgreSql)]
public sealed class KillTests(Database database) : FaultTest(database)
{
    private const int PerKill = 200;

    private static readonly int Kills = SuiteExtent.Of(5, 50);

    [Test]
    public async Task Kill_UnderLoadManyTimes_LosesNothingAndRepeatsNothing()
    {
        var (figures, cut, unfinished) = await RunAsync(Kills, () => StartHostAsync(Settings.With(AtWork)));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(figures, Is.EqualTo(Figures.Clean(figures.Acked)));
            Assert.That(cut, Is.Positive, "No kill hit a call under way.");
            Assert.That(unfinished, Is.Positive, "No kill hit anything unfinished.");
        }
    }

    [TestCase("acknowledges-first")]
    [TestCase("no-intent")]
    [Slow]
    public async Task Kill_OfAHostBrokenOnPurpose_IsSeen(string mutant)
    {
        var (figures, _, _) = await RunAsync(3, () => StartFaultHostAsync([.. AtWork, ("FAULT_MUTANT", mutant)]));

        Assert.That(figures.Violated, $"{mutant} was not seen.");
    }

    private static (string Key, string? Value)[] AtWork => [("CxoneAssist__Cxone__MaxConcurrency", "12")];

    private async Task<(Figures Figures, long Cut, int Unfinished)> RunAsync(int kills, Func<Task<HostClient>> start)
    {
        // Some time passes before a call is executed and some after it, so that a host can end on
        // either side.
        await StartCxoneAsync(new()
        {
            Latency = TimeSpan.FromMilliseconds(10),
            Faults = new() { SlowAnswer = 0.5, SlowAnswerDelay = TimeSpan.FromMilliseconds(150) },
        });
        var webhooks = Survey.Webhooks(kills * PerKill);
        var (load, unfinished) = (new WebhookLoad([]), 0);
        for (var kill = 0; kill < kills; kill++)
        {
            load.Add(webhooks.Skip(kill * PerKill).Take(PerKill));
            await KillInTheMiddleAsync(await start(), load, kill);
            unfinished += Tally.Of(load.Acknowledged, Ledger).Lost;
        }

        var cut = Ledger.Answers(SimulatorCall.CreateTask, 0) + Ledger.Answers(SimulatorCall.Notify, 0);
        var host = await StartHostAsync();
        await load.SendAsync(host.Webhooks);
        await SettledAsync(host);
        var figures = await ConcludeAsync([.. load.Acknowledged], host, $"kills={kills} calls_cut={cut} unfinished_at_kills={unfinished}");
        return (figures, cut, unfinished);
    }

    // Alternates between acknowledging and creating, and kills at different depths.
    private async Task KillInTheMiddleAsync(HostClient host, WebhookLoad load, int kill)
    {
        var (acknowledged, tasks, unanswered) = (load.Count, Ledger.TaskCount, LedgerCheck.Unanswered(Ledger));
        var depth = 5 + (kill * 7 % 25);
        var sending = load.SendAsync(host.Webhooks);
        await Ledger.WaitUntilAsync(
            ledger => kill % 2 == 0
                ? load.Count >= acknowledged + depth
                : ledger.TaskCount >= tasks + depth && LedgerCheck.Unanswered(ledger) > unanswered,
            "a host in the middle of its work");
        await host.Process.KillAsync();
        await sending;
    }
}
