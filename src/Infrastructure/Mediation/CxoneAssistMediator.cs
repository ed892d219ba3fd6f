using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CxoneAssist.Infrastructure.Mediation;

/// <summary>
/// Registers MediatR 5.1's mediator for a host that sends commands through <see cref="IMediator"/>. A service that brings MediatR 12 or later
/// registers its own instead: nothing else of ours uses the mediator.
/// </summary>
public static class CxoneAssistMediator
{
    /// <summary>Registers <see cref="IMediator"/>, unless it is registered already.</summary>
    /// <param name="services">The services.</param>
    public static IServiceCollection AddCxoneAssistMediator(this IServiceCollection services)
    {
        services.TryAddSingleton<IMediator>(provider => new Mediator(provider.GetService));
        return services;
    }
}
