using System.Net;
using System.Runtime.ExceptionServices;
using CxoneAssist.Application.FollowUps;
using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Cxone.Admission;
using CxoneAssist.Infrastructure.Cxone.RateLimiting;
using CxoneAssist.Infrastructure.Cxone.Tokens;
using Microsoft.Extensions.Options;
using Refit;

namespace CxoneAssist.Infrastructure.Cxone;

/// <summary>
/// Makes every call to CXone, in this order: gate, rate limit, resilience rules, token, lease,
/// HTTP. The answer then gives the status, the classification, and what the gate learns from it.
/// </summary>
internal sealed class CxoneClient(
    TokenCache tokens,
    ClientCredentials credentials,
    ConfigurationGate gate,
    CxoneRateLimiter limiter,
    CxoneResilience resilience,
    Blame blame,
    IOptions<CxoneOptions> options,
    TimeProvider time)
{
    /// <summary>
    /// Makes a call. Throws only when cancelled; a cancelled call that changes something was not executed.
    /// </summary>
    public async Task<CallResult<T>> CallAsync<T>(CxoneCall call, Send<T> send, CancellationToken cancellationToken)
        where T : class
    {
        var isProbe = !gate.IsOpen;
        if (gate.Enter(call.Kind) is { } refusal)
        {
            return Held<T>(refusal);
        }

        using var permit = await limiter.AcquireAsync(cancellationToken);
        if (permit.RefusedUntil is { } later)
        {
            return new(null, null, RateLimited(later));
        }

        return !isProbe && gate.Closed is { } closed
            ? Held<T>(closed)
            : Attribute(call, await RunAsync(call, permit.SentAt, send, cancellationToken));
    }

    private CallResult<T> Attribute<T>(CxoneCall call, CallResult<T> result)
        where T : class
    {
        if (result.Failure is { } failure && (failure.Kind == FailureKind.Unknown || failure.Outage))
        {
            return result with { Failure = Attribute(failure, blame.Failed(call.Kind, call.InteractionId)) };
        }

        if (result.Failure is { Kind: FailureKind.Unavailable } unsent)
        {
            return resilience.Circuit.IsOpen ? result : result with { Failure = unsent with { Outage = true } };
        }

        blame.Served(call.Kind, call.InteractionId);
        return result;
    }

    private CallFailure Attribute(CallFailure failure, TimeSpan? wait)
    {
        if (!resilience.Circuit.IsOpen)
        {
            return failure with { Outage = true, RetryAt = resilience.Circuit.NextProbeAt };
        }

        if (wait is null)
        {
            return failure;
        }

        var retryAt = time.GetUtcNow() + wait;
        return failure with { Outage = true, RetryAt = failure.RetryAt > retryAt ? failure.RetryAt : retryAt };
    }

    private async Task<CallResult<T>> RunAsync<T>(
        CxoneCall call, TimeSpan sentAt, Send<T> send, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            using var response = await resilience
                .RunAsync(call, token => AttemptAsync(call, send, token), cancellationToken);
            return Interpret(call, sentAt, response);
        }
        catch (OperationCanceledException cancelled) when (IsStop(call, cancelled, cancellationToken))
        {
            throw new OperationCanceledException(cancelled.Message, cancelled, cancellationToken);
        }
        catch (CallNotSentException notSent) when (notSent.ClientRefused)
        {
            var closed = gate.ClientRefused(notSent.Failure.Reason);
            return new(null, null, notSent.Failure with { RetryAt = closed?.NextProbeAt });
        }
        catch (Exception failure)
        {
            return new(null, null, CallFailures.FromException(call.Kind, failure, time.GetUtcNow()));
        }
    }

    // A call that changes something is sent without the caller's token: once it is sent, a cancellation is
    // another party's, such as the time-out of an added handler, and CXone may have executed the call.
    private static bool IsStop(CxoneCall call, OperationCanceledException cancelled, CancellationToken stopping) =>
        stopping.IsCancellationRequested && (call.Kind.OnlyReads() || cancelled.CancellationToken == stopping);

    private async Task<ApiResponse<T>> AttemptAsync<T>(
        CxoneCall call, Send<T> send, CancellationToken cancellationToken)
    {
        await WaitOutPauseAsync(cancellationToken);
        var token = await TokenAsync(cancellationToken);
        var response = await SendAsync(call, send, token, cancellationToken);
        if (response.StatusCode != HttpStatusCode.Unauthorized)
        {
            return response;
        }

        response.Dispose();
        tokens.Drop(token);
        token = await TokenAsync(cancellationToken);
        return await SendAsync(call, send, token, cancellationToken);
    }

    // A pause may have begun between two attempts of the same call.
    private async ValueTask WaitOutPauseAsync(CancellationToken cancellationToken)
    {
        while (limiter.PausedUntil is { } until)
        {
            var pause = until - time.GetUtcNow();
            if (pause > CxoneRateLimiter.LongestWait)
            {
                throw new CallNotSentException(RateLimited(until));
            }

            var rest = pause > TimeSpan.Zero ? pause : TimeSpan.Zero;
            await Task.Delay(rest, time, cancellationToken);
        }
    }

    private async ValueTask<AccessToken> TokenAsync(CancellationToken cancellationToken) =>
        await tokens.GetAsync(cancellationToken) switch
        {
            TokenAnswer.Granted granted => granted.Token,
            TokenAnswer.Failed failed =>
                throw new CallNotSentException(failed.Failure, failed.IsOutage, failed.ClientRefused),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private ValueTask<ApiResponse<T>> SendAsync<T>(
        CxoneCall call, Send<T> send, AccessToken token, CancellationToken cancellationToken)
    {
        // A run that takes the work over when the lease ends must find this call answered or timed out.
        if (call.LeaseEndsAt is { } end && end - time.GetLeaseNow() < options.Value.AttemptTime(call.Kind))
        {
            throw new CallNotSentException(new(
                FailureKind.Unavailable,
                $"Not sent: the lease is too short. It would end before {call.Kind.InWords()} times out."));
        }

        return resilience.SendAsync(
            call.Kind,
            async attempt => Received(await send(token.Value, attempt)),
            cancellationToken);
    }

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

    private CallResult<T> Interpret<T>(CxoneCall call, TimeSpan sentAt, ApiResponse<T> response)
        where T : class
    {
        var status = response.StatusCode ?? 0;
        var verdict = CallClassification.FromResponse(response);
        var retryAt = Pace(status, sentAt, response);
        if (CallClassification.ShowsAccess(call.Kind, status))
        {
            gate.Accepted(call.Kind);
        }

        if (verdict == CallVerdict.Done)
        {
            return new(status, response.Content, null);
        }

        var failure = CallFailures.FromStatus(call, (int)status, verdict, Message(response), retryAt);
        if (CallClassification.IsDenial(call.Kind, status)
            && gate.Denied(call.Kind, call.InteractionId, CallFailures.DescribeStatus(call, (int)status)) is { } closed)
        {
            // Scopes are granted with a token, so a probe with this token would not show that they were corrected.
            tokens.Drop(tokens.Latest);
            failure = failure with { Kind = FailureKind.Unavailable, RetryAt = closed.NextProbeAt };
        }

        return new(status, null, failure);
    }

    private DateTimeOffset? Pace<T>(HttpStatusCode status, TimeSpan sentAt, ApiResponse<T> response)
    {
        var now = time.GetUtcNow();
        var asked = response.Headers is { } headers ? RetryAfter.FromHeaders(headers, now) : null;
        if (status == HttpStatusCode.TooManyRequests)
        {
            return limiter.Refused(asked, sentAt);
        }

        limiter.Accepted(sentAt);
        return status == HttpStatusCode.ServiceUnavailable ? now + asked : null;
    }

    private CxoneMessage Message<T>(ApiResponse<T> response) =>
        response.HasResponseError(out var error) && !response.IsSuccessStatusCode
            ? CxoneMessage.FromBody(error.Content, credentials.Secret, tokens.Latest?.Value)
            : CxoneMessage.None;

    private static CallFailure RateLimited(DateTimeOffset until) =>
        new(FailureKind.Unavailable, "Not sent: CXone's rate limit allows no call for now.", until);

    private static CallResult<T> Held<T>(GateRefusal refusal)
        where T : class
    {
        var reason = $"Not sent: outbound work pauses. {refusal.Reason}";
        return new(null, null, new(FailureKind.Unavailable, reason, refusal.NextProbeAt));
    }
}

/// <summary>Sends a call once, with a token.</summary>
internal delegate Task<ApiResponse<T>> Send<T>(string token, CancellationToken cancellationToken);

/// <param name="Status">The status of the answer; <c>null</c> where there was no answer.</param>
/// <param name="Content">The content of the answer; <c>null</c> if and only if the call failed.</param>
/// <param name="Failure">What went wrong; <c>null</c> where the call succeeded.</param>
internal readonly record struct CallResult<T>(HttpStatusCode? Status, T? Content, CallFailure? Failure)
    where T : class;
