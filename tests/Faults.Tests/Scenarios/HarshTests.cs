using CxoneAssist.EndToEnd.Tests.Client;
using CxoneAssist.Faults.Tests.Harness;
using CxoneAssist.Simulator;

namespace CxoneAssist.Faults.Tests.Scenarios;

/// <summary>
/// A CXone at which ten to twenty calls in a hundred fail, in every way that calls can.
/// </summary>
[TestFixture(Database.Sqlite)]
[Parallelizable(ParallelScope.All)]
public sealed class HarshTests(Database database) : FaultTest(database)
{
    private const int MostLeftForAPerson = 4;

    private static readonly int Interactions = SuiteExtent.Of(150, 10_000);

    [Test]
    public async Task Cxone_WhereCallsGoWrongInEveryWay_LeavesHardlyAnythingForAPerson()
    {
        var figures = await RunAsync("");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(figures with { Parked = 0, Unconfirmed = 0 }, Is.EqualTo(Figures.Clean(Interactions)));
            Assert.That(figures.Parked + figures.Unconfirmed, Is.LessThanOrEqualTo(MostLeftForAPerson));
            Assert.That(Ledger.Fired(SimulatorFault.FormError), Is.Positive, "Nothing went wrong.");
        }
    }

    [Test, Slow]
    public async Task Cxone_WhereCallsGoWrongUnderAHostThatRetriesBlindly_IsSeen() =>
        Assert.That((await RunAsync("retries-blindly")).Dup, Is.Positive);

    private async Task<Figures> RunAsync(string mutant)
    {
        await StartCxoneAsync(new() { Faults = SimulatorFaults.Harsh });
        // The default: a look-up follows after CXone's own delay.
        var settings = Settings.With(("CxoneAssist__FollowUp__LookUpDelay", null), ("FAULT_MUTANT", mutant));
        var host = await StartHostAsync(mutant.Length > 0 ? settings.For("CxoneAssist.Faults.Host.dll") : settings);
        var traffic = new Traffic(Survey.Webhooks(Interactions));
        await traffic.SendAsync(() => [host]);
        await AllSettledAsync(host);

        return await ConcludeAsync(
            traffic.Acknowledged, host, $"refused={Ledger.Answers(SimulatorCall.Form, 429)} took={traffic.Now.TotalSeconds:0}s {mutant}");
    }

    // As long as there is progress; it takes minutes in full.
    private static async Task AllSettledAsync(HostClient host)
    {
        var left = int.MaxValue;
        while (left > 0)
        {
            var before = left;
            await Eventually.SeeAsync(
                async () => left = await LeftAsync(host.Operator), now => now == 0 || now < before, now => $"{now} unsettled");
        }
    }

    private static async Task<int> LeftAsync(OperatorClient inbox)
    {
        var counts = (await inbox.ListAsync("parked")).Json.GetProperty("counts");
        return counts.GetProperty("received").GetInt32() + counts.GetProperty("creating").GetInt32() + counts.GetProperty("created").GetInt32();
    }
}
