using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Cxone.Admission;
using CxoneAssist.Infrastructure.Cxone.Pacing;
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
        services.TryAddSingleton<CxonePacer>();
        services.TryAddSingleton<ClientCredentials>();
        services.TryAddSingleton<TokenCache>();
        services.TryAddSingleton<ConfigurationGate>();
        services.TryAddSingleton<CxoneResilience>();
        services.TryAddSingleton<Blame>();
        services.TryAddSingleton<CxoneGate>();
        services.TryAddSingleton<CxoneConnection>();
        services.TryAddSingleton<IPostInteractionForms, CxoneForms>();
        services.TryAddSingleton<IWorkflowTasks, CxoneTasks>();
        services.TryAddSingleton<IAgentNotifications, CxoneNotifications>();
        services.TryAddSingleton<ICxoneConnectionStatus, CxoneConnectionStatus>();
        services.AddRefitGeneratedClient<ICxoneApi>(_ => Contract()).OverOneConnection();
        services.AddRefitGeneratedClient<ICxoneTokenApi>(_ => Contract()).OverOneConnection();
        return services;
    }

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

    private static void OverOneConnection(this IHttpClientBuilder client) => client
        .ConfigureHttpClient((provider, http) =>
        {
            http.BaseAddress = Settings(provider).Address;
            http.Timeout = Timeout.InfiniteTimeSpan;
        })
        .ConfigurePrimaryHttpMessageHandler(provider => Transport(Settings(provider)))
        .AddHttpMessageHandler(provider => new BoundedAnswers(Settings(provider).MaxResponseBytes))
        .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
        .RemoveAllLoggers();

    private static SocketsHttpHandler Transport(CxoneOptions options) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        // A proxy named in the environment would be shown the client's secret, since plain http is for loopback.
        UseProxy = !options.Address.IsLoopback,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = ConnectTime(options),
        MaxConnectionsPerServer = options.MaxConcurrency,
    };

    // Shorter than any attempt, so that not getting through is told apart from not getting an answer.
    private static TimeSpan ConnectTime(CxoneOptions options) =>
        Enum.GetValues<CallKind>().Select(options.AttemptTime).Append(options.TokenTimeout).Min() / 2;

    private static CxoneOptions Settings(IServiceProvider provider) => provider.GetRequiredService<IOptions<CxoneOptions>>().Value;
}
