using System.Net;
using System.Text.Json;
using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using CxoneAssist.AspNetCore.Webhooks;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;

namespace CxoneAssist.AspNetCore.Tests.Webhooks;

/// <summary>
/// The webhook endpoint on a real server; after every test the log must contain nothing that was
/// received.
/// </summary>
internal abstract class WebhookFixture
{
    protected RecordingHandler Handler { get; private set; } = null!;

    protected LoopbackServer Server { get; private set; } = null!;

    protected MetricCollector<long> Counted { get; private set; } = null!;

    [SetUp]
    public Task StartAsync() => RestartAsync([]);

    [TearDown]
    public async Task StopAsync()
    {
        Counted.Dispose();
        await Server.DisposeAsync();
        var logged = string.Join('\n', Server.Logs.GetSnapshot().Where(IsOurs).Select(record => record.Message + record.Exception));
        Assert.That(logged, Does.Not.Contain("canary").And.Not.Contain("whsec_").And.Not.Contain(SignedWebhook.Secret[6..]));
    }

    protected static bool IsOurs(Microsoft.Extensions.Logging.Testing.FakeLogRecord record) => record.Category!.StartsWith("CxoneAssist", StringComparison.Ordinal);

    protected async Task RestartAsync(Dictionary<string, string?> settings, Action<KestrelServerOptions>? kestrel = null)
    {
        Counted?.Dispose();
        await (Server?.DisposeAsync() ?? default);
        Handler = new RecordingHandler();
        settings.TryAdd("CXONE_WEBHOOK_SECRET", SignedWebhook.Secret);
        Server = await LoopbackServer.StartAsync(
            SignedWebhook.Now,
            settings,
            services => services.AddCxoneWebhooks().AddSingleton<IRequestHandler<AcceptInteraction, ReceiveResult>>(Handler),
            app => app.MapCxoneWebhooks(),
            kestrel);
        Counted = Server.Counter(WebhookMetrics.MeterName, WebhookMetrics.CounterName);
    }

    protected async Task<string> SendAsync(HttpRequestMessage request, HttpStatusCode expected)
    {
        using var response = await Server.Client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Assert.That(response.StatusCode, Is.EqualTo(expected), text);
        return text;
    }

    /// <summary>
    /// Sends a webhook that must be refused, and checks everything that a refusal must fulfil.
    /// </summary>
    protected async Task<HttpResponseMessage> RefuseAsync(HttpRequestMessage request, HttpStatusCode expected)
    {
        var response = await Server.Client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Assert.That(response.StatusCode, Is.EqualTo(expected), text);
        Assert.That(response.Content.Headers.ContentType?.ToString(), Is.EqualTo("application/problem+json"));
        AssertIsProblem(text, (int)expected);
        return response;
    }

    protected void AssertIsProblem(string text, int status)
    {
        var problem = JsonDocument.Parse(text).RootElement;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(problem.GetProperty("status").GetInt32(), Is.EqualTo(status));
            Assert.That(problem.GetProperty("type").GetString(), Is.EqualTo("about:blank"));
            Assert.That(problem.GetProperty("title").GetString(), Is.Not.Empty);
            Assert.That(problem.GetProperty("error").GetString(), Does.EndWith("."));
            Assert.That(problem.EnumerateObject().Count(), Is.EqualTo(4));
            Assert.That(text, Does.Not.Contain("canary").And.Not.Contain("   at "));
            Assert.That(Handler.Accepted, Is.Empty);
            Assert.That(Answers(), Is.EqualTo($"refused {status}"));
        }
    }

    protected string Answers() => string.Join(", ", Counted.GetMeasurementSnapshot()
        .Select(one => string.Join(' ', one.Tags.OrderBy(tag => tag.Key).Select(tag => tag.Value))));
}
