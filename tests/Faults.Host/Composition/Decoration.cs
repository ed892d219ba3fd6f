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

    private static object Make(IServiceProvider provider, ServiceDescriptor service) =>
        service.ImplementationInstance
        ?? service.ImplementationFactory?.Invoke(provider)
        ?? ActivatorUtilities.CreateInstance(provider, service.ImplementationType!);
}
