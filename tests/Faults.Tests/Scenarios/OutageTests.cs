using System.Net;
using CxoneAssist.EndToEnd.Tests.Client;
using CxoneAssist.Faults.Tests.Harness;
using CxoneAssist.Tests.Shared.PostgreSql;

namespace CxoneAssist.Faults.Tests.Scenarios;

/// <summary>
/// A PostgreSQL that becomes unavailable, in the middle of a commit or completely.
/// </summary>
[TestFixture(Database.PostgreSql)]
[Timed]
public sealed class OutageTests(Database database) : FaultTest(database)
{
    private static readonly int Interactions = SuiteExtent.Of(400, 3000);

    // Short enough for the senders' time-outs.
    private static readonly TimeSpan RefusedWithin = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan BackWithin = TimeSpan.FromSeconds(5);

    [Test]
    public async Task Server_StoppedUnderLoadAndStarted_LosesNothingAndSaysSoMeanwhile()
    {
        var (figures, traffic, back) = await StopUnderLoadAsync("");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(figures, Is.EqualTo(Figures.Clean(Interactions)));
            Assert.That(traffic.Refused, Is.Positive, "No sender noticed that the server was unavailable.");
            Assert.That(traffic.Unclear, Is.Zero, "A refusal is a 503 with Retry-After.");
            if (SuiteExtent.Full)
            {
                Assert.That(traffic.SlowestRefusal, Is.LessThan(RefusedWithin));
                Assert.That(back, Is.LessThan(BackWithin));
            }
        }
    }

    [Test, Slow]
    public async Task Server_StoppedUnderAHostThatAcknowledgesErrors_IsSeen() =>
        Assert.That((await StopUnderLoadAsync("acknowledges-errors")).Figures.Lost, Is.Positive);

    [TestCase(false, "", false)]
    [TestCase(true, "", true)]
    [TestCase(false, "acknowledges-errors", false)]
    public async Task Connection_CutDuringACommit_IsNoFalseAcknowledgement(bool afterwards, string mutant, bool isStored)
    {
        await StartCxoneAsync();
        await using var wire = new TcpProxy(PostgreSql.Cluster.Port);
        var through = PostgreSql.ConnectionString.Replace($"Port={PostgreSql.Cluster.Port}", $"Port={wire.Port}", StringComparison.Ordinal);
        var host = await StartFaultHostAsync(("ConnectionStrings__Inbox", through), ("FAULT_MUTANT", mutant));
        var doubtful = new Webhook("doubtful~s2~");

        wire.CutOnce(doubtful.InteractionId, afterwards);
        var first = await host.Webhooks.SendAsync(doubtful);
        var stored = await PostgreSql.HoldsAsync(doubtful.InteractionId);
        if (mutant.Length > 0)
        {
            var broken = await ConcludeAsync([doubtful.InteractionId], host, $"cuts={wire.Cuts} {mutant}");
            Assert.That((first.Status, broken.Lost), Is.EqualTo((HttpStatusCode.OK, 1)));
            return;
        }

        var again = await host.Webhooks.SendAsync(doubtful);
        await host.Operator.SeeAsync(doubtful.InteractionId, "done");
        var figures = await ConcludeAsync([doubtful.InteractionId], host, $"cuts={wire.Cuts} stored={stored} again={again.Body}");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(wire.Cuts, Is.EqualTo(1));
            Assert.That((first.Status, first.RetryAfter > TimeSpan.Zero), Is.EqualTo((HttpStatusCode.ServiceUnavailable, true)));
            Assert.That(stored, Is.EqualTo(isStored), "The commit was cut at the wrong place.");
            Assert.That(again.Status, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(figures, Is.EqualTo(Figures.Clean(1)));
        }
    }

    private async Task<(Figures Figures, Traffic Traffic, TimeSpan Back)> StopUnderLoadAsync(string mutant)
    {
        // A server of its own: the others' scenarios go on.
        await using var cluster = await PostgreSqlCluster.StartAsync();
        Use(await PostgreSqlUnderTest.MakeAsync(cluster));
        await StartCxoneAsync();
        var host = await StartFaultHostAsync(("FAULT_MUTANT", mutant));
        var traffic = new Traffic(Survey.Webhooks(Interactions));
        var sending = traffic.SendAsync(() => [host]);

        await Eventually.SeeAsync(() => Task.FromResult(traffic.Count), count => count >= Interactions / 10, count => $"{count}");
        await cluster.StopImmediatelyAsync();
        await Eventually.SeeAsync(
            () => Task.FromResult((traffic.Refused, traffic.Count)), seen => seen.Refused >= 20 || seen.Count == Interactions, seen => $"{seen}");
        await cluster.StartAgainAsync();
        var (up, before) = (traffic.Now, traffic.Count);
        await Eventually.SeeAsync(
            () => Task.FromResult(traffic.Count), count => count > before || count == Interactions, count => $"{count}");
        var back = traffic.Now - up;
        await sending;
        await SettledAsync(host);

        var figures = await ConcludeAsync(
            traffic.Acknowledged,
            host,
            $"refused={traffic.Refused} unclear={traffic.Unclear} slowest_503={traffic.SlowestRefusal.TotalSeconds:0.00}s back_after={back.TotalSeconds:0.00}s {mutant}");
        await host.Process.StopAsync();
        return (figures, traffic, back);
    }
}
