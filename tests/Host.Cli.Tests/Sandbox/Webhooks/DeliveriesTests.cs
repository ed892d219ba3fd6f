using System.Globalization;
using System.Net;
using System.Text;
using CxoneAssist.Domain;
using CxoneAssist.Host.Cli.CommandLine;
using CxoneAssist.Host.Cli.Sandbox.Surveys;
using CxoneAssist.Host.Cli.Sandbox.Webhooks;
using Microsoft.Extensions.Time.Testing;

namespace CxoneAssist.Host.Cli.Tests.Sandbox.Webhooks;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class DeliveriesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 10, 0, 0, 700, TimeSpan.Zero);

    private readonly SigningSecret _secret = SigningSecret.Fresh();
    private readonly FakeTimeProvider _time = new(Now);

    [Test]
    public async Task SendAsync_ManySurveys_RepeatsAboutOneInTwentyAndCountsThem()
    {
        using var host = new ScriptedHost();
        var deliveries = new Deliveries(GeneratedSurveys.Create(2_000, 1, FollowUpPolicy.Default), seed: 1);

        await deliveries.SendAsync(Sender(host), _time, CancellationToken.None);

        Assert.That((deliveries.Stored, deliveries.Duplicates, host.Webhooks.Count), Is.EqualTo((2_000, deliveries.Repeats, deliveries.Total)));
        Assert.That(deliveries.Repeats, Is.InRange(100, 200));
        Assert.That(host.Webhooks.CountBy(webhook => webhook.Id).Max(id => id.Value), Is.EqualTo(3));
    }

    [Test]
    public async Task SendAsync_Webhook_IsSignedAndSaysThatTheInteractionEndedNow()
    {
        using var host = new ScriptedHost();
        var deliveries = new Deliveries([new Survey("a-1", "ann", "2", "Email")], seed: 1);

        await deliveries.SendAsync(Sender(host), _time, CancellationToken.None);

        var (id, timestamp, signature, body) = host.Webhooks.Single();
        Assert.That(Encoding.UTF8.GetString(body), Is.EqualTo(
            """{"eventType":"interaction.completed","interactionId":"a-1","agentId":"ann","timestamp":"2026-11-22T10:00:00Z","channel":"Email"}"""));
        Assert.That(timestamp, Is.EqualTo(Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)));
        Assert.That(signature, Is.EqualTo(_secret.Sign(id, Now.ToUnixTimeSeconds(), body)));
        Assert.That(deliveries.Played.Single().CompletedAt, Is.EqualTo(new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.Zero)));
    }

    [Test]
    public async Task DeliverAsync_HostAsksToComeAgain_SignsAnewAfterTheTimeItAskedFor()
    {
        using var host = new ScriptedHost();
        var busy = new HttpResponseMessage(HttpStatusCode.ServiceUnavailable);
        busy.Headers.Add("Retry-After", "3");
        host.First.Enqueue(busy);

        var delivery = Sender(host).DeliverAsync("msg_1", """{"interactionId":"a-1"}"""u8.ToArray(), CancellationToken.None);
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.That(delivery.IsCompleted, Is.False);
        _time.Advance(TimeSpan.FromSeconds(1));
        await delivery;

        Assert.That(host.Webhooks.Select(webhook => webhook.Timestamp).Distinct().Count(), Is.EqualTo(2));
    }

    [Test]
    public void DeliverAsync_HostRefuses_FailsAtOnceWithItsAnswer()
    {
        using var host = new ScriptedHost();
        host.First.Enqueue(new HttpResponseMessage(HttpStatusCode.Unauthorized) { Content = new StringContent("no such secret") });

        Assert.That(
            async () => await Sender(host).DeliverAsync("msg_1", [], CancellationToken.None),
            Throws.TypeOf<CommandFailure>().With.Message.EqualTo("The host refused a webhook: 401 no such secret"));
    }

    private WebhookSender Sender(ScriptedHost host) => new(host.Client(), _secret, _time);
}
