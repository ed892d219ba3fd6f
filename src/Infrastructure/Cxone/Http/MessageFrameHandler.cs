namespace CxoneAssist.Infrastructure.Cxone.Http;

/// <summary>
/// Gives every request a length, because some servers refuse one without (411), and notes whether a cut answer would
/// have been noticed. It runs after the added handlers: they may replace a body, or read an answer and so hide how its
/// end was marked.
/// </summary>
internal sealed class MessageFrameHandler : DelegatingHandler
{
    private static readonly HttpRequestOptionsKey<bool> Whole = new("cxone.whole");

    /// <summary>
    /// Whether an answer is known to have arrived completely. Where only the end of the connection ends a body, an
    /// empty body may be one that was cut.
    /// </summary>
    /// <param name="request">The request that the answer names as its own.</param>
    public static bool IsWhole(HttpRequestMessage? request) =>
        request is not null && request.Options.TryGetValue(Whole, out var whole) && whole;

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is { } content)
        {
            await content.LoadIntoBufferAsync(cancellationToken);
        }

        var response = await base.SendAsync(request, cancellationToken);
        response.RequestMessage?.Options.Set(Whole, HasMarkedEnd(response));
        return response;
    }

    private static bool HasMarkedEnd(HttpResponseMessage response) =>
        response.StatusCode == System.Net.HttpStatusCode.NoContent
        || response.Version.Major >= 2
        || response.Headers.TransferEncodingChunked == true
        || response.Content.Headers.ContentLength is not null;
}
