namespace CxoneAssist.Faults.Host.Mutants;

/// <summary>Asks for a token before every call, as a client without a cache does.</summary>
internal sealed class ATokenACall(IConfiguration configuration) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var ask = new HttpRequestMessage(HttpMethod.Post, new Uri(request.RequestUri!, "/oauth/token"))
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["grant_type"] = "client_credentials",
                ["client_id"] = configuration["CXONE_CLIENT_ID"] ?? "",
                ["client_secret"] = configuration["CXONE_CLIENT_SECRET"] ?? "",
                ["scope"] = "interaction:read postinteractionform:read workflow:task:create notification:write",
            }),
        };

        // An answer that is held keeps its connection, and the call would wait for one.
        (await base.SendAsync(ask, cancellationToken)).Dispose();
        return await base.SendAsync(request, cancellationToken);
    }
}
