using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CxoneAssist.Host.Web.Connections;

/// <summary>Protects the host's connections, for every setting of the address that it listens on.</summary>
internal static class ConnectionRegistration
{
    public static void AddConnections(this WebApplicationBuilder builder)
    {
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddMetrics().AddSingleton<ClosedConnections>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<ClosedConnections>());
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureEndpointDefaults(Protect));
    }

    /// <summary>Must come before everything that can take time.</summary>
    public static void UseConnections(this WebApplication app)
    {
        var health = app.Services.GetService<HealthPort>();
        app.Use((context, next) =>
        {
            FirstRequest.Note(context);
            if (health?.Refuses(context) != true)
            {
                return next(context);
            }

            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
    }

    private static void Protect(ListenOptions endpoint)
    {
        var services = endpoint.ApplicationServices;
        var closed = services.GetRequiredService<ClosedConnections>();
        var time = services.GetRequiredService<TimeProvider>();
        var (all, health) = (services.GetRequiredService<ConnectionCount>(), services.GetService<HealthPort>());
        endpoint.Use(next => connection =>
            (health?.Owns(connection) == true ? health.Connections : all).LimitAsync(connection, next, closed));
        endpoint.Use(next => new FirstRequest(next, closed, time).OnConnectionAsync);
    }
}
