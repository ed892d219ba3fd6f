using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CxoneAssist.Infrastructure.Startup;

/// <summary>
/// Refuses a port that the service registers for a shorter time than its own life: the work holds each port as long as
/// the service lives, and would hold a scoped one, with its database context, long after its scope.
/// </summary>
internal sealed class PortLifetimes(IServiceCollection services) : IValidateOptions<CheckedNames>
{
    private static readonly Type[] Ports = [typeof(IPostInteractionForms), typeof(IWorkflowTasks), typeof(IAgentNotifications), typeof(IFollowUpPolicies)];

    public ValidateOptionsResult Validate(string? name, CheckedNames options)
    {
        var faults = services
            .Where(service => Ports.Contains(service.ServiceType) && !service.IsKeyedService && service.Lifetime != ServiceLifetime.Singleton)
            .Select(service => $"{service.ServiceType.Name} is registered as {service.Lifetime.ToString().ToLowerInvariant()}: register it as a "
                + "singleton that takes what it needs in a scope from an IServiceScopeFactory.")
            .ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
