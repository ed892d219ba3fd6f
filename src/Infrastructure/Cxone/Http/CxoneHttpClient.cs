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

    private readonly HttpClient _client;

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
        _client = new HttpClient(chain[0]) { BaseAddress = options.Address, Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>The calls of an interface with Refit's attributes, made with this client.</summary>
    public T CreateApi<T>(JsonSerializerContext json)
        where T : class
    {
        var settings = RefitSettings.ForJsonContext(json);
        settings.MaxExceptionContentLength = ErrorCharactersRead;
        settings.ExceptionRedactor = RemoveSecrets;
        return RestService.ForGenerated<T>(_client, settings);
    }

    public void Dispose() => _client.Dispose();

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
