using System.Diagnostics.Metrics;
using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Cxone.Availability;
using CxoneAssist.Infrastructure.Cxone.Http;
using CxoneAssist.Infrastructure.Cxone.RateLimiting;
using CxoneAssist.Infrastructure.Cxone.Tokens;
using CxoneAssist.Infrastructure.Cxone.Workflow;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CxoneAssist.Infrastructure.Cxone;

internal static class CxoneRegistration
{
    /// <summary>
    /// Registers CXone behind the ports. A port that the host registered before stays. The host binds
    /// <see cref="CxoneOptions"/>.
    /// </summary>
    public static IServiceCollection AddCxone(this IServiceCollection services)
    {
        services.AddOptions<CxoneOptions>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<CxoneOptions>, CxoneOptionsValidator>());
        services.TryAddSingleton(TimeProvider.System);
        services.AddMetrics();
        services.TryAddSingleton<LateAnswers>();
        services.TryAddSingleton<CxoneRateLimiter>();
        services.TryAddSingleton<ClientCredentials>();
        services.TryAddSingleton<TokenCache>();
        services.TryAddSingleton<OutageDetector>();
        services.TryAddSingleton<MisconfigurationDetector>();
        services.TryAddSingleton<PauseGate>();
        services.TryAddSingleton<CxoneAvailability>();
        services.TryAddSingleton<ControlRead>();
        services.TryAddSingleton<CxoneClient>();
        services.TryAddSingleton<ICxoneConnectionStatus, CxoneConnectionStatus>();
        services.TryAddSingleton(provider => CxoneTransport.Create(
            Settings<CxoneOptions>(provider),
            Settings<CxoneHttpOptions>(provider),
            provider.GetRequiredService<IMeterFactory>()));
        services.TryAddSingleton<CxoneHttpClient>();
        services.TryAddSingleton<CxoneCallPipeline>();
        services.TryAddSingleton(provider =>
            provider.GetRequiredService<CxoneHttpClient>().CreateApi<ITokenApi>(TokenJson.Default));
        return services.AddWorkflow();
    }

    private static T Settings<T>(IServiceProvider provider)
        where T : class => provider.GetRequiredService<IOptions<T>>().Value;
}
