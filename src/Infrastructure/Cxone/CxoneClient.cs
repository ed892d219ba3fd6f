using System.Net;
using System.Runtime.ExceptionServices;
using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Cxone.Availability;
using CxoneAssist.Infrastructure.Cxone.RateLimiting;
using CxoneAssist.Infrastructure.Cxone.Tokens;
using CxoneAssist.Infrastructure.Settings;
using Microsoft.Extensions.Options;
using Refit;

namespace CxoneAssist.Infrastructure.Cxone;

/// <summary>
/// Makes every call to CXone through the handlers of <see cref="Http.CxoneCallPipeline"/>, if CXone takes calls, and says
/// what the answer means.
/// </summary>
internal sealed class CxoneClient(
    TokenCache tokens,
    ClientCredentials credentials,
    CxoneAvailability availability,
    CxoneRateLimiter limiter,
    IOptions<CxoneOptions> options,
    SettingWords words,
    TimeProvider time)
{
    /// <summary>
    /// Makes a call. Throws only when cancelled; a cancelled call that changes something was not executed.
    /// </summary>
    public async Task<CallResult<T>> CallAsync<T>(CxoneCall call, Send<T> send, CancellationToken cancellationToken)
        where T : class
    {
        if (availability.Refuse(call) is { } refused)
        {
            return new(null, null, refused);
        }

        try
        {
            // Once a call that changes something is sent, only its attempt time ends it.
            var request = call.Kind.OnlyReads() ? cancellationToken : CancellationToken.None;
            using var response = Received(await send(call with { Stopping = cancellationToken }, request));
            return Interpret(call, response);
        }
        catch (OperationCanceledException cancelled) when (IsStop(call, cancelled, cancellationToken))
        {
            throw new OperationCanceledException(cancelled.Message, cancelled, cancellationToken);
        }
        catch (CallNotSentException notSent)
        {
            return new(null, null, notSent.Failure);
        }
        catch (Exception exception)
        {
            return new(null, null, Failed(call, exception));
        }
    }

    // Once a call that changes something is sent, a cancellation is another party's, such as the time-out of an added
    // handler, and CXone may have executed the call.
    private static bool IsStop(CxoneCall call, OperationCanceledException cancelled, CancellationToken stopping) =>
        stopping.IsCancellationRequested && (call.Kind.OnlyReads() || cancelled.CancellationToken == stopping);

    private static ApiResponse<T> Received<T>(ApiResponse<T> response)
    {
        if (!response.HasRequestError(out var error))
        {
            return response;
        }

        // The client has no time-out of its own, so a time-out of the transport is that of connecting.
        if (error.InnerException is OperationCanceledException { InnerException: TimeoutException } connecting)
        {
            throw new HttpRequestException(HttpRequestError.ConnectionError, "The connection timed out.", connecting);
        }

        ExceptionDispatchInfo.Throw(error.InnerException ?? error);
        return response;
    }

    private CallFailure Failed(CxoneCall call, Exception exception)
    {
        var failure = CallFailures.FromException(call.Kind, exception, options.Value.Address);
        var isConnection = CallClassification.FromException(exception) == CallVerdict.NotExecuted;
        return availability.Failed(call, failure, failure.Reason, isConnection);
    }

    private CallResult<T> Interpret<T>(CxoneCall call, ApiResponse<T> response)
        where T : class
    {
        var status = response.StatusCode ?? 0;
        var verdict = CallClassification.FromResponse(response);
        if (verdict == CallVerdict.Done)
        {
            availability.Answered(call, isAllowed: true);
            return new(status, response.Content, null);
        }

        call = call with { Remedies = new(words.RenderBriefly(call.Remedies.Unauthorized), words.RenderBriefly(call.Remedies.Forbidden)) };
        var failure = CallFailures.FromStatus(call, (int)status, verdict, Message(response), RetryAt(response));
        return new(status, null, Learn(call, status, verdict, failure with { Reason = words.RenderBriefly(failure.Reason) }));
    }

    private CallFailure Learn(CxoneCall call, HttpStatusCode status, CallVerdict verdict, CallFailure failure)
    {
        switch (verdict)
        {
            case CallVerdict.Unknown:
                return availability.Failed(call, failure, CallFailures.DescribeStatus(call, (int)status), isConnection: false);
            case CallVerdict.NotExecuted:
                return failure;
            case CallVerdict.Rejected when CallClassification.IsDenial(call.Kind, status):
                var denied = availability.Denied(call, status, failure);
                if (availability.Paused is not null)
                {
                    tokens.Renew();
                }

                return denied;
            default:
                availability.Answered(call, CallClassification.ShowsAccess(call.Kind, status));
                return failure;
        }
    }

    private DateTimeOffset? RetryAt<T>(ApiResponse<T> response) => response.StatusCode switch
    {
        HttpStatusCode.TooManyRequests => limiter.PausedUntil,
        HttpStatusCode.ServiceUnavailable when response.Headers is { } headers =>
            time.GetUtcNow() + RetryAfter.FromHeaders(headers, time.GetUtcNow()),
        _ => null,
    };

    private CxoneMessage Message<T>(ApiResponse<T> response) =>
        response.HasResponseError(out var error) && !response.IsSuccessStatusCode
            ? CxoneMessage.FromBody(error.Content, credentials.Secret, tokens.Latest?.Value)
            : CxoneMessage.None;
}

/// <summary>Sends a call with a method of an API.</summary>
/// <param name="call">To be passed on to the method's parameter that has <c>[Property(CxoneCall.Property)]</c>.</param>
/// <param name="cancellationToken">To be passed on to the method.</param>
internal delegate Task<ApiResponse<T>> Send<T>(CxoneCall call, CancellationToken cancellationToken);

/// <param name="Status">The status of the answer; <c>null</c> where there was no answer.</param>
/// <param name="Content">The content of the answer; <c>null</c> if and only if the call failed.</param>
/// <param name="Failure">What went wrong; <c>null</c> where the call succeeded.</param>
internal readonly record struct CallResult<T>(HttpStatusCode? Status, T? Content, CallFailure? Failure)
    where T : class;
