namespace CxoneAssist.Infrastructure.Cxone.Http;

/// <summary>Reads every answer completely, up to a size limit and within the attempt's time.</summary>
internal sealed class ResponseSizeHandler(int maxBytes) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        try
        {
            await response.Content.LoadIntoBufferAsync(maxBytes, cancellationToken);
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
}
