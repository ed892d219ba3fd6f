using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CxoneAssist.Infrastructure.Cxone.Http;

/// <summary>
/// The one HTTP client for CXone, built here and not by the service's client factory: what others register for their
/// clients must not change how often or whereto we send (docs/adr/0023).
/// </summary>
internal sealed class CxoneHttpClient : IDisposable
{
    public CxoneHttpClient(
        IOptions<CxoneOptions> cxone,
        IOptions<CxoneHttpOptions> http,
        CxoneTransport transport,
        IServiceProvider services,
        ILogger<CxoneHttpClient> logger)
    {
        var options = cxone.Value;
        DelegatingHandler[] chain =
        [
            new SendOnce.Outer(),
            new ResponseSizeHandler(options.MaxResponseBytes),
            .. http.Value.Handlers.Select(make => Added(make(services))),
            new SendOnce.Guard(options.Address, logger),
        ];
        for (var i = 1; i < chain.Length; i++)
        {
            chain[i - 1].InnerHandler = chain[i];
        }

        chain[^1].InnerHandler = transport.Handler;
        Client = new HttpClient(chain[0]) { BaseAddress = options.Address, Timeout = Timeout.InfiniteTimeSpan };
    }

    public HttpClient Client { get; }

    public void Dispose() => Client.Dispose();

    private static DelegatingHandler Added(DelegatingHandler? handler) => handler is { InnerHandler: null }
        ? handler
        : throw new InvalidOperationException(
            "CxoneHttpOptions.Handlers: each factory must return a new handler without an inner handler.");
}
