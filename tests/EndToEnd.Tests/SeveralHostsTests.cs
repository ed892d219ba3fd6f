using CxoneAssist.EndToEnd.Tests.Running;
using CxoneAssist.EndToEnd.Tests.Client;
using CxoneAssist.Simulator;

namespace CxoneAssist.EndToEnd.Tests;

/// <summary>Hosts that share a PostgreSQL database and do not know each other.</summary>
public sealed class SeveralHostsTests : DatabaseTest
{
    private const int Kills = 4;
    private const int Interactions = 400;

    private readonly WebhookLoad _load = new([]);

    // Another host can take over a killed host's rows only when their lease has ended.
    private HostSettings AtWork => Settings.With(
        ("CxoneAssist__Cxone__MaxConcurrency", "12"),
        ("CxoneAssist__Cxone__CreateTimeout", "00:00:01"),
        ("CxoneAssist__Inbox__Lease", "00:00:02"));

    [Test, Slow]
    public async Task Kill_OneOfTwoHostsManyTimes_LosesNothingAndRepeatsNothing()
    {
        await UsePostgreSqlAsync();
        await StartCxoneAsync(new()
        {
            Latency = TimeSpan.FromMilliseconds(15),
            Faults = new() { SlowAnswer = 0.5, SlowAnswerDelay = TimeSpan.FromMilliseconds(30) },
        });
        var steady = await StartHostAsync(AtWork);
        var unfinished = 0;
        foreach (var webhooks in Survey.Webhooks(Interactions).Chunk(Interactions / Kills))
        {
            _load.Add(webhooks);
            unfinished += await WorkAndKillAsync(await StartHostAsync(AtWork), steady);
        }

        var cut = Ledger.Answers(SimulatorCall.CreateTask, 0);
        await _load.SendAsync(steady.Webhooks);
        await steady.Operator.SeeCountAsync("done", Interactions);

        var tally = Tally.Of(_load.Acknowledged, Ledger);
        await TestContext.Out.WriteLineAsync($"hosts=2 kills={Kills} {tally} unfinished at the kills={unfinished} create calls cut by them={cut}");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(tally, Is.EqualTo(new Tally(Interactions, Lost: 0, Dup: 0, Wrong: 0)));
            Assert.That(unfinished, Is.Positive, "No kill hit anything unfinished.");
        }
    }

    [Test]
    public async Task Webhook_SentToEachOfTwoHosts_IsOneInteractionWithOneTask()
    {
        await UsePostgreSqlAsync();
        await StartCxoneAsync(new() { DefaultScore = "2" });
        var hosts = await Task.WhenAll(StartHostAsync(), StartHostAsync());
        var webhooks = Enumerable.Range(0, 100).Select(i => new Webhook($"crosswise-{i}")).ToList();

        var answers = await Task.WhenAll(
            webhooks.Select(hosts[0].Webhooks.SendAsync).Concat(Enumerable.Reverse(webhooks).Select(hosts[1].Webhooks.SendAsync)));

        await hosts[0].Operator.SeeCountAsync("done", webhooks.Count);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answers.Count(answer => answer.Body == """{"received":true}"""), Is.EqualTo(webhooks.Count));
            Assert.That(answers.Count(answer => answer.Body == """{"received":true,"duplicate":true}"""), Is.EqualTo(webhooks.Count));
            Assert.That((Ledger.TaskCount, Ledger.NotificationCount), Is.EqualTo((webhooks.Count, webhooks.Count)));
            Assert.That(await hosts[1].Operator.CountAsync("done"), Is.EqualTo(webhooks.Count), "both see the same inbox");
        }
    }

    /// <summary>
    /// Sends to a host and kills it while it creates tasks; the other host works all the time.
    /// </summary>
    private async Task<int> WorkAndKillAsync(HostClient host, HostClient steady)
    {
        var tasks = Ledger.TaskCount;
        var sending = _load.SendAsync(host.Webhooks);
        await Ledger.WaitUntilAsync(ledger => ledger.TaskCount >= tasks + 20, "two hosts in the middle of their work");
        await host.Process.KillAsync();
        await sending;
        var unfinished = Tally.Of(_load.Acknowledged, Ledger).Lost;
        Assert.That((await steady.ReadyAsync()).Json.Text("status"), Is.Not.Null, "The other one answers.");
        return unfinished;
    }
}
