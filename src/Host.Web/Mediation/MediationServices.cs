using MediatR;

namespace CxoneAssist.Host.Web.Mediation;

internal static class MediationServices
{
    /// <summary>Registers MediatR 5.1's mediator. The packages use none, because embedding services bring versions of their own.</summary>
    public static IServiceCollection AddMediator(this IServiceCollection services) =>
        services.AddSingleton<IMediator>(provider => new Mediator(provider.GetService));
}
