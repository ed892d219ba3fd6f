using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using CxoneAssist.AspNetCore.Health;
using CxoneAssist.AspNetCore.Webhooks;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CxoneAssist.AspNetCore;

/// <summary>Brings the webhooks of CxoneAssist into an ASP.NET Core service.</summary>
public static class CxoneWebhookExtensions
{
    /// <summary>
    /// Registers what <see cref="MapCxoneWebhooks"/> and <see cref="CxoneHealthExtensions.MapCxoneHealth"/> need, beside
    /// <c>AddCxoneAssist</c>. May be called more than once. Settings made with <c>Configure&lt;WebhookOptions&gt;</c> before this call are
    /// overridden by the configuration, those made after it win.
    /// </summary>
    /// <param name="services">The service's registrations.</param>
    /// <param name="configuration">The whole configuration, with section <see cref="WebhookOptions.Section"/> in it; by default the one
    /// the service registered.</param>
    public static IServiceCollection AddCxoneWebhooks(this IServiceCollection services, IConfiguration? configuration = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (services.Any(service => service.ServiceType == typeof(WebhookEndpoint)))
        {
            return services;
        }

        services.AddOptions<WebhookOptions>().ValidateOnStart();
        services.AddSingleton(provider => new WatchedConfiguration(configuration ?? provider.GetRequiredService<IConfiguration>()));
        services.AddSingleton<IConfigureOptions<WebhookOptions>>(
            provider => new WebhookConfiguration(provider.GetRequiredService<WatchedConfiguration>().Configuration));
        services.AddSingleton<IValidateOptions<WebhookOptions>, WebhookOptionsValidator>();
        services.AddMetrics();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<WebhookMetrics>();
        services.AddSingleton<UnknownEventTypes>();
        services.AddSingleton<Refusals>();
        services.AddSingleton<WebhookKeys>();
        services.AddSingleton<WebhookReader>();
        services.AddSingleton<WebhookEndpoint>();
        services.TryAddSingleton<ReadinessProbe>();
        return services;
    }

    /// <summary>
    /// Maps the webhook to <see cref="WebhookOptions.Path"/>, for every method: others than POST are answered 405. The webhook's signature
    /// is what admits it, so where the service asks for a signed-in user by default, add <c>AllowAnonymous()</c> to what this returns.
    /// </summary>
    /// <param name="endpoints">The service's routes.</param>
    /// <returns>The endpoint, for conventions of the service's own.</returns>
    /// <exception cref="InvalidOperationException"><c>AddCxoneWebhooks</c> or <c>AddCxoneAssist</c> was not called.</exception>
    /// <exception cref="OptionsValidationException">A setting is missing or wrong; the message names its key.</exception>
    public static IEndpointConventionBuilder MapCxoneWebhooks(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var endpoint = endpoints.ServiceProvider.GetService<WebhookEndpoint>()
            ?? throw new InvalidOperationException("MapCxoneWebhooks needs services.AddCxoneWebhooks(configuration).");
        if (endpoints.ServiceProvider.GetService<IServiceProviderIsService>()?.IsService(typeof(IRequestHandler<AcceptInteraction, ReceiveResult>)) == false)
        {
            throw new InvalidOperationException("MapCxoneWebhooks needs services.AddCxoneAssist(configuration).");
        }

        return endpoints.Map(endpoint.Path, endpoint.HandleAsync).WithDisplayName("CXone webhook");
    }
}
