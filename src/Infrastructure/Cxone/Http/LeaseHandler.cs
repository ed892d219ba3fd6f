using CxoneAssist.Application.FollowUps;
using CxoneAssist.Application.Ports;

namespace CxoneAssist.Infrastructure.Cxone.Http;

/// <summary>
/// Sends a call that needs a lease only if it is answered or timed out before the lease ends: a run that takes the work
/// over then must not find it under way.
/// </summary>
internal sealed class LeaseHandler(CxoneOptions options, TimeProvider time) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = CxoneCall.Of(request);
        return call.LeaseEndsAt is { } end && end - time.GetLeaseNow() < options.AttemptTime(call.Kind)
            ? throw new CallNotSentException(new(
                FailureKind.Unavailable,
                $"Not sent: the lease is too short. It would end before {call.Kind.InWords()} times out."))
            : base.SendAsync(request, cancellationToken);
    }
}
