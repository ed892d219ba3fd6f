using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Time.Testing;

namespace CxoneAssist.Simulator.Tests;

public sealed class SimulatorWebhookTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);

    [Test]
    public async Task CreateWebhook_OfAnInteraction_ReportsItsEndToTheUsualPath()
    {
        await using var cxone = await CxoneSimulator.StartAsync();

        using var webhook = cxone.CreateWebhook("interaction-1");

        Assert.That((webhook.Method, webhook.RequestUri?.ToString()), Is.EqualTo((HttpMethod.Post, "/webhooks/interaction-completed")));
        Assert.That(await webhook.Content!.ReadAsStringAsync(), Is.EqualTo(
            """{"interactionId":"interaction-1","eventType":"interaction.completed","agentId":"agent-1"}"""));
    }

    [Test]
    public async Task CreateWebhook_WithEveryMember_HasThemAll()
    {
        await using var cxone = await CxoneSimulator.StartAsync();

        using var webhook = cxone.CreateWebhook(new SimulatorWebhook("i")
        {
            EventType = "e", AgentId = "a", CustomerId = "c", Skill = "s", Queue = "q", Channel = "ch", Language = "l", CompletedAt = Now, Path = "/p",
        });

        Assert.That(webhook.RequestUri?.ToString(), Is.EqualTo("/p"));
        Assert.That(await webhook.Content!.ReadAsStringAsync(), Is.EqualTo(
            """{"interactionId":"i","eventType":"e","agentId":"a","customerId":"c","skill":"s","queue":"q","channel":"ch","language":"l","completedAt":"2026-11-22T10:00:00+00:00"}"""));
    }

    // Written from standardwebhooks.com: HMAC-SHA256 of id, time and body, joined by dots.
    [Test]
    public async Task CreateWebhook_ByStandardWebhooks_IsSignedAtTheTimeOfTheClock()
    {
        await using var cxone = await CxoneSimulator.StartAsync(new() { TimeProvider = new FakeTimeProvider(Now) });

        using var webhook = cxone.CreateWebhook("interaction-1");

        var (id, time) = (Header(webhook, "webhook-id"), Header(webhook, "webhook-timestamp"));
        var key = Convert.FromBase64String(cxone.WebhookSecret["whsec_".Length..]);
        var content = Encoding.UTF8.GetBytes($"{id}.{time}.{await webhook.Content!.ReadAsStringAsync()}");
        Assert.That(time, Is.EqualTo(Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)));
        Assert.That(Header(webhook, "webhook-signature"), Is.EqualTo("v1," + Convert.ToBase64String(HMACSHA256.HashData(key, content))));
    }

    [Test]
    public async Task CreateWebhook_Again_IsAnotherMessage()
    {
        await using var cxone = await CxoneSimulator.StartAsync();

        using var first = cxone.CreateWebhook("interaction-1");
        using var second = cxone.CreateWebhook("interaction-1");

        Assert.That(Header(first, "webhook-id"), Is.Not.EqualTo(Header(second, "webhook-id")));
    }

    [Test]
    public async Task Settings_OfASimulator_AreThoseThatItAccepts()
    {
        await using var any = await CxoneSimulator.StartAsync();
        await using var one = await CxoneSimulator.StartAsync(new() { ClientId = "id", ClientSecret = "secret" });

        Assert.That(any.Settings["CxoneAssist:Cxone:BaseUrl"], Is.EqualTo(any.BaseAddress.ToString()));
        Assert.That(any.Settings.Values, Has.All.Not.Empty);
        Assert.That((one.Settings["CxoneAssist:Cxone:ClientId"], one.Settings["CxoneAssist:Cxone:ClientSecret"]), Is.EqualTo(("id", "secret")));
        Assert.That(one.Settings["CxoneAssist:Webhook:Secrets:0"], Is.EqualTo(one.WebhookSecret));
    }

    private static string Header(HttpRequestMessage request, string name) => request.Headers.GetValues(name).Single();
}
