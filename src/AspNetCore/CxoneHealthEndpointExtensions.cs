using CxoneAssist.AspNetCore.Health;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

#pragma warning disable IDE0130 // Where a service finds it without another using.
namespace Microsoft.AspNetCore.Builder;
#pragma warning restore IDE0130

/// <summary>Brings the health of CxoneAssist into an ASP.NET Core service.</summary>
public static class CxoneHealthEndpointExtensions
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>
    /// Maps <c>/healthz/live</c>, 200 while the process answers at all, and <c>/healthz/ready</c>, 503 only while webhooks cannot be
    /// stored. Everything else that needs a person is <c>degraded</c> with 200, each with its sentence in <c>attention</c>, so that a
    /// load balancer does not take the acknowledgements away too. An outcome is kept for a second. No customer data.
    /// </summary>
    /// <param name="endpoints">The service's routes.</param>
    /// <returns>Both endpoints, for conventions of the service's own.</returns>
    /// <exception cref="InvalidOperationException"><c>AddCxoneWebhooks</c> was not called.</exception>
    public static IEndpointConventionBuilder MapCxoneHealth(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        if (endpoints.ServiceProvider.GetService<IServiceProviderIsService>()?.IsService(typeof(ReadinessProbe)) == false)
        {
            throw new InvalidOperationException("MapCxoneHealth needs services.AddCxoneWebhooks(configuration).");
        }

        var group = endpoints.MapGroup("/healthz");
        group.MapMethods("/live", Methods, HealthAnswer.LiveAsync);
        group.MapMethods("/ready", Methods, HealthAnswer.ReadyAsync);
        return group;
    }
}
