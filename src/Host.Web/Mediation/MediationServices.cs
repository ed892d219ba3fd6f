using MediatR;

namespace CxoneAssist.Host.Web.Mediation;

internal static class MediationServices
{
    /// <summary>
    /// Registers the mediator of MediatR 5.1. The packages contain none, because embedding services
    /// bring versions of their own.
    /// </summary>
    public static IServiceCollection AddMediator(this IServiceCollection services) =>
        services.AddSingleton<IMediator>(provider => new Mediator(provider.GetService));
}
