using System.Net;

namespace CxoneAssist.Infrastructure.Cxone.Http;

/// <summary>
/// Reads every answer completely, up to a size limit and within the attempt's time, and gives it as UTF-8.
/// </summary>
internal sealed class ResponseSizeHandler(int maxBytes) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        try
        {
            await response.Content.LoadIntoBufferAsync(maxBytes, cancellationToken);
            response.Content = await AnswerText.InUtf8Async(response, cancellationToken);
            ShowNothing(request, response);
        }
        catch (HttpRequestException) when (!response.IsSuccessStatusCode)
        {
            // The status is enough; only CXone's own words are lost.
            response.Content.Dispose();
            response.Content = new ByteArrayContent([]);
        }
        catch
        {
            response.Dispose();
            throw;
        }

        return response;
    }

    // Refit passes over the content of a 204. From a call that only reads, a 204 says what an empty 200 says.
    private static void ShowNothing(HttpRequestMessage request, HttpResponseMessage response)
    {
        if (response.StatusCode == HttpStatusCode.NoContent && request.Method == HttpMethod.Get)
        {
            response.StatusCode = HttpStatusCode.OK;
        }
    }
}
