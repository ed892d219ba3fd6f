using System.Diagnostics.Metrics;
using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Cxone.Availability;
using CxoneAssist.Infrastructure.Cxone.Http;
using CxoneAssist.Infrastructure.Cxone.RateLimiting;
using CxoneAssist.Infrastructure.Cxone.Tokens;
using CxoneAssist.Infrastructure.Cxone.Workflow;
using CxoneAssist.Infrastructure.Settings;
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
        services.TryAddSingleton(new CxoneUse(services));
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
        services.TryAddSingleton(ConnectionStatus);
        services.TryAddSingleton(provider => CxoneTransport.Create(
            Complete(Settings<CxoneOptions>(provider), provider.GetRequiredService<SettingWords>()),
            Settings<CxoneHttpOptions>(provider),
            provider.GetRequiredService<IMeterFactory>()));
        services.TryAddSingleton<CxoneHttpClient>();
        services.TryAddSingleton<CxoneCallPipeline>();
        services.TryAddSingleton(provider =>
            provider.GetRequiredService<CxoneHttpClient>().CreateApi<ITokenApi>(TokenJson.Default));
        services.TryAddSingleton(SettingWords.OfConfiguration);
        return services.AddWorkflow();
    }

    private static ICxoneConnectionStatus ConnectionStatus(IServiceProvider provider) =>
        provider.GetRequiredService<CxoneUse>().IsMeant(Settings<CxoneOptions>(provider))
            ? ActivatorUtilities.CreateInstance<CxoneConnectionStatus>(provider)
            : new CxoneNotUsed();

    // Where a factory of the service makes a port, only the first use shows that CXone is called.
    private static CxoneOptions Complete(CxoneOptions options, SettingWords words) =>
        CxoneOptionsValidator.Missing(options).Select(words.Render).ToList() is { Count: > 0 } missing
            ? throw new OptionsValidationException(Options.DefaultName, typeof(CxoneOptions), missing)
            : options;

    private static T Settings<T>(IServiceProvider provider)
        where T : class => provider.GetRequiredService<IOptions<T>>().Value;
}
