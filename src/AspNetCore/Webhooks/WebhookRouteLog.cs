using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CxoneAssist.AspNetCore.Webhooks;

/// <summary>
/// Says where webhooks are received, once the routes are built: where that is nowhere, senders get 404 and nothing else
/// in this service would say so.
/// </summary>
internal sealed partial class WebhookRouteLog(MappedWebhooks mapped, ILogger<WebhookRouteLog> logger, EndpointDataSource? routes = null)
    : IHostedLifecycleService
{
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        var route = routes?.Endpoints.OfType<RouteEndpoint>().FirstOrDefault(endpoint => endpoint.Metadata.GetMetadata<WebhookMark>() is not null);
        if (route is null)
        {
            Log.NotMapped(logger);
        }
        else if (mapped.Path is null)
        {
            Log.Mapped(logger, route.RoutePattern.RawText);
        }

        return Task.CompletedTask;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning,
            "No webhook is received: AddCxoneWebhooks was called, and MapCxoneWebhooks was not. Call app.MapCxoneWebhooks().")]
        public static partial void NotMapped(ILogger logger);

        [LoggerMessage(2, LogLevel.Information, "Webhooks are received at POST {Path}.")]
        public static partial void Mapped(ILogger logger, string? path);
    }
}
