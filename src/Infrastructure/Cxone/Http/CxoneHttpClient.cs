using System.Text.Json.Serialization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Refit;

namespace CxoneAssist.Infrastructure.Cxone.Http;

/// <summary>
/// The one HTTP client for CXone, built here and not by the service's client factory: what others register for their
/// clients must not change how often or whereto we send (docs/adr/0023).
/// </summary>
internal sealed class CxoneHttpClient : IDisposable
{
    private const int ErrorCharactersRead = 4096;

    private readonly Uri _address;

    public CxoneHttpClient(
        IOptions<CxoneOptions> cxone,
        IOptions<CxoneHttpOptions> http,
        CxoneTransport transport,
        IServiceProvider services,
        ILogger<CxoneHttpClient> logger)
    {
        var options = cxone.Value;
        _address = options.Address;
        First = Chain(
            [
                new SendOnce.Outer(),
                new ResponseSizeHandler(options.MaxResponseBytes),
                .. http.Value.Handlers.Select(make => Added(make(services))),
                new MessageFrameHandler(),
                new SendOnce.Guard(options.Address, logger),
            ],
            transport.Handler);
    }

    /// <summary>The first of the handlers that every request goes through, that for a token too.</summary>
    public HttpMessageHandler First { get; }

    /// <summary>Puts handlers in front of another, and returns the first.</summary>
    public static HttpMessageHandler Chain(IReadOnlyList<DelegatingHandler> handlers, HttpMessageHandler last)
    {
        for (var i = 0; i < handlers.Count; i++)
        {
            handlers[i].InnerHandler = i + 1 < handlers.Count ? handlers[i + 1] : last;
        }

        return handlers[0];
    }

    /// <summary>The calls of an interface with Refit's attributes.</summary>
    /// <param name="json">How bodies are read and written.</param>
    /// <param name="first">Where a request begins. Default: <see cref="First"/>.</param>
    public T CreateApi<T>(JsonSerializerContext json, HttpMessageHandler? first = null)
        where T : class
    {
        var settings = RefitSettings.ForJsonContext(json);
        settings.MaxExceptionContentLength = ErrorCharactersRead;
        settings.ExceptionRedactor = RemoveSecrets;
        var client = new HttpClient(first ?? First, disposeHandler: false) { BaseAddress = _address, Timeout = Timeout.InfiniteTimeSpan };

        // Without it, NICE's APIs may answer that they know no way to render data.
        client.DefaultRequestHeaders.Accept.Add(new("application/json"));
        return RestService.ForGenerated<T>(client, settings);
    }

    public void Dispose() => First.Dispose();

    // An exception keeps its request, so code that logs its members would log the token and the client's secret.
    private static void RemoveSecrets(ApiExceptionBase exception)
    {
        exception.RequestMessage.Headers.Authorization = null;
        exception.RequestMessage.Content = null;
    }

    private static DelegatingHandler Added(DelegatingHandler? handler) => handler is { InnerHandler: null }
        ? handler
        : throw new InvalidOperationException(
            "CxoneHttpOptions.Handlers: each factory must return a new handler without an inner handler.");
}
