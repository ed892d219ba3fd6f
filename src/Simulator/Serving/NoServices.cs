namespace CxoneAssist.Simulator.Serving;

/// <summary>Kestrel needs services only for TLS and for reading a configuration.</summary>
internal sealed class NoServices : IServiceProvider
{
    public static readonly NoServices Instance = new();

    public object? GetService(Type serviceType) => null;
}
