using CxoneAssist.EndToEnd.Tests.Client;
using CxoneAssist.Faults.Tests.Harness;

namespace CxoneAssist.Faults.Tests.Scenarios;

/// <summary>Clocks that jump while a host is at work.</summary>
[TestFixtureSource(typeof(Databases), nameof(Databases.PostgreSqlFirst))]
public sealed class ClockTests(Database database) : ClockTest(database)
{
    [TestCase("01:00:00")]
    [SlowTestCase("-01:00:00")]
    public async Task Clock_ThatJumpsUnderLoad_LosesNothingAndRepeatsNothing(string jump)
    {
        var (figures, unfinished, doubleClaims) = await RunAsync(jump, "");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(figures, Is.EqualTo(Figures.Clean(Interactions)));
            Assert.That(doubleClaims, Is.Zero);
            Assert.That(unfinished, Is.GreaterThan(Interactions / 2), "The clock jumped when all was done.");
        }
    }
}

/// <summary>
/// Where several hosts share a database, leases end by its clock, whatever the hosts' clocks show.
/// </summary>
[TestFixture(Database.PostgreSql)]
public sealed class LeaseClockTests(Database database) : ClockTest(database)
{
    [Test, Slow]
    public async Task Clock_OfAHostThatLetsLeasesEndByIt_IsSeen() =>
        Assert.That((await RunAsync("01:00:00", "expires-by-the-clock")).DoubleClaims, Is.Positive);
}

/// <summary>A host whose clock jumps in the middle of its work.</summary>
public abstract class ClockTest(Database database) : FaultTest(database)
{
    private protected const int Interactions = 150;

    private protected async Task<(Figures Figures, int Unfinished, long DoubleClaims)> RunAsync(string jump, string mutant)
    {
        // Slow enough that the jump happens during work in progress.
        await StartCxoneAsync(new() { Latency = TimeSpan.FromMilliseconds(30) });
        var clock = Path.Combine(Folder, "clock");
        await File.WriteAllTextAsync(clock, jump);
        var host = await StartFaultHostAsync(
            ("FAULT_CLOCK_FILE", clock), ("FAULT_MUTANT", mutant), ("CxoneAssist__Cxone__MaxConcurrency", "8"));
        var watched = Inbox as PostgreSqlUnderTest;
        await (watched?.WatchLeasesAsync() ?? Task.CompletedTask);
        var load = new WebhookLoad(Survey.Webhooks(Interactions));
        await load.SendAsync(host.Webhooks);
        await Ledger.WaitUntilAsync(ledger => ledger.TaskCount >= 10, "work under way");
        host.Process.HangUp();
        var fired = await host.Process.SaysAsync(line => line.StartsWith("FAULT clock", StringComparison.Ordinal));
        var unfinished = Interactions - Ledger.TaskCount;
        await SettledAsync(host);

        var doubleClaims = watched is null ? 0 : await watched.DoubleClaimsAsync();
        var figures = await ConcludeAsync(
            [.. load.Acknowledged], host, $"unfinished_at_the_jump={unfinished} double_claim={doubleClaims} {fired} {mutant}");
        return (figures, unfinished, doubleClaims);
    }
}
