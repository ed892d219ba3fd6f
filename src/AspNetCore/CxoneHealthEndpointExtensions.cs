using CxoneAssist.AspNetCore;
using CxoneAssist.AspNetCore.Health;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

#pragma warning disable IDE0130 // Callers need no further using directive.
namespace Microsoft.AspNetCore.Builder;
#pragma warning restore IDE0130

/// <summary>Maps the health endpoints of CxoneAssist in an ASP.NET Core service.</summary>
public static class CxoneHealthEndpointExtensions
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>
    /// Maps <c>/healthz/live</c> and <c>/healthz/ready</c>. The first answers 200 while the process
    /// answers at all. The second answers 503 only while webhooks cannot be stored. Everything else
    /// that needs a person is <c>degraded</c> with 200, with a sentence each in <c>attention</c>: a
    /// load balancer must not take the webhook endpoint away as well. A result is reused for a
    /// second. It contains no customer data. Load balancers have no credentials, so a fallback
    /// authorization policy of the service does not apply; <c>RequireAuthorization()</c> on the
    /// returned endpoints, or on a group around them, does.
    /// </summary>
    /// <param name="endpoints">The service's routes.</param>
    /// <returns>Both endpoints, for conventions of the service's own.</returns>
    /// <example>
    /// <code>
    /// app.MapCxoneHealth();   // GET /healthz/live and /healthz/ready
    /// </code>
    /// </example>
    /// <exception cref="InvalidOperationException">
    /// <c>AddCxoneWebhooks</c> was not called.
    /// </exception>
    public static IEndpointConventionBuilder MapCxoneHealth(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var known = endpoints.ServiceProvider.GetService<IServiceProviderIsService>();
        if (known?.IsService(typeof(ReadinessProbe)) == false)
        {
            throw new InvalidOperationException("MapCxoneHealth needs services.AddCxoneWebhooks(configuration).");
        }

        var group = endpoints.MapGroup("/healthz");
        group.MapMethods("/live", Methods, HealthAnswer.LiveAsync);
        group.MapMethods("/ready", Methods, HealthAnswer.ReadyAsync);
        return group.PassFallbackPolicy();
    }
}
