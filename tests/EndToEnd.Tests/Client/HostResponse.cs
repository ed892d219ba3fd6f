using System.Net;
using System.Text.Json;

namespace CxoneAssist.EndToEnd.Tests.Client;

/// <summary>An answer of the host.</summary>
internal sealed record HostResponse(HttpStatusCode Status, string Body, string? ContentType = null, TimeSpan? RetryAfter = null)
{
    public static readonly HttpClient Http = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromMinutes(1) };

    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public static Task<HostResponse> GetAsync(Uri address) => SendAsync(new HttpRequestMessage(HttpMethod.Get, address));

    public static async Task<HostResponse> SendAsync(HttpRequestMessage request)
    {
        using (request)
        using (var response = await Http.SendAsync(request))
        {
            return new HostResponse(
                response.StatusCode,
                await response.Content.ReadAsStringAsync(),
                response.Content.Headers.ContentType?.MediaType,
                response.Headers.RetryAfter?.Delta);
        }
    }
}
