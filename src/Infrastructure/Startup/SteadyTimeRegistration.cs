using CxoneAssist.Application.FollowUps;
using Microsoft.Extensions.DependencyInjection;

namespace CxoneAssist.Infrastructure.Startup;

internal static class SteadyTimeRegistration
{
    /// <summary>Steadies the system's clock; a clock of the service's own is left unchanged.</summary>
    public static IServiceCollection AddSteadyTime(this IServiceCollection services)
    {
        var registered = services.LastOrDefault(service => service.ServiceType == typeof(TimeProvider) && !service.IsKeyedService);
        if (registered is not null && !ReferenceEquals(registered.ImplementationInstance, TimeProvider.System))
        {
            return services;
        }

        if (registered is not null)
        {
            services.Remove(registered);
        }

        return services.AddSingleton<TimeProvider>(new SteadyTime(TimeProvider.System));
    }
}
