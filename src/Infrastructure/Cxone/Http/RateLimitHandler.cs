using System.Net;
using System.Threading.RateLimiting;
using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Cxone.Availability;
using CxoneAssist.Infrastructure.Cxone.RateLimiting;

namespace CxoneAssist.Infrastructure.Cxone.Http;

/// <summary>Lets a call, and each repeat of it, wait for its turn; the limiter learns from the answers.</summary>
internal sealed class RateLimitHandler(CxoneRateLimiter limiter, CxoneAvailability availability, TimeProvider time) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = CxoneCall.Of(request);
        using var lease = await limiter.AcquireAsync(1, call.StopsWaiting(cancellationToken));
        if (!lease.IsAcquired)
        {
            lease.TryGetMetadata(MetadataName.RetryAfter, out var wait);
            throw new CallNotSentException(
                new(FailureKind.Unavailable, "Not sent: CXone's rate limit, or the calls under way, leave no room for now.", time.GetUtcNow() + wait));
        }

        // A pause may have begun while the call waited.
        if (availability.Refuse(call) is { } refused)
        {
            throw new CallNotSentException(refused);
        }

        var response = await base.SendAsync(request, cancellationToken);
        lease.TryGetMetadata(CxoneLease.SentAt, out var sentAt);
        Learn(response, sentAt);
        return response;
    }

    private void Learn(HttpResponseMessage response, TimeSpan sentAt)
    {
        if (response.StatusCode == HttpStatusCode.TooManyRequests)
        {
            limiter.Refused(RetryAfter.FromHeaders(response.Headers, time.GetUtcNow()), sentAt);
        }
        else
        {
            limiter.Accepted(sentAt, failed: response.StatusCode >= HttpStatusCode.InternalServerError);
        }
    }
}
