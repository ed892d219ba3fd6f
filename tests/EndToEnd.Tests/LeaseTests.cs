using CxoneAssist.EndToEnd.Tests.Client;
using CxoneAssist.Simulator;

namespace CxoneAssist.EndToEnd.Tests;

public sealed class LeaseTests : DatabaseTest
{
    [Test]
    public async Task Lease_ThatEndsWhileAFormIsBeingRead_LeavesTheTaskToWhoeverHoldsTheNextOne()
    {
        const int interactions = 30;
        await UsePostgreSqlAsync();
        await StartCxoneAsync(new() { Faults = new() { SlowAnswer = 0.2, SlowAnswerDelay = TimeSpan.FromSeconds(2.5) } });
        var settings = Settings.With(
            ("CxoneAssist__Inbox__Lease", "00:00:02"),
            ("CxoneAssist__Cxone__CreateTimeout", "00:00:01"),
            ("CxoneAssist__FollowUp__LookUpDelay", "00:00:01"));
        var host = await StartHostAsync(settings);

        // A host does not take its own work away: another one does.
        await StartHostAsync(settings);
        var load = new WebhookLoad(Survey.Webhooks(interactions));

        await load.SendAsync(host.Webhooks);
        await host.Operator.SeeCountAsync("done", interactions);

        var tally = Tally.Of(load.Acknowledged, Ledger);
        var readAgain = Ledger.Calls(SimulatorCall.Form) - interactions;
        await TestContext.Out.WriteLineAsync($"{tally} forms read again by the next holder={readAgain}");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(tally, Is.EqualTo(new Tally(interactions, Lost: 0, Dup: 0, Wrong: 0)));
            Assert.That(readAgain, Is.Positive, "No lease ended too early.");
        }
    }
}
