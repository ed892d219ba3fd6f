namespace CxoneAssist.Simulator.Serving;

/// <summary>Kestrel asks for services only when it is to speak TLS or read a configuration.</summary>
internal sealed class NoServices : IServiceProvider
{
    public static readonly NoServices Instance = new();

    public object? GetService(Type serviceType) => null;
}
