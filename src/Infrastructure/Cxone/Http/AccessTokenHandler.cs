using System.Net;
using System.Net.Http.Headers;
using CxoneAssist.Infrastructure.Cxone.Availability;
using CxoneAssist.Infrastructure.Cxone.Tokens;

namespace CxoneAssist.Infrastructure.Cxone.Http;

/// <summary>Authorizes a call with the shared token; after a 401 once more, with a new one.</summary>
internal sealed class AccessTokenHandler(TokenCache tokens, CxoneAvailability availability) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = CxoneCall.Of(request);
        var token = await TokenAsync(call, cancellationToken);
        var response = await SendAsync(request, token, cancellationToken);
        if (response.StatusCode != HttpStatusCode.Unauthorized)
        {
            return response;
        }

        response.Dispose();
        tokens.Drop(token);
        return await SendAsync(request, await TokenAsync(call, cancellationToken), cancellationToken);
    }

    private Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, AccessToken token, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Value);
        return base.SendAsync(request, cancellationToken);
    }

    private async ValueTask<AccessToken> TokenAsync(CxoneCall call, CancellationToken cancellationToken)
    {
        switch (await tokens.GetAsync(call.StopsWaiting(cancellationToken)))
        {
            case TokenAnswer.Granted granted:
                availability.TokenGranted();
                return granted.Token;
            case TokenAnswer.Failed { Cause: NoTokenCause.RateLimit } limited:
                throw new CallNotSentException(limited.Failure);
            case TokenAnswer.Failed failed:
                throw new CallNotSentException(availability.NoToken(failed, call.InteractionId));
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }
}
