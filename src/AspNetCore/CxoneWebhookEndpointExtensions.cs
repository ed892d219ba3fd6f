using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using CxoneAssist.AspNetCore;
using CxoneAssist.AspNetCore.Webhooks;
using CxoneAssist.Infrastructure.Startup;
using MediatR;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

#pragma warning disable IDE0130 // Callers need no further using directive.
namespace Microsoft.AspNetCore.Builder;
#pragma warning restore IDE0130

/// <summary>Maps the webhooks of CxoneAssist in an ASP.NET Core service.</summary>
public static class CxoneWebhookEndpointExtensions
{
    /// <summary>
    /// Maps the webhook to <see cref="WebhookOptions.Path"/> for every method; methods other than
    /// POST are answered 405. The webhook's signature authenticates the sender, so a fallback
    /// authorization policy of the service does not apply, unless
    /// <see cref="WebhookOptions.AllowUnsigned"/> is in force. <c>RequireAuthorization()</c> on the
    /// returned endpoint, or on a group around it, applies in addition to the signature.
    /// </summary>
    /// <param name="endpoints">The service's routes.</param>
    /// <returns>The endpoint, for conventions of the service's own.</returns>
    /// <example>
    /// <code>
    /// app.MapCxoneWebhooks();   // POST /webhooks/interaction-completed
    /// </code>
    /// </example>
    /// <exception cref="InvalidOperationException">
    /// <c>AddCxoneWebhooks</c> or <c>AddCxoneAssist</c> was not called, or this was called before.
    /// </exception>
    /// <exception cref="OptionsValidationException">
    /// Settings are missing or wrong; the message names all of them, those of other parts included.
    /// </exception>
    public static IEndpointConventionBuilder MapCxoneWebhooks(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var endpoint = Endpoint(endpoints.ServiceProvider)
            ?? throw new InvalidOperationException("MapCxoneWebhooks needs services.AddCxoneWebhooks(configuration).");
        var known = endpoints.ServiceProvider.GetService<IServiceProviderIsService>();
        if (known?.IsService(typeof(IRequestHandler<AcceptInteraction, ReceiveResult>)) == false)
        {
            throw new InvalidOperationException("MapCxoneWebhooks needs services.AddCxoneAssist(configuration).");
        }

        endpoints.ServiceProvider.GetRequiredService<MappedWebhooks>().Add(endpoints is IApplicationBuilder ? endpoint.Path : null);
        var webhooks = endpoints.Map(endpoint.Path, endpoint.HandleAsync).WithDisplayName("CXone webhook").WithMetadata(new WebhookMark());
        return endpoint.IsSigned ? webhooks.PassFallbackPolicy() : webhooks;
    }

    private static WebhookEndpoint? Endpoint(IServiceProvider services)
    {
        try
        {
            return services.GetService<WebhookEndpoint>();
        }
        catch (OptionsValidationException)
        {
            // It knows its own settings alone: what else is wrong would show at the next start only.
            SettingsAtStart.Check(services);
            throw;
        }
    }
}
