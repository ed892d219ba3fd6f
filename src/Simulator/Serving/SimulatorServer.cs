using System.Net;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CxoneAssist.Simulator.Serving;

/// <summary>
/// Kestrel alone, without a host. It costs little next to the service that is measured with it, and
/// ignores the settings, URLs and stop signals of the process that it may share with that service.
/// </summary>
internal sealed class SimulatorServer : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly KestrelServer _kestrel;

    private SimulatorServer(int port) => _kestrel = new KestrelServer(
        Options.Create(Listening(port)),
        new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance),
        NullLoggerFactory.Instance);

    public Uri BaseAddress => new(_kestrel.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single());

    public static async Task<SimulatorServer> StartAsync(
        SimulatorTenant tenant, int port, CancellationToken cancellationToken)
    {
        var server = new SimulatorServer(port);
        try
        {
            var handler = new CallHandler(tenant, server._stopping.Token);
            await server._kestrel.StartAsync(new SimulatorApplication(handler), cancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();

        // The token is already cancelled: connections are aborted at once, not awaited.
        await _kestrel.StopAsync(_stopping.Token);
        _kestrel.Dispose();
        _stopping.Dispose();
    }

    private static KestrelServerOptions Listening(int port)
    {
        var options = new KestrelServerOptions { AddServerHeader = false, ApplicationServices = NoServices.Instance };
        options.Limits.MinRequestBodyDataRate = null;
        options.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http1);
        return options;
    }
}
