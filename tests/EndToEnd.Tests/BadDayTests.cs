using System.Net;
using CxoneAssist.EndToEnd.Tests.Running;
using CxoneAssist.EndToEnd.Tests.Client;
using CxoneAssist.Simulator;

namespace CxoneAssist.EndToEnd.Tests;

/// <summary>A CXone that refuses, limits and fails.</summary>
public sealed class BadDayTests : EndToEndTest
{
    [TestCase(true, "", "CxoneAssist:Cxone:ClientSecret", TestName = "Webhooks_WhileCxoneRefusesTheClient_AreKeptAndDoneOnceItIsAccepted")]
    [TestCase(false, "workflow:task:create", "workflow:task:create", TestName = "Webhooks_WhileTheScopeForTasksIsWithheld_AreKeptAndDoneOnceItIsGranted")]
    public async Task Webhooks_WhileTheConnectionIsConfiguredWrongly_AreKept(bool clientRejected, string withheldScope, string named)
    {
        const int interactions = 60;
        await StartCxoneAsync(new() { Faults = new() { ClientRejected = clientRejected, WithheldScopes = withheldScope.Split(' ') } });
        var host = await StartHostAsync();
        var webhooks = Survey.Webhooks(interactions);

        var answers = await Task.WhenAll(webhooks.Select(host.Webhooks.SendAsync));
        var ready = await host.ReadyWhenAsync(ready => ready.GetProperty("cxone").Text("summary")!.Contains("pauses", StringComparison.Ordinal));
        var (tokens, parked) = (Ledger.TokenRequests, await host.Operator.CountAsync("parked"));
        Cxone.Faults = SimulatorFaults.None;
        await host.Operator.SeeCountAsync("done", interactions);
        var healthy = await host.ReadyWhenAsync(ready => ready.Text("status") == "healthy");
        await StopCleanlyAsync(host);

        await TestContext.Out.WriteLineAsync($"token requests while it was wrong={tokens} in all={Ledger.TokenRequests}");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answers.Select(answer => answer.Status), Is.All.EqualTo(HttpStatusCode.OK));
            Assert.That((ready.Status, ready.Json.Text("status")), Is.EqualTo((HttpStatusCode.OK, "degraded")));
            Assert.That(ready.Json.Text("attention"), Does.Contain(named));
            Assert.That(host.Process.Log, Has.Some.Contains("\"Critical\"").And.Some.Contains(named));
            Assert.That(parked, Is.Zero);
            Assert.That(tokens, Is.LessThanOrEqualTo(5), "A storm of token requests.");
            Assert.That(Tally.Of([.. webhooks.Select(webhook => webhook.InteractionId)], Ledger), Is.EqualTo(new Tally(interactions, 0, 0, 0)));
            Assert.That(healthy.Status, Is.EqualTo(HttpStatusCode.OK));
        }
    }

    [Test]
    public async Task Webhooks_OnABadDay_AreAllDoneAsThePolicySays()
    {
        const int interactions = 300;
        await StartCxoneAsync(new() { TokenLifetime = TimeSpan.FromSeconds(3), Faults = SimulatorFaults.Mild with { TokenUses = 150 } });
        var host = await StartHostAsync();
        var load = new WebhookLoad(Survey.Webhooks(interactions));

        await load.SendAsync(host.Webhooks);
        await host.Operator.SeeCountAsync("done", interactions);

        var tally = Tally.Of(load.Acknowledged, Ledger);
        var fired = Ledger.Snapshot().Faults;
        await TestContext.Out.WriteLineAsync(
            $"{tally} tokens={Ledger.TokenRequests} {string.Join(' ', fired.Select(fault => $"{fault.Key}={fault.Value}"))}");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(tally, Is.EqualTo(new Tally(interactions, Lost: 0, Dup: 0, Wrong: 0)));
            Assert.That(
                fired.Keys,
                Is.SupersetOf([SimulatorFault.TooManyRequests, SimulatorFault.TooManyRequestsDated, SimulatorFault.TokenRevoked, SimulatorFault.FormError]));
            Assert.That(fired.GetValueOrDefault(SimulatorFault.CreateErrorBefore) + fired.GetValueOrDefault(SimulatorFault.CreateErrorAfter), Is.Positive);
            // A notification is sent once: those that CXone failed are missing, and no other.
            Assert.That(Ledger.NotificationCount + fired.GetValueOrDefault(SimulatorFault.NotifyError), Is.EqualTo(Ledger.TaskCount));
        }
    }
}
