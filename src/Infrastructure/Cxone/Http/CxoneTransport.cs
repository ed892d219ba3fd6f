using System.Diagnostics.Metrics;

namespace CxoneAssist.Infrastructure.Cxone.Http;

/// <summary>The innermost handler, with its own connections: every call leaves the process through it.</summary>
/// <param name="handler">Sends a request to the socket, once.</param>
internal sealed class CxoneTransport(HttpMessageHandler handler)
{
    public HttpMessageHandler Handler => handler;

    public static CxoneTransport Create(CxoneOptions cxone, CxoneHttpOptions http, IMeterFactory meters) => new(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            Proxy = http.Proxy,

            // A proxy named in the environment would see the client's secret, because plain http is for loopback.
            UseProxy = http.Proxy is not null || !cxone.Address.IsLoopback,
            SslOptions = { ClientCertificates = http.ClientCertificates.Count == 0 ? null : http.ClientCertificates },
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            ConnectTimeout = ConnectTime(cxone),
            MaxConnectionsPerServer = cxone.MaxConcurrency,
            MeterFactory = meters,
        });

    // Shorter than any attempt, so that a call that did not connect is told apart from one without an answer.
    private static TimeSpan ConnectTime(CxoneOptions options) =>
        Enum.GetValues<CallKind>().Select(options.AttemptTime).Append(options.TokenTimeout).Min() / 2;
}
