using System.Net;
using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using CxoneAssist.AspNetCore.Tests.Health;
using CxoneAssist.AspNetCore.Webhooks;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CxoneAssist.AspNetCore.Tests.Webhooks;

/// <summary>Secrets that are changed while the service runs.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class SecretRotationTests
{
    private const string Both = $"{SignedWebhook.Secret} {SignedWebhook.OtherSecret}";

    private readonly RecordingHandler handler = new();
    private IConfigurationRoot configuration = null!;
    private LoopbackServer server = null!;
    private Action<WebApplication> beforeMapping = _ => { };

    [TearDown]
    public async Task StopAsync()
    {
        await server.DisposeAsync();
        var logged = string.Join('\n', server.Logs.GetSnapshot().Select(record => record.Message + record.Exception));
        Assert.That(logged, Does.Not.Contain("whsec_A").And.Not.Contain("whsec_M").And.Not.Contain("not-base64"));
    }

    [Test]
    public async Task AnotherSecret_TakesTheOldOnesPlaceWithoutAGapOrARestart()
    {
        await StartAsync(SignedWebhook.Secret);
        Assert.That(await SendAsync(SignedWebhook.Secret, SignedWebhook.OtherSecret), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.Unauthorized)));

        Change(Both);
        Assert.That(await SendAsync(SignedWebhook.Secret, SignedWebhook.OtherSecret), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.OK)));

        Change(SignedWebhook.OtherSecret);
        Assert.That(await SendAsync(SignedWebhook.Secret, SignedWebhook.OtherSecret), Is.EqualTo((HttpStatusCode.Unauthorized, HttpStatusCode.OK)));
        Assert.That(string.Join('|', Logged(LogLevel.Information)), Is.EqualTo(
            "The webhook secrets were changed: 2 in force.|The webhook secrets were changed: 1 in force."));
    }

    [Test]
    public async Task ASecretThatChangesWhileTheServiceStarts_IsInForce()
    {
        beforeMapping = app =>
        {
            _ = app.Services.GetRequiredService<IOptions<WebhookOptions>>().Value;
            Change(SignedWebhook.OtherSecret);
        };
        await StartAsync(SignedWebhook.Secret);

        Assert.That(await SendAsync(SignedWebhook.Secret, SignedWebhook.OtherSecret), Is.EqualTo((HttpStatusCode.Unauthorized, HttpStatusCode.OK)));
    }

    [TestCase("whsec_not-base64!", "is not base64")]
    [TestCase("whsec_AAEC", "is shorter than")]
    [TestCase($"{SignedWebhook.OtherSecret} whsec_not-base64!", "Secrets:1")]
    [TestCase("", "There is no webhook secret")]
    [TestCase(null, "There is no webhook secret")]
    public async Task ASetThatIsNotUsable_LeavesTheOneBeforeInForceAndIsReported(string? secrets, string finding)
    {
        await StartAsync(SignedWebhook.Secret);
        Change(secrets);
        Change(secrets);

        Assert.That(await SendAsync(SignedWebhook.Secret, SignedWebhook.OtherSecret), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.Unauthorized)));
        Assert.That(Logged(LogLevel.Error), Has.Length.EqualTo(1).And.All.Contains(finding));
        Assert.That(await ReadyAsync(), Does.Contain("\"degraded\"").And.Contain(finding));

        Change(SignedWebhook.OtherSecret);
        server.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.That(await SendAsync(SignedWebhook.Secret, SignedWebhook.OtherSecret), Is.EqualTo((HttpStatusCode.Unauthorized, HttpStatusCode.OK)));
        Assert.That(await ReadyAsync(), Does.Contain("\"healthy\"").And.Not.Contain("secret"));
    }

    [Test]
    public async Task AllSecretsRemoved_WithUnsignedAllowed_DoesNotSwitchTheCheckOff()
    {
        await StartAsync(SignedWebhook.Secret);
        configuration["CxoneAssist:Webhook:AllowUnsigned"] = "true";
        Change(null);

        Assert.That(await SendAsync(SignedWebhook.Secret, SignedWebhook.OtherSecret), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.Unauthorized)));
        Assert.That(await StatusAsync(new SignedWebhook()), Is.EqualTo(HttpStatusCode.Unauthorized), "unsigned");
        Assert.That(await ReadyAsync(), Does.Contain("\"degraded\""));
    }

    [Test]
    public async Task AFirstSecret_WhereUnsignedOnesWereAccepted_SwitchesTheCheckOn()
    {
        await StartAsync(null, ("CxoneAssist:Webhook:AllowUnsigned", "true"));
        Assert.That(await StatusAsync(new SignedWebhook()), Is.EqualTo(HttpStatusCode.OK));

        Change(SignedWebhook.Secret);
        Assert.That(await StatusAsync(new SignedWebhook()), Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    private async Task StartAsync(string? secrets, params (string Key, string? Value)[] settings)
    {
        configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Append(("CXONE_WEBHOOK_SECRET", secrets)).Select(one => KeyValuePair.Create(one.Item1, one.Item2)))
            .Build();
        server = await LoopbackServer.StartAsync(
            SignedWebhook.Now,
            [],
            services => services.AddCxoneWebhooks(configuration)
                .AddSingleton<IRequestHandler<AcceptInteraction, ReceiveResult>>(handler)
                .AddSingleton<IFollowUpRecords>(new ScriptedRecords()),
            app =>
            {
                beforeMapping(app);
                app.MapCxoneWebhooks();
                app.MapCxoneHealth();
            });
    }

    private void Change(string? secrets)
    {
        configuration["CXONE_WEBHOOK_SECRET"] = secrets;
        configuration.Reload();
    }

    private async Task<(HttpStatusCode Old, HttpStatusCode New)> SendAsync(string old, string fresh) =>
        (await StatusAsync(new SignedWebhook().Sign(old)), await StatusAsync(new SignedWebhook().Sign(fresh)));

    private async Task<HttpStatusCode> StatusAsync(SignedWebhook webhook)
    {
        using var response = await server.Client.SendAsync(webhook.ToRequest());
        return response.StatusCode;
    }

    private Task<string> ReadyAsync() => server.Client.GetStringAsync(new Uri("/healthz/ready", UriKind.Relative));

    private string[] Logged(LogLevel level) =>
        [.. server.Logs.GetSnapshot().Where(line => line.Level == level && line.Category!.EndsWith("WebhookKeys", StringComparison.Ordinal)).Select(line => line.Message)];
}
