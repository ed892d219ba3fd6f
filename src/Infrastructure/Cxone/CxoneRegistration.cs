using System.Diagnostics.Metrics;
using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Cxone.Admission;
using CxoneAssist.Infrastructure.Cxone.Http;
using CxoneAssist.Infrastructure.Cxone.RateLimiting;
using CxoneAssist.Infrastructure.Cxone.Tokens;
using CxoneAssist.Infrastructure.Cxone.Wire;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Refit;

namespace CxoneAssist.Infrastructure.Cxone;

internal static class CxoneRegistration
{
    private const int ErrorCharactersRead = 4096;

    /// <summary>Registers CXone behind the ports; those a host registered already stay. The host binds <see cref="CxoneOptions"/>.</summary>
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
        services.TryAddSingleton<ConfigurationGate>();
        services.TryAddSingleton<CxoneResilience>();
        services.TryAddSingleton<Blame>();
        services.TryAddSingleton<CxoneGate>();
        services.TryAddSingleton<CxoneClient>();
        services.TryAddSingleton<IPostInteractionForms, CxoneForms>();
        services.TryAddSingleton<IWorkflowTasks, CxoneTasks>();
        services.TryAddSingleton<IAgentNotifications, CxoneNotifications>();
        services.TryAddSingleton<ICxoneConnectionStatus, CxoneConnectionStatus>();
        services.TryAddSingleton(provider => CxoneTransport.Create(
            Settings<CxoneOptions>(provider), Settings<CxoneHttpOptions>(provider), provider.GetRequiredService<IMeterFactory>()));
        services.TryAddSingleton<CxoneHttpClient>();
        services.TryAddSingleton(Client<ICxoneApi>);
        services.TryAddSingleton(Client<ICxoneTokenApi>);
        return services;
    }

    private static T Settings<T>(IServiceProvider provider)
        where T : class => provider.GetRequiredService<IOptions<T>>().Value;

    private static T Client<T>(IServiceProvider provider)
        where T : class => RestService.ForGenerated<T>(provider.GetRequiredService<CxoneHttpClient>().Client, Contract());

    private static RefitSettings Contract()
    {
        var settings = RefitSettings.ForJsonContext(CxoneJson.Default);
        settings.MaxExceptionContentLength = ErrorCharactersRead;
        settings.ExceptionRedactor = Redact;
        return settings;
    }

    // An exception keeps its request, and whoever logs exceptions by their members would log the token and the client's secret.
    private static void Redact(ApiExceptionBase exception)
    {
        exception.RequestMessage.Headers.Authorization = null;
        exception.RequestMessage.Content = null;
    }
}
