using System.Text.Json.Serialization;
using CxoneAssist.Infrastructure.Cxone.Availability;
using CxoneAssist.Infrastructure.Cxone.RateLimiting;
using CxoneAssist.Infrastructure.Cxone.Tokens;
using Microsoft.Extensions.Options;

namespace CxoneAssist.Infrastructure.Cxone.Http;

/// <summary>What every call but that for the token goes through, in this order, before <see cref="CxoneHttpClient"/>.</summary>
internal sealed class CxoneCallPipeline(
    IOptions<CxoneOptions> options,
    CxoneHttpClient client,
    TokenCache tokens,
    CxoneRateLimiter limiter,
    CxoneAvailability availability,
    TimeProvider time)
{
    private readonly HttpMessageHandler _first = CxoneHttpClient.Chain(
        [
            new TotalTimeHandler(options.Value.TotalTime, time),
            new ReadRetryHandler(new RetryThrottle(), time),
            new AccessTokenHandler(tokens, availability),
            new RateLimitHandler(limiter, availability, time),
            new LeaseHandler(options.Value, time),
            new AttemptTimeHandler(options.Value, time),
        ],
        client.First);

    /// <summary>The calls of an interface with Refit's attributes; each method passes its <see cref="CxoneCall"/> on.</summary>
    public T CreateApi<T>(JsonSerializerContext json)
        where T : class => client.CreateApi<T>(json, _first);
}
