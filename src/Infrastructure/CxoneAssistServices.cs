using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using CxoneAssist.Domain;
using CxoneAssist.Infrastructure.Cxone;
using CxoneAssist.Infrastructure.FollowUps;
using CxoneAssist.Infrastructure.Inbox;
using CxoneAssist.Infrastructure.Mediation;
using CxoneAssist.Infrastructure.Policies;
using CxoneAssist.Infrastructure.Pump;
using CxoneAssist.Infrastructure.Settings;
using CxoneAssist.Infrastructure.Startup;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CxoneAssist.Infrastructure;

/// <summary>Brings CxoneAssist into a service.</summary>
public static class CxoneAssistServices
{
    internal static readonly IReadOnlyList<SettingName> Settings =
    [
        .. SettingName.AllOf(CxoneOptions.Section, typeof(CxoneOptions)),
        .. SettingName.AllOf(InboxOptionsValidator.Section, typeof(InboxOptions)),
        .. SettingName.AllOf(FollowUpOptionsValidator.Section, typeof(FollowUpOptions)),
        .. SettingName.AllOf(PolicyOptions.Section, typeof(PolicyOptions)),
    ];

    /// <summary>
    /// Registers the whole of it: policy, flow, inbox, CXone, pump. A <see cref="FollowUpPolicy"/>, a <see cref="TimeProvider"/> or a port that
    /// is registered before stays. Wrong settings stop the service's start with an <see cref="OptionsValidationException"/> that names the key.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">Where the section <c>CxoneAssist</c> and <c>ConnectionStrings:Inbox</c> are read from.</param>
    public static IServiceCollection AddCxoneAssist(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSettingsSource(_ => new SettingsSource(configuration, Settings));
        services.AddSettings<CxoneOptions>(configuration, CxoneOptions.Section);
        services.AddSettings<InboxOptions>(configuration, InboxOptionsValidator.Section);
        services.AddOptions<FollowUpOptions>().Configure(_ => ModeSetting.Check(configuration[ModeSetting.Key]));
        services.AddSettings<FollowUpOptions>(configuration, FollowUpOptionsValidator.Section);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<FollowUpOptions>, FollowUpOptionsValidator>());
        services.AddSettings<PolicyOptions>(configuration, PolicyOptions.Section);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<PolicyOptions>, PolicyOptionsValidator>());
        services.TryAddSingleton<IFollowUpPolicies, FollowUpPolicies>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<FollowUpOptions>, LookUpAfterCreation>());
        services.TryAddSingleton(provider => provider.GetRequiredService<IOptions<FollowUpOptions>>().Value);
        return services
            .AddInbox(configuration.GetConnectionString("Inbox"))
            .AddHostedService<StartLine>()
            .AddCxone()
            .AddRequestHandlers()
            .AddPump();
    }

    private static IServiceCollection AddPump(this IServiceCollection services) => services
        .AddMetrics()
        .AddSingleton<SettledFollowUps>()
        .AddSingleton<DueWork>()
        .AddHostedService<FollowUpPump>();
}
