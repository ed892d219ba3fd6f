using System.Net;
using System.Text.Json;

namespace CxoneAssist.EndToEnd.Tests.Talking;

/// <summary>An answer of the host.</summary>
internal sealed record Reply(HttpStatusCode Status, string Body, string? ContentType = null, TimeSpan? RetryAfter = null)
{
    public static readonly HttpClient Http = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromSeconds(30) };

    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public static Task<Reply> GetAsync(Uri address) => SendAsync(new HttpRequestMessage(HttpMethod.Get, address));

    public static async Task<Reply> SendAsync(HttpRequestMessage request)
    {
        using (request)
        using (var response = await Http.SendAsync(request))
        {
            return new Reply(
                response.StatusCode,
                await response.Content.ReadAsStringAsync(),
                response.Content.Headers.ContentType?.MediaType,
                response.Headers.RetryAfter?.Delta);
        }
    }
}
