using CxoneAssist.Application.FollowUps;
using CxoneAssist.Application.FollowUps.Steps;
using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Startup;
using FluentValidation;
using Microsoft.Extensions.DependencyInjection;

namespace CxoneAssist.Infrastructure.FollowUps;

/// <summary>Registers what works on a follow-up: the runner and its steps.</summary>
internal static class FlowRegistration
{
    public static IServiceCollection AddFlow(this IServiceCollection services) => services
        .AddSingleton<IValidator<FollowUpTask>, FollowUpTaskValidator>()
        .AddSingleton<IPartFailures, PartFailureLog>()
        .AddSingleton<TaskTexts>()
        .AddSingleton<TaskBuilder>()
        .AddWithPorts<DecideStep>()
        .AddWithPorts<CreateTaskStep>()
        .AddWithPorts<ReconcileStep>()
        .AddWithPorts<NotifyStep>()
        // Not taken from the container: an embedding service's own Random need not be safe to share.
        .AddSingleton(provider => ActivatorUtilities.CreateInstance<FollowUpRunner>(provider, Random.Shared));

    // By a factory, which .NET's check of lifetimes leaves alone: ours says what to do about a scoped port.
    private static IServiceCollection AddWithPorts<TStep>(this IServiceCollection services)
        where TStep : class => services.AddSingleton(provider =>
        {
            provider.GetRequiredService<PortLifetimes>().Insist();
            return ActivatorUtilities.CreateInstance<TStep>(provider);
        });
}
