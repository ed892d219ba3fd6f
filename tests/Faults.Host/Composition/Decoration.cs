using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Cxone.Http;

namespace CxoneAssist.Faults.Host.Composition;

/// <summary>Puts a decorator in front of any implementation of a port.</summary>
internal static class Decoration
{
    public static IServiceCollection Decorate<TPort>(this IServiceCollection services, Func<IServiceProvider, TPort, TPort> decorate)
        where TPort : class
    {
        var inner = services.Last(service => service.ServiceType == typeof(TPort));
        services.Remove(inner);
        services.AddSingleton(provider => decorate(provider, (TPort)Make(provider, inner)));
        return services;
    }

    /// <summary>
    /// Puts a handler between the guard against repeated calls and the socket, where no service can
    /// put one.
    /// </summary>
    public static IServiceCollection DecorateTransport(this IServiceCollection services, Func<DelegatingHandler> make) =>
        services.Decorate<CxoneTransport>((_, inner) =>
        {
            var handler = make();
            handler.InnerHandler = inner.Handler;
            return new CxoneTransport(handler);
        });

    /// <summary>
    /// As <see cref="Decorate{TPort}"/>; what opens the inbox at the start must still meet the
    /// inbox itself.
    /// </summary>
    public static IServiceCollection DecorateInbox(
        this IServiceCollection services, Func<IServiceProvider, IFollowUpInbox, IFollowUpInbox> decorate)
    {
        var inner = services.Last(service => service.ServiceType == typeof(IFollowUpInbox));
        var opening = services.FirstOrDefault(service => TakesAnInbox(service.ImplementationType) && service.ServiceType == typeof(IHostedService));
        if (opening is not null)
        {
            services[services.IndexOf(opening)] = ServiceDescriptor.Singleton(provider =>
                (IHostedService)ActivatorUtilities.CreateInstance(provider, opening.ImplementationType!, Make(provider, inner)));
        }

        return services.Decorate(decorate);
    }

    private static bool TakesAnInbox(Type? type) =>
        type?.Name == "InboxOpener" && type.GetConstructors()[0].GetParameters().Any(part => part.ParameterType == typeof(IFollowUpInbox));

    private static object Make(IServiceProvider provider, ServiceDescriptor service) =>
        service.ImplementationInstance
        ?? service.ImplementationFactory?.Invoke(provider)
        ?? ActivatorUtilities.CreateInstance(provider, service.ImplementationType!);
}
