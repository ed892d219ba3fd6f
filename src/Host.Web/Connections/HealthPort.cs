using System.Net;
using Microsoft.AspNetCore.Connections;

namespace CxoneAssist.Host.Web.Connections;

/// <summary>
/// A port on which only the health endpoints answer, with connections of its own: an orchestrator
/// must not restart a host because callers have taken all the others.
/// </summary>
/// <param name="number">The port.</param>
internal sealed class HealthPort(int number)
{
    /// <summary>How many connections to it may be open at once.</summary>
    public const int MostConnections = 64;

    private const string Path = "/healthz";

    public ConnectionCount Connections { get; } = new(MostConnections);

    public bool Owns(ConnectionContext connection) => (connection.LocalEndPoint as IPEndPoint)?.Port == number;

    /// <summary>Whether a request is for something else than the health endpoints.</summary>
    public bool Refuses(HttpContext context) =>
        context.Connection.LocalPort == number && !context.Request.Path.StartsWithSegments(Path, StringComparison.Ordinal);
}
