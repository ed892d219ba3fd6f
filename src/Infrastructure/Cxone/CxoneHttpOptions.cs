using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace CxoneAssist.Infrastructure.Cxone;

/// <summary>
/// What an embedding service adds to the HTTP connection to CXone. It is the only way to change that connection:
/// what the service registers for its own clients (<c>AddHttpClient</c>, <c>ConfigureHttpClientDefaults</c>) does not
/// reach it, because a repeated create call makes a second task. Read once, at the first call.
/// </summary>
/// <example>
/// <code>
/// builder.Services.Configure&lt;CxoneHttpOptions&gt;(http =>
/// {
///     http.Handlers.Add(provider => new TracingHandler());
///     http.Proxy = new WebProxy("http://proxy.internal:3128");
///     http.ClientCertificates.Add(X509CertificateLoader.LoadPkcs12FromFile("client.pfx", password));
/// });
/// </code>
/// </example>
public sealed class CxoneHttpOptions
{
    /// <summary>
    /// Handlers that see every call, the first one outermost; each factory returns a new handler. Default none. A
    /// handler may read and add headers, trace and measure. It may not send a call again nor to another host: such a
    /// call is refused before the socket, and its outcome counts as unknown.
    /// </summary>
    public IList<Func<IServiceProvider, DelegatingHandler>> Handlers { get; } = [];

    /// <summary>
    /// The proxy for every call. Default none: then the proxy that the environment names (<c>HTTPS_PROXY</c>,
    /// <c>NO_PROXY</c>) is used, and none where CXone's address is loopback.
    /// </summary>
    public IWebProxy? Proxy { get; set; }

    /// <summary>The certificates offered when CXone, or a gateway in front of it, asks for one. Default none.</summary>
    public X509Certificate2Collection ClientCertificates { get; } = [];
}
