using CxoneAssist.AspNetCore.Health;
using CxoneAssist.AspNetCore.Webhooks;
using CxoneAssist.Infrastructure.Settings;
using CxoneAssist.Infrastructure.Startup;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

#pragma warning disable IDE0130 // Callers need no further using directive.
namespace Microsoft.Extensions.DependencyInjection;
#pragma warning restore IDE0130

/// <summary>Registers the webhooks of CxoneAssist in an ASP.NET Core service.</summary>
public static class CxoneWebhookServiceCollectionExtensions
{
    /// <summary>
    /// Registers the services that <see cref="CxoneWebhookEndpointExtensions.MapCxoneWebhooks"/>
    /// and <see cref="CxoneHealthEndpointExtensions.MapCxoneHealth"/> need, in addition to
    /// <c>AddCxoneAssist</c>. May be called more than once. The configuration overrides settings
    /// made with <c>Configure&lt;WebhookOptions&gt;</c> before this call; settings made after it
    /// win.
    /// </summary>
    /// <param name="services">The service's registrations.</param>
    /// <param name="configuration">
    /// The whole configuration, including section <see cref="WebhookOptions.Section"/>. Default:
    /// the one that the service registered.
    /// </param>
    /// <returns>The services, for further registrations.</returns>
    /// <exception cref="ArgumentException">The configuration is the section <c>CxoneAssist</c>, and not the one above it.</exception>
    /// <example>
    /// <code>
    /// builder.Services.AddCxoneAssist(builder.Configuration);
    /// builder.Services.AddCxoneWebhooks(builder.Configuration);
    /// </code>
    /// </example>
    public static IServiceCollection AddCxoneWebhooks(
        this IServiceCollection services, IConfiguration? configuration = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (services.Any(service => service.ServiceType == typeof(WebhookEndpoint)))
        {
            return services;
        }

        if (configuration is not null)
        {
            GivenSection.ThrowIfOurs(configuration, nameof(AddCxoneWebhooks));
        }

        services.AddOptions<WebhookOptions>().ValidateOnStart();
        services.TryAddTransient<IOptionsFactory<WebhookOptions>>(provider => ActivatorUtilities.CreateInstance<WordedOptionsFactory<WebhookOptions>>(
            provider, SettingWords.Of(provider.GetRequiredService<WatchedConfiguration>().Configuration)));
        services.AddSingleton(
            provider => new WatchedConfiguration(configuration ?? provider.GetRequiredService<IConfiguration>()));
        services.AddSingleton<IConfigureOptions<WebhookOptions>>(
            provider => new WebhookConfiguration(provider.GetRequiredService<WatchedConfiguration>().Configuration));
        services.AddSingleton<IValidateOptions<WebhookOptions>>(provider => new BoundSettings<WebhookOptions>(
            provider.GetRequiredService<WatchedConfiguration>().Configuration.GetSection(WebhookOptions.Section)));
        services.AddSingleton<IValidateOptions<WebhookOptions>, WebhookOptionsValidator>();
        services.AddRanges<WebhookOptions>(WebhookOptions.Section);
        services.AddSettingsSource(provider => new SettingsSource(
            provider.GetRequiredService<WatchedConfiguration>().Configuration, WebhookConfiguration.Settings));
        services.AddSingleton(provider => Fact(
            provider.GetRequiredService<MappedWebhooks>(), provider.GetRequiredService<IOptions<WebhookOptions>>().Value));
        services.AddSingleton<MappedWebhooks>();
        services.AddHostedService<WebhookRouteLog>();
        services.AddMetrics();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<WebhookMetrics>();
        services.AddSingleton<UnknownEventTypes>();
        services.AddSingleton<DroppedMemberLog>();
        services.AddSingleton<RefusalLog>();
        services.AddSingleton<WebhookKeys>();
        services.AddSingleton<WebhookReader>();
        services.AddSingleton<WebhookEndpoint>();
        services.TryAddSingleton<ReadinessProbe>();
        return services;
    }

    private static StartupFact Fact(MappedWebhooks mapped, WebhookOptions options)
    {
        var path = mapped.Path is { } known ? $"POST {known}, " : "";
        return new($"Webhooks: {path}{(options.Secrets.Count > 0 ? "signed" : "UNSIGNED")}.");
    }
}
