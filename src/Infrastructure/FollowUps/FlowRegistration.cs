using CxoneAssist.Application.FollowUps;
using CxoneAssist.Application.FollowUps.Steps;
using CxoneAssist.Application.Ports;
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
        .AddSingleton<DecideStep>()
        .AddSingleton<CreateTaskStep>()
        .AddSingleton<ReconcileStep>()
        .AddSingleton<NotifyStep>()
        // Not taken from the container: an embedding service's own Random need not be safe to share.
        .AddSingleton(provider => ActivatorUtilities.CreateInstance<FollowUpRunner>(provider, Random.Shared));
}
