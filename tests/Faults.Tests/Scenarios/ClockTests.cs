using CxoneAssist.EndToEnd.Tests.Talking;
using CxoneAssist.Faults.Tests.Harness;

namespace CxoneAssist.Faults.Tests.Scenarios;

/// <summary>Clocks that jump while a host is at work.</summary>
[TestFixtureSource(typeof(Databases), nameof(Databases.PostgreSqlFirst))]
public sealed class ClockTests(Database database) : FaultTest(database)
{
    private const int Interactions = 150;

    [TestCase("01:00:00")]
    [TestCase("-01:00:00")]
    public async Task Clock_ThatJumpsUnderLoad_LosesNothingAndRepeatsNothing(string jump)
    {
        // Slow enough that the jump hits work in hand.
        await StartCxoneAsync(new() { Latency = TimeSpan.FromMilliseconds(30) });
        var clock = Path.Combine(Folder, "clock");
        await File.WriteAllTextAsync(clock, jump);
        var host = await StartFaultHostAsync(("FAULT_CLOCK_FILE", clock), ("CxoneAssist__Cxone__MaxConcurrency", "8"));
        var load = new Load(Survey.Webhooks(Interactions));
        await load.SendAsync(host.Webhooks);
        await Ledger.WaitUntilAsync(ledger => ledger.TaskCount >= 10, "work under way");
        host.Process.HangUp();
        var fired = await host.Process.SaysAsync(line => line.StartsWith("FAULT clock", StringComparison.Ordinal));
        var unfinished = Interactions - Ledger.TaskCount;
        await SettledAsync(host);

        var figures = await ConcludeAsync([.. load.Acknowledged], host, $"unfinished_at_the_jump={unfinished} {fired}");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(figures, Is.EqualTo(Figures.Clean(Interactions)));
            Assert.That(unfinished, Is.GreaterThan(Interactions / 2), "The clock jumped when all was done.");
        }
    }
}
