using Microsoft.Extensions.Http.Resilience;

namespace CxoneAssist.CrowdedService;

/// <summary>What services register for all their HTTP clients.</summary>
internal static class HttpDefaults
{
    public static void AddHttpDefaults(this IServiceCollection services, string? which)
    {
        services.ConfigureHttpClientDefaults(client => _ = which switch
        {
            // As every .NET Aspire service does.
            "resilience" => Standard(client),
            "hedging" => Hedging(client),
            "redirects" => client.ConfigurePrimaryHttpMessageHandler(() => new HttpClientHandler { AllowAutoRedirect = true }),
            "logging" => client.AddDefaultLogger().AddHttpMessageHandler(() => new Announcing()),
            _ => throw new InvalidOperationException($"There are no HTTP defaults '{which}'."),
        });
    }

    private static IHttpClientBuilder Standard(IHttpClientBuilder client)
    {
        client.AddStandardResilienceHandler(options => options.Retry.Delay = TimeSpan.FromMilliseconds(50));
        return client;
    }

    private static IHttpClientBuilder Hedging(IHttpClientBuilder client)
    {
        client.AddStandardHedgingHandler().Configure(options => options.Hedging.Delay = TimeSpan.Zero);
        return client;
    }

    /// <summary>Adds a header to every call of the process, as tracing does.</summary>
    private sealed class Announcing : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Add("X-Service", "crowded");
            return base.SendAsync(request, cancellationToken);
        }
    }
}
