using CxoneAssist.Application.Ports;
using Microsoft.Extensions.DependencyInjection;

namespace CxoneAssist.Infrastructure.Cxone;

/// <summary>
/// Whether anything calls CXone in this service, by what is registered: the ports themselves cannot be made before the
/// settings are checked.
/// </summary>
internal sealed class CxoneUse(IServiceCollection services)
{
    private static readonly Type[] Ports = [typeof(IPostInteractionForms), typeof(IWorkflowTasks), typeof(IAgentNotifications)];

    /// <summary>Whether an adapter of ours stands behind a port, so that the settings for CXone are required.</summary>
    public bool IsCertain => Array.Exists(Ports, port => Calls(port) == true);

    /// <summary>Whether a port may call CXone: certainly not where the service put a class or an instance of its own in its place.</summary>
    public bool IsPossible(Type port) => Calls(port) != false;

    /// <summary>
    /// Whether CXone is called. A factory may make a part of the service's own, or wrap an adapter of ours: then complete
    /// settings say that CXone is meant.
    /// </summary>
    public bool IsMeant(CxoneOptions options) =>
        IsCertain || (Array.Exists(Ports, IsPossible) && !CxoneOptionsValidator.Missing(options).Any());

    private bool? Calls(Type port)
    {
        // Libraries that decorate keep what they decorate under a key.
        if (services.Any(service => service.IsKeyedService && service.ServiceType == port && IsOurs(service.KeyedImplementationType)))
        {
            return true;
        }

        var inForce = services.LastOrDefault(service => service.ServiceType == port && !service.IsKeyedService);
        return inForce switch
        {
            null => false,
            { ImplementationFactory: not null } => null,
            _ => IsOurs(inForce.ImplementationType ?? inForce.ImplementationInstance?.GetType()),
        };
    }

    private static bool IsOurs(Type? part) => part?.IsAssignableTo(typeof(ICallsCxone)) == true;
}

/// <summary>The connection of a service that has parts of its own behind all ports.</summary>
internal sealed class CxoneNotUsed : ICxoneConnectionStatus
{
    public CxoneConnectionReport Report() => new(true, "Not used: forms, tasks and notifications are parts of the service's own.");
}
