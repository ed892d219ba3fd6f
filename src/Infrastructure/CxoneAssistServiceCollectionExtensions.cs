using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure;
using CxoneAssist.Infrastructure.Cxone;
using CxoneAssist.Infrastructure.Cxone.Tokens;
using CxoneAssist.Infrastructure.FollowUps;
using CxoneAssist.Infrastructure.Inbox;
using CxoneAssist.Infrastructure.Mediation;
using CxoneAssist.Infrastructure.Policies;
using CxoneAssist.Infrastructure.Pump;
using CxoneAssist.Infrastructure.Settings;
using CxoneAssist.Infrastructure.Startup;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

#pragma warning disable IDE0130 // Where a service finds it without another using.
namespace Microsoft.Extensions.DependencyInjection;
#pragma warning restore IDE0130

/// <summary>Brings CxoneAssist into a service.</summary>
public static class CxoneAssistServiceCollectionExtensions
{
    internal static readonly IReadOnlyList<SettingName> Settings =
    [
        .. SettingName.AllOf(CxoneOptions.Section, typeof(CxoneOptions)),
        .. SettingName.AllOf(InboxOptions.Section, typeof(InboxOptions)),
        .. SettingName.AllOf(FollowUpOptionsValidator.Section, typeof(FollowUpOptions)),
        .. SettingName.AllOf(PolicyOptions.Section, typeof(PolicyOptions)),
    ];

    /// <summary>
    /// Registers the whole of it: policy, flow, inbox, CXone, pump. Wrong settings stop the service's start with an
    /// <see cref="OptionsValidationException"/> that names the key.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">
    /// Where the section <c>CxoneAssist</c> and <c>ConnectionStrings:Inbox</c> are read from: the whole configuration, or the
    /// section of one tenant, in which <c>CxoneAssist</c> is a section of its own.
    /// </param>
    /// <returns>A builder that replaces a port, the policy or the clock.</returns>
    /// <exception cref="InvalidOperationException">It was called before: a service works for one tenant.</exception>
    /// <exception cref="ArgumentException">The configuration is the section <c>CxoneAssist</c>, and not the one above it.</exception>
    /// <example>
    /// <code>
    /// builder.Services.AddCxoneAssist(builder.Configuration);
    /// builder.Services.AddCxoneWebhooks(builder.Configuration);
    /// </code>
    /// </example>
    public static CxoneAssistBuilder AddCxoneAssist(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        services.ThrowIfAdded();
        GivenSection.ThrowIfOurs(configuration, nameof(AddCxoneAssist));
        services.TryAddSingleton(SettingWords.Of(configuration));
        services.AddSettingsSource(_ => new SettingsSource(configuration, Settings));
        services.AddSettings<CxoneOptions>(configuration, CxoneOptions.Section);
        services.AddSingleton<IValidateOptions<CxoneOptions>>(provider =>
            new ShortNamesNotRead(configuration, ConfigurationOf(provider), provider.GetRequiredService<CxoneUse>()));
        services.AddSettings<InboxOptions>(configuration, InboxOptions.Section);
        services.AddSettings<FollowUpOptions>(configuration, FollowUpOptionsValidator.Section);
        services.AddSettings<PolicyOptions>(configuration, PolicyOptions.Section);
        if (configuration is IConfigurationSection section)
        {
            services.AddSingleton<IValidateOptions<CheckedNames>>(provider => new SettingsAboveTheSection(section, ConfigurationOf(provider)));
        }

        return services.AddParts(configuration.GetConnectionString("Inbox"));
    }

    /// <summary>
    /// The same with settings made in code instead of a configuration. Of the service's configuration, the sections of
    /// these settings are not read; a name in them stops the start, since it would be ignored.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Makes the settings. It is called more than once, and must set the same each time.</param>
    /// <returns>A builder that replaces a port, the policy or the clock.</returns>
    /// <exception cref="InvalidOperationException">It was called before: a service works for one tenant.</exception>
    /// <example>
    /// <code>
    /// builder.Services.AddCxoneAssist(settings =>
    /// {
    ///     settings.Cxone.Org = "acme";
    ///     settings.Cxone.ClientId = clientId;
    ///     settings.Cxone.ClientSecret = clientSecret;
    ///     settings.InboxConnectionString = "Data Source=data/inbox.db";
    /// });
    /// </code>
    /// </example>
    public static CxoneAssistBuilder AddCxoneAssist(this IServiceCollection services, Action<CxoneAssistSettings> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.ThrowIfAdded();
        services.AddSettingsSource(provider => new SettingsSource(ConfigurationOf(provider), []) { InCode = Settings });
        services.Configure<CxoneOptions>(options => configure(new CxoneAssistSettings { Cxone = options }));
        services.Configure<InboxOptions>(options => configure(new CxoneAssistSettings { Inbox = options }));
        services.Configure<FollowUpOptions>(options => configure(new CxoneAssistSettings { FollowUp = options }));
        services.Configure<PolicyOptions>(options => configure(new CxoneAssistSettings { Policy = options }));
        services.AddOptions<CxoneOptions>().ValidateOnStart();
        services.AddOptions<InboxOptions>().ValidateOnStart();
        services.AddOptions<FollowUpOptions>().ValidateOnStart();
        services.AddOptions<PolicyOptions>().ValidateOnStart();
        var settings = new CxoneAssistSettings();
        configure(settings);
        services.TryAddSingleton(SettingWords.OfCode);
        return services.AddParts(settings.InboxConnectionString);
    }

    // Two calls would mix their settings: one inbox, and whichever address was bound last.
    private static void ThrowIfAdded(this IServiceCollection services)
    {
        if (services.Any(service => !service.IsKeyedService && service.ImplementationType == typeof(FollowUpPump)))
        {
            throw new InvalidOperationException(
                "AddCxoneAssist was called before: a service works for one tenant. Call it once, or build a host of its own for each tenant.");
        }
    }

    private static IConfiguration ConfigurationOf(IServiceProvider provider) =>
        provider.GetService<IConfiguration>() ?? new ConfigurationBuilder().Build();

    private static CxoneAssistBuilder AddParts(this IServiceCollection services, string? inbox)
    {
        services.AddSteadyTime();
        services.TryAddSingleton(SettingWords.OfConfiguration);
        services.AddWorded<CxoneOptions>().AddWorded<InboxOptions>().AddWorded<FollowUpOptions>().AddWorded<PolicyOptions>();
        services.AddOptions<CheckedNames>().ValidateOnStart();
        var lifetimes = new PortLifetimes(services);
        services.AddSingleton(lifetimes).AddSingleton<IValidateOptions<CheckedNames>>(lifetimes);
        services.AddRanges<CxoneOptions>(CxoneOptions.Section).AddRanges<InboxOptions>(InboxOptions.Section)
            .AddRanges<FollowUpOptions>(FollowUpOptionsValidator.Section);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<FollowUpOptions>, FollowUpOptionsValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<PolicyOptions>, PolicyOptionsValidator>());
        services.TryAddSingleton<IFollowUpPolicies, FollowUpPolicies>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<FollowUpOptions>, LookUpAfterCreation>());
        services.TryAddSingleton(provider => provider.GetRequiredService<IOptions<FollowUpOptions>>().Value);
        services
            .AddHostedService<SettingsAtStart>()
            .AddInbox(inbox)
            .AddHostedService<StartLine>()
            .AddHostedService<ClockWatch>()
            .AddHostedService(provider =>
            {
                lifetimes.Insist();
                return ActivatorUtilities.CreateInstance<TokenAtStart>(provider);
            })
            .AddCxone()
            .AddFlow()
            .AddRequestHandlers()
            .AddMetrics()
            .AddSingleton<FollowUpMetrics>()
            .AddSingleton<InboxPoller>()
            .AddHostedService<FollowUpPump>();
        return new CxoneAssistBuilder(services);
    }
}
