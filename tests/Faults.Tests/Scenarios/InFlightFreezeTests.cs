using CxoneAssist.EndToEnd.Tests.Client;
using CxoneAssist.Faults.Tests.Harness;
using CxoneAssist.Simulator;

namespace CxoneAssist.Faults.Tests.Scenarios;

/// <summary>A host that is frozen while CXone answers its calls.</summary>
[TestFixtureSource(typeof(Databases), nameof(Databases.SqliteFirst))]
public sealed class InFlightFreezeTests(Database database) : FaultTest(database)
{
    private const int Interactions = 30;

    private static readonly TimeSpan AnswersAfter = TimeSpan.FromSeconds(2);

    // The create calls' time is over by then, and their answers have arrived.
    private static readonly TimeSpan Frozen = TimeSpan.FromSeconds(8);

    [Test]
    public async Task Host_FrozenWhileItsCreationsAreAnswered_ReadsTheAnswers()
    {
        await StartCxoneAsync(new() { Faults = new() { SlowAnswer = 1, SlowAnswerDelay = AnswersAfter } });
        // A lease that outlasts the freeze: what was lost with a lease is another scenario.
        var host = await StartFaultHostAsync(("CxoneAssist__Cxone__CreateTimeout", "00:00:05"), ("CxoneAssist__Inbox__Lease", "00:00:30"));
        var load = new WebhookLoad(Survey.Webhooks(Interactions));
        await load.SendAsync(host.Webhooks);
        // All of them: the answer to a call that is sent only after the freeze cannot arrive in time.
        var owed = load.Acknowledged.Count(id => Survey.Of(id).Priority is not null);
        await Ledger.WaitUntilAsync(ledger => ledger.TaskCount == owed, "tasks whose answers are under way");

        host.Process.Suspend();
        var underWay = LedgerCheck.Unanswered(Ledger);
        // The length of the freeze is the subject of the scenario; no wait depends on it.
        await Task.Delay(Frozen, TimeProvider.System);
        host.Process.Resume();
        await SettledAsync(host);

        var lookUps = Ledger.Calls(SimulatorCall.FindTasks);
        var figures = await ConcludeAsync([.. load.Acknowledged], host, $"under_way={underWay} look_ups={lookUps}");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(figures, Is.EqualTo(Figures.Clean(Interactions)));
            Assert.That(underWay, Is.Positive);
            Assert.That(lookUps, Is.Zero, "An answer that had arrived was not read.");
        }
    }
}
