using CxoneAssist.EndToEnd.Tests.Client;
using CxoneAssist.Faults.Tests.Harness;
using CxoneAssist.Simulator;

namespace CxoneAssist.Faults.Tests.Scenarios;

/// <summary>A fifth of all create calls are executed and never answered.</summary>
[TestFixtureSource(typeof(Databases), nameof(Databases.SqliteFirst))]
public sealed class LostAnswerTests(Database database) : FaultTest(database)
{
    private static readonly int Interactions = SuiteExtent.Of(200, 2000);

    [Test]
    public async Task Answers_LostWithALookUp_LoseNothingAndRepeatNothing()
    {
        var figures = await RunAsync(new() { CreateLostAnswer = 0.2 }, "");

        Assert.That(figures, Is.EqualTo(Figures.Clean(Interactions)));
    }

    [Test]
    public async Task Answers_LostWithoutALookUp_LoseNothingAndMarkEveryDuplicate()
    {
        var figures = await RunAsync(new() { CreateLostAnswer = 0.2, LookUpStatus = 403 }, "");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(figures with { Marked = 0 }, Is.EqualTo(Figures.Clean(Interactions)));
            Assert.That(figures.Marked, Is.EqualTo(Ledger.Fired(SimulatorFault.CreateLostAnswer)), "A duplicate of every lost answer, and no other.");
        }
    }

    [TestCase("retries-blindly", null)]
    [TestCase("leaves-the-mark-out", 403)]
    [Slow]
    public async Task Answers_LostOnAHostBrokenOnPurpose_AreSeen(string mutant, int? lookUpStatus) =>
        Assert.That((await RunAsync(new() { CreateLostAnswer = 0.2, LookUpStatus = lookUpStatus }, mutant)).Dup, Is.Positive);

    private async Task<Figures> RunAsync(SimulatorFaults faults, string mutant)
    {
        await StartCxoneAsync(new() { Faults = faults });
        var host = await StartFaultHostAsync(("FAULT_MUTANT", mutant), ("CxoneAssist__FollowUp__UnconfirmedHold", "00:00:01"));
        var load = new WebhookLoad(Survey.Webhooks(Interactions));
        await load.SendAsync(host.Webhooks);
        var owed = load.Acknowledged.Count(id => Survey.Of(id).Priority is not null);
        await Eventually.SeeAsync(
            () => Task.FromResult(Ledger.TasksPerInteraction().Count), created => created >= owed, created => $"{created} of {owed} created");
        // From here on all calls are answered: a follow-up that loses four answers in a row would
        // wait for longer than this test.
        Cxone.Faults = Cxone.Faults with { CreateLostAnswer = 0 };
        await SettledAsync(host);
        return await ConcludeAsync([.. load.Acknowledged], host, $"lost_answers={Ledger.Fired(SimulatorFault.CreateLostAnswer)} {mutant}");
    }
}
