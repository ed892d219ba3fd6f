using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Startup;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CxoneAssist.AspNetCore.Tests.Webhooks;

/// <summary>What a service is told about where its webhooks are received.</summary>
internal sealed class MappingTests
{
    [Test]
    public async Task Webhooks_AddedAndNotMapped_AreWarnedAbout()
    {
        await using var server = await StartAsync(_ => { });

        Assert.That(Logged(server), Is.EqualTo(new[]
        {
            (LogLevel.Warning, "No webhook is received: AddCxoneWebhooks was called, and MapCxoneWebhooks was not. Call app.MapCxoneWebhooks()."),
        }));
        Assert.That(Fact(server), Is.EqualTo("Webhooks: signed."));
    }

    [Test]
    public async Task Webhooks_Mapped_AreInTheStartLineWithTheirPathAlone()
    {
        await using var server = await StartAsync(app => app.MapCxoneWebhooks());

        Assert.That(Logged(server), Is.Empty);
        Assert.That(Fact(server), Is.EqualTo("Webhooks: POST /webhooks/interaction-completed, signed."));
    }

    [Test]
    public async Task Webhooks_MappedInAGroup_AreSaidWithTheirWholePath()
    {
        await using var server = await StartAsync(app => app.MapGroup("/cx").MapGroup("/south").MapCxoneWebhooks());

        Assert.That(Logged(server), Is.EqualTo(new[]
        {
            (LogLevel.Information, "Webhooks are received at POST /cx/south/webhooks/interaction-completed."),
        }));
        Assert.That(Fact(server), Is.EqualTo("Webhooks: signed."));
    }

    [Test]
    public async Task Webhooks_MappedTwice_AreRefused([Values] bool inGroup)
    {
        Exception? refused = null;
        await using var server = await StartAsync(app =>
        {
            app.MapCxoneWebhooks();
            IEndpointRouteBuilder again = inGroup ? app.MapGroup("/cx") : app;
            refused = Assert.Throws<InvalidOperationException>(() => again.MapCxoneWebhooks());
        });

        Assert.That(refused!.Message, Does.StartWith("MapCxoneWebhooks was called before: "));
    }

    private static Task<LoopbackServer> StartAsync(Action<WebApplication> map) => LoopbackServer.StartAsync(
        SignedWebhook.Now,
        [new("CXONE_WEBHOOK_SECRET", SignedWebhook.Secret)],
        services => services.AddCxoneWebhooks().AddSingleton<IRequestHandler<AcceptInteraction, ReceiveResult>>(new RecordingHandler()),
        map);

    private static string Fact(LoopbackServer server) => server.Services.GetRequiredService<StartupFact>().Text;

    private static IEnumerable<(LogLevel Level, string Message)> Logged(LoopbackServer server) => server.Logs.GetSnapshot()
        .Where(record => record.Category!.StartsWith("CxoneAssist", StringComparison.Ordinal))
        .Select(record => (record.Level, record.Message));
}
