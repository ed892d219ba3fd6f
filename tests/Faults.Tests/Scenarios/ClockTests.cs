using CxoneAssist.EndToEnd.Tests.Client;
using CxoneAssist.Faults.Tests.Harness;
using CxoneAssist.Simulator;

namespace CxoneAssist.Faults.Tests.Scenarios;

/// <summary>Clocks that jump while a host is at work.</summary>
[TestFixtureSource(typeof(Databases), nameof(Databases.PostgreSqlFirst))]
public sealed class ClockTests(Database database) : ClockTest(database)
{
    [Test]
    public async Task Clock_ADayAheadForSeconds_GivesNoFormUp()
    {
        const int many = 10;
        await StartCxoneAsync();
        var clock = Path.Combine(Folder, "clock");
        await File.WriteAllTextAsync(clock, "1.00:00:00");
        var host = await StartFaultHostAsync(("FAULT_CLOCK_FILE", clock));
        List<Webhook> webhooks = [.. Enumerable.Range(0, many).Select(i => new Webhook($"late-{i}~s2~"))];
        var load = new WebhookLoad(webhooks);
        foreach (var webhook in webhooks)
        {
            Cxone.Forms.PutLate(webhook.InteractionId, "2", notBeforeCalls: int.MaxValue);
        }

        await load.SendAsync(host.Webhooks);
        await Ledger.WaitUntilAsync(ledger => ledger.Calls(SimulatorCall.Form) >= many, "forms that are not there yet");
        await JumpAsync(host, "1.00:00:00");
        var before = Ledger.Calls(SimulatorCall.Form);
        await Ledger.WaitUntilAsync(ledger => ledger.Calls(SimulatorCall.Form) >= before + many, "forms asked for by the wrong clock");
        webhooks.ForEach(webhook => Cxone.Forms.Put(webhook.InteractionId, "2"));
        await File.WriteAllTextAsync(clock, "00:00:00");
        await JumpAsync(host, "00:00:00");
        await SettledAsync(host);

        var figures = await ConcludeAsync([.. load.Acknowledged], host, $"forms_asked_for={Ledger.Calls(SimulatorCall.Form)} before={before}");
        Assert.That(figures, Is.EqualTo(Figures.Clean(many)));
    }

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
    public async Task Clock_OfAnotherHostThatJumps_EndsNoLease() =>
        Assert.That((await RunAsync("01:00:00", "", withAnotherHost: true)).DoubleClaims, Is.Zero);

    // A host never takes its own work away, so that only another one can.
    [Test, Slow]
    public async Task Clock_OfAnotherHostThatLetsLeasesEndByIt_IsSeen() =>
        Assert.That((await RunAsync("01:00:00", "expires-by-the-clock", withAnotherHost: true)).DoubleClaims, Is.Positive);
}

/// <summary>A host whose clock jumps in the middle of its work.</summary>
public abstract class ClockTest(Database database) : FaultTest(database)
{
    private protected const int Interactions = 150;

    private protected async Task<(Figures Figures, int Unfinished, long DoubleClaims)> RunAsync(
        string jump, string mutant, bool withAnotherHost = false)
    {
        // Slow enough that the jump happens during work in progress.
        await StartCxoneAsync(new() { Latency = TimeSpan.FromMilliseconds(30) });
        var clock = Path.Combine(Folder, "clock");
        await File.WriteAllTextAsync(clock, jump);
        (string, string?)[] settings = [("FAULT_CLOCK_FILE", clock), ("FAULT_MUTANT", mutant), ("CxoneAssist__Cxone__MaxConcurrency", "8")];
        var host = await StartFaultHostAsync(settings);
        var jumping = withAnotherHost ? await StartFaultHostAsync(settings) : host;
        var watched = Inbox as PostgreSqlUnderTest;
        await (watched?.WatchLeasesAsync() ?? Task.CompletedTask);
        var load = new WebhookLoad(Survey.Webhooks(Interactions));
        await load.SendAsync(host.Webhooks);
        await Ledger.WaitUntilAsync(ledger => ledger.TaskCount >= 10, "work under way");
        var fired = await JumpAsync(jumping, jump);
        var unfinished = Interactions - Ledger.TaskCount;
        await SettledAsync(host);

        var doubleClaims = watched is null ? 0 : await watched.DoubleClaimsAsync();
        var figures = await ConcludeAsync(
            [.. load.Acknowledged], host, $"unfinished_at_the_jump={unfinished} double_claim={doubleClaims} {fired} {mutant}");
        return (figures, unfinished, doubleClaims);
    }

    private protected static Task<string> JumpAsync(HostClient host, string shift)
    {
        host.Process.HangUp();
        return host.Process.SaysAsync(line => line == $"FAULT clock {shift}");
    }
}
