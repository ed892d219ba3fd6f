using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CxoneAssist.Infrastructure.Startup;

/// <summary>
/// Refuses a port that the service registers for a shorter time than its own life, and a part that takes something scoped:
/// the work holds each port as long as the service lives, and would hold a scoped one, with its database context, long
/// after its scope. Outside the environment Development .NET does not look for that.
/// </summary>
internal sealed class PortLifetimes(IServiceCollection services) : IValidateOptions<CheckedNames>
{
    private const string Remedy = "takes what it needs in a scope from an IServiceScopeFactory";

    private static readonly Type[] Ports = [typeof(IPostInteractionForms), typeof(IWorkflowTasks), typeof(IAgentNotifications), typeof(IFollowUpPolicies)];

    public ValidateOptionsResult Validate(string? name, CheckedNames options) =>
        Faults() is { Count: > 0 } faults ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;

    /// <summary>Throws before .NET does, which in Development names each of our services that would hold the port.</summary>
    /// <exception cref="OptionsValidationException">A port is refused.</exception>
    public void Insist()
    {
        if (Faults() is { Count: > 0 } faults)
        {
            throw new OptionsValidationException(Options.DefaultName, typeof(CheckedNames), faults);
        }
    }

    private List<string> Faults() =>
    [
        .. services.Where(service => Ports.Contains(service.ServiceType) && !service.IsKeyedService).SelectMany(
            service => service.Lifetime == ServiceLifetime.Singleton ? Captives(service) : [TooShort(service)]),
    ];

    private static string TooShort(ServiceDescriptor service) =>
        $"{service.ServiceType.Name} is registered as {Word(service.Lifetime)}: register it as a singleton that {Remedy}.";

    // What a part takes by way of another service, or in a factory, only .NET's own check sees.
    private IEnumerable<string> Captives(ServiceDescriptor service) =>
        from constructor in service.ImplementationType?.GetConstructors().OrderByDescending(one => one.GetParameters().Length).Take(1) ?? []
        from parameter in constructor.GetParameters()
        let taken = services.LastOrDefault(one => one.ServiceType == parameter.ParameterType && !one.IsKeyedService)
        where taken?.Lifetime == ServiceLifetime.Scoped
        select $"{service.ImplementationType!.Name} takes {parameter.ParameterType.Name}, which is registered as scoped, and would hold it "
            + $"as long as the service lives: write a part that {Remedy}.";

    private static string Word(ServiceLifetime lifetime) => lifetime.ToString().ToLowerInvariant();
}
