using System.Net;
using CxoneAssist.EndToEnd.Tests.Client;
using CxoneAssist.Faults.Tests.Harness;

namespace CxoneAssist.Faults.Tests.Scenarios;

/// <summary>A CXone that is unavailable for a while, in each way that a server can be.</summary>
[TestFixture(Database.Sqlite)]
[Parallelizable(ParallelScope.All)]
public sealed class AwayTests(Database database) : FaultTest(database)
{
    // Too few calls for a circuit breaker to open.
    private const int Few = 3;
    private const int FewTries = 12;
    private const string Before = "before~s2~";

    private static readonly int Many = SuiteExtent.Of(700, 2000);
    private static readonly int Probes = SuiteExtent.Of(2, 8);

    [TestCase(OutageKind.Refusing)]
    [SlowTestCase(OutageKind.Answering503)]
    [SlowTestCase(OutageKind.Hanging)]
    public async Task Cxone_GoneUnderLoadAndBack_CostsNoAttemptAndNoAcknowledgementAndSeesOneProbeAtATime(OutageKind absence)
    {
        var (figures, replies, attempts, atOnce) = await GoUnderLoadAsync(absence, "");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(figures, Is.EqualTo(Figures.Clean(Many + 1)));
            Assert.That(replies, Is.All.EqualTo(HttpStatusCode.OK), "Acknowledgements do not hang on CXone.");
            Assert.That(attempts, Is.Zero);
            Assert.That(atOnce, Is.EqualTo(1));
        }
    }

    [Test, Slow]
    public async Task Cxone_GoneUnderAHostThatProbesWithSeveralCalls_IsSeen() =>
        Assert.That((await GoUnderLoadAsync(OutageKind.Answering503, "asks-thrice")).AtOnce, Is.GreaterThan(1));

    [TestCase(OutageKind.Refusing)]
    [SlowTestCase(OutageKind.Answering503)]
    public async Task Cxone_GoneAndBackWhileHardlyAnybodyCalls_CostsNoAttempt(OutageKind absence)
    {
        var (wire, host) = await CutOffAsync(absence, "");
        await using var cut = wire;
        var (webhooks, _) = await SendAsync(host, Few);
        await SeeRefusedAsync(wire, FewTries);
        var attempts = await host.Operator.AttemptsAsync();
        var figures = await BackAsync(wire, host, webhooks, $"{absence} tries={wire.Refused} attempts_while_away={attempts}");

        Assert.That((figures, attempts), Is.EqualTo((Figures.Clean(Few + 1), 0)));
    }

    [Test, Slow]
    public async Task Cxone_GoneUnderAHostThatCountsOutages_IsSeen()
    {
        var (wire, host) = await CutOffAsync(OutageKind.Answering503, "counts-outages");
        await using var cut = wire;
        var (webhooks, _) = await SendAsync(host, Few);
        var attempts = await Eventually.SeeAsync(host.Operator.AttemptsAsync, attempts => attempts > 0, attempts => $"{attempts} attempts");

        Assert.That(await BackAsync(wire, host, webhooks, $"counts-outages attempts_while_away={attempts}"), Is.EqualTo(Figures.Clean(Few + 1)));
    }

    private async Task<(Figures Figures, IEnumerable<HttpStatusCode> Replies, int Attempts, int AtOnce)> GoUnderLoadAsync(OutageKind absence, string mutant)
    {
        var (wire, host) = await CutOffAsync(absence, mutant);
        await using var cut = wire;
        var (webhooks, replies) = await SendAsync(host, Many);
        await host.Process.LogsAsync(line => line.Contains("with one probe at a time", StringComparison.Ordinal));
        if (mutant.Length == 0)
        {
            // Calls from before the pause are over; with a mutant there are always some.
            await Eventually.SeeAsync(() => Task.FromResult(wire.Tries), tries => tries == 0, tries => $"{tries} calls under way");
        }

        (var before, wire.MostTries) = (wire.Refused, 0);
        await SeeRefusedAsync(wire, before + Probes);
        var (atOnce, attempts) = (wire.MostTries, await host.Operator.AttemptsAsync());
        var figures = await BackAsync(wire, host, webhooks, $"{absence} probes={wire.Refused - before} at_once={atOnce} attempts_while_away={attempts} {mutant}");
        return (figures, replies, attempts, atOnce);
    }

    // It becomes unavailable after a token was granted, so that the calls themselves fail.
    private async Task<(TcpProxy Wire, HostClient Host)> CutOffAsync(OutageKind absence, string mutant)
    {
        await StartCxoneAsync();
        var wire = new TcpProxy(Cxone.BaseAddress.Port) { Absence = absence };
        var host = await StartFaultHostAsync(
            ("CXONE_BASE_URL", $"http://127.0.0.1:{wire.Port}/"),
            ("FAULT_MUTANT", mutant),
            ("CxoneAssist__FollowUp__MaxAttempts", "2"),
            // How long the host waits for unanswered calls is not the subject of this test.
            ("CxoneAssist__Cxone__FormTimeout", "00:00:00.300"));
        await host.Webhooks.SendAsync(new Webhook(Before));
        await host.Operator.SeeAsync(Before, "done");
        wire.Down = true;
        return (wire, host);
    }

    private static async Task<(IReadOnlyList<Webhook> Webhooks, IEnumerable<HttpStatusCode> Statuses)> SendAsync(HostClient host, int count)
    {
        var webhooks = Survey.Webhooks(count);
        return (webhooks, (await Task.WhenAll(webhooks.Select(host.Webhooks.SendAsync))).Select(reply => reply.Status));
    }

    private static Task<int> SeeRefusedAsync(TcpProxy wire, int count) =>
        Eventually.SeeAsync(() => Task.FromResult(wire.Refused), refused => refused >= count, refused => $"{refused} of {count} refused");

    private async Task<Figures> BackAsync(TcpProxy wire, HostClient host, IReadOnlyList<Webhook> webhooks, string more)
    {
        wire.Down = false;
        await SettledAsync(host);
        var figures = await ConcludeAsync([Before, .. webhooks.Select(webhook => webhook.InteractionId)], host, more);
        await host.Process.StopAsync();
        return figures;
    }
}
