using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using CxoneAssist.Domain;
using CxoneAssist.Infrastructure.Cxone;
using CxoneAssist.Infrastructure.FollowUps;
using CxoneAssist.Infrastructure.Inbox;
using CxoneAssist.Infrastructure.Mediation;
using CxoneAssist.Infrastructure.Policies;
using CxoneAssist.Infrastructure.Pump;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CxoneAssist.Infrastructure;

/// <summary>Brings CxoneAssist into a service.</summary>
public static class CxoneAssistServices
{
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
        services.AddOptions<CxoneOptions>().Bind(configuration.GetSection(CxoneOptions.Section));
        services.AddOptions<InboxOptions>().Bind(configuration.GetSection("CxoneAssist:Inbox"));
        var followUp = configuration.GetSection("CxoneAssist:FollowUp");
        services.AddOptions<FollowUpOptions>().Configure(_ => ModeSetting.Check(followUp[nameof(FollowUpOptions.Mode)])).Bind(followUp).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<FollowUpOptions>, FollowUpOptionsValidator>());
        services.AddOptions<PolicyOptions>().Bind(configuration.GetSection(PolicyOptions.Section)).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<PolicyOptions>, PolicyOptionsValidator>());
        services.TryAddSingleton<IFollowUpPolicies, FollowUpPolicies>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<FollowUpOptions>, LookUpAfterCreation>());
        services.TryAddSingleton(provider => provider.GetRequiredService<IOptions<FollowUpOptions>>().Value);
        return services
            .AddHostedService<ModeAtStart>()
            .AddInbox(configuration.GetConnectionString("Inbox"))
            .AddCxone()
            .AddRequestHandlers()
            .AddPump();
    }

    private static IServiceCollection AddPump(this IServiceCollection services) => services
        .AddMetrics()
        .AddSingleton<FollowUpMetrics>()
        .AddSingleton<InboxPoller>()
        .AddHostedService<FollowUpPump>();
}
