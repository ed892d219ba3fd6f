using CxoneAssist.EndToEnd.Tests.Client;
using CxoneAssist.Faults.Tests.Harness;
using CxoneAssist.Simulator;

namespace CxoneAssist.Faults.Tests.Scenarios;

/// <summary>CXone denies the forms, or does not know the agents, of many interactions: that is no outage.</summary>
[TestFixtureSource(typeof(Databases), nameof(Databases.SqliteFirst))]
[Timed]
public sealed class DenialTests(Database database) : FaultTest(database)
{
    private const int Interactions = 80;

    // So many of their ids the simulator denies a form, and so many agents it knows.
    private const int Denied = 32;
    private const int Known = 27;

    // Of a quiet machine: the good ones alone take a fraction of a second.
    private static readonly TimeSpan AsFastAsAlone = TimeSpan.FromSeconds(3);

    [Test]
    public async Task Form_DeniedForManyInteractions_ParksThoseAndTheOthersAreDone()
    {
        var (figures, denied, reasons, took) = await DenyAsync("");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(denied, Is.EqualTo(Denied));
            Assert.That(figures, Is.EqualTo(Figures.Clean(Interactions - denied) with { Parked = denied }));
            Assert.That(reasons, Has.Count.EqualTo(denied).And.All.Contains("(403)"));
            Assert.That(took, Is.LessThan(SuiteExtent.Full ? AsFastAsAlone : TimeSpan.MaxValue));
        }
    }

    [Test, Slow]
    public async Task Form_DeniedToAHostThatStopsAtADenial_IsSeen()
    {
        var (_, denied, _, _) = await DenyAsync("stops-at-a-denial");

        Assert.That(denied, Is.GreaterThan(Denied));
    }

    [Test]
    public async Task Agent_UnknownForManyInteractions_LeavesTheOthersTheirNotifications()
    {
        await StartCxoneAsync(new() { DefaultScore = "2", Faults = new() { UnknownAgent = 0.7 } });
        var host = await StartHostAsync(Settings.With(("CxoneAssist__FollowUp__MaxAttempts", "2")));
        var load = new WebhookLoad([.. Enumerable.Range(1, Interactions).Select(number => new Webhook($"i-{number}~s2~", $"agent-{number}"))]);
        await load.SendAsync(host.Webhooks);
        await SettledAsync(host);

        var notified = Ledger.NotificationCount;
        var figures = await ConcludeAsync([.. load.Acknowledged], host, $"unknown_agents={Interactions - notified}");
        Assert.That(figures, Is.EqualTo(Figures.Clean(Interactions)));
        Assert.That(notified, Is.EqualTo(Known));
    }

    private async Task<(Figures Figures, int Denied, List<string> Reasons, TimeSpan Took)> DenyAsync(string mutant)
    {
        await StartCxoneAsync(new() { Faults = new() { FormDenied = 0.375 } });
        var host = await StartFaultHostAsync(("FAULT_MUTANT", mutant), ("CxoneAssist__FollowUp__MaxAttempts", "2"));
        var webhooks = Survey.Webhooks(Interactions);
        var load = new WebhookLoad([.. webhooks.Take(Interactions / 4)]);
        var began = TimeProvider.System.GetUtcNow();
        await load.SendAsync(host.Webhooks);
        await Ledger.WaitUntilAsync(ledger => ledger.Answers(SimulatorCall.Form, 403) > 0, "a denial among the first");
        load.Add(webhooks.Skip(Interactions / 4));
        await load.SendAsync(host.Webhooks);
        await SettledAsync(host);

        var denied = (await host.Operator.ListAsync("parked")).Json.GetProperty("items").EnumerateArray().ToList();
        var others = load.Acknowledged.Except(denied.Select(item => item.Text("interactionId")!)).ToList();
        var took = Ledger.Notifications().Select(note => note.SentAt).DefaultIfEmpty(began).Max() - began;
        var figures = await ConcludeAsync(others, host, $"denied={denied.Count} others_done_after={took.TotalSeconds:0.00}s {mutant}");
        return (figures, denied.Count, [.. denied.Select(item => item.Text("reason")!)], took);
    }
}
