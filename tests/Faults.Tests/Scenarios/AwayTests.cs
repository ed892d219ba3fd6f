using System.Net;
using CxoneAssist.EndToEnd.Tests.Talking;
using CxoneAssist.Faults.Tests.Harness;

namespace CxoneAssist.Faults.Tests.Scenarios;

/// <summary>A CXone that is gone for a while.</summary>
[TestFixture(Database.Sqlite)]
public sealed class AwayTests(Database database) : FaultTest(database)
{
    private static readonly int Interactions = Extent.Of(200, 2000);

    [Test]
    public async Task Cxone_GoneUnderLoadAndBack_CostsNoAttemptAndNoAcknowledgement()
    {
        var (figures, statuses, attempts, refused) = await RunAsync("");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(figures, Is.EqualTo(Figures.Clean(Interactions)));
            Assert.That(statuses, Is.All.EqualTo(HttpStatusCode.OK), "Acknowledgements do not hang on CXone.");
            Assert.That(attempts, Is.Zero);
            Assert.That(refused, Is.Positive, "Nobody tried while it was gone.");
        }
    }

    [Test]
    public async Task Cxone_GoneUnderAHostThatCountsOutages_IsSeen() =>
        Assert.That((await RunAsync("counts-outages")).Figures.Parked, Is.Positive);

    private async Task<(Figures Figures, IEnumerable<HttpStatusCode> Statuses, int Attempts, int Refused)> RunAsync(string mutant)
    {
        await StartCxoneAsync();
        await using var wire = new TcpProxy(Cxone.BaseAddress.Port) { Down = true };
        var host = await StartFaultHostAsync(
            ("CXONE_BASE_URL", $"http://127.0.0.1:{wire.Port}/"), ("FAULT_MUTANT", mutant), ("CxoneAssist__FollowUp__MaxAttempts", "2"));
        var webhooks = Survey.Webhooks(Interactions);
        var replies = await Task.WhenAll(webhooks.Select(host.Webhooks.SendAsync));
        await Eventually.SeeAsync(() => Task.FromResult(wire.Refused), refused => refused >= 3, refused => $"{refused} refused");
        var attempts = (await host.Operator.ListAsync()).Json.GetProperty("items").EnumerateArray().Sum(item => item.GetProperty("attempts").GetInt32());
        if (mutant.Length > 0)
        {
            await Eventually.SeeAsync(() => host.Operator.CountAsync("parked"), parked => parked > 0, parked => $"{parked} parked");
        }

        wire.Down = false;
        await SettledAsync(host);
        var figures = await ConcludeAsync(
            [.. webhooks.Select(webhook => webhook.InteractionId)], host, $"refused_connections={wire.Refused} attempts_while_away={attempts} {mutant}");
        await host.Process.StopAsync();
        return (figures, replies.Select(reply => reply.Status), attempts, wire.Refused);
    }
}
