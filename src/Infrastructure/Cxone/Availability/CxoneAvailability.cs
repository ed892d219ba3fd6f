using System.Net;
using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Cxone.RateLimiting;
using CxoneAssist.Infrastructure.Cxone.Tokens;
using Microsoft.Extensions.Logging;

namespace CxoneAssist.Infrastructure.Cxone.Availability;

/// <summary>
/// Whether CXone takes calls. It learns from every answer, and pauses all calls, but for one interaction at a time, while
/// CXone fails or denies them for everybody. What is one interaction's own never stops another.
/// </summary>
internal sealed partial class CxoneAvailability(
    OutageDetector outages,
    MisconfigurationDetector misconfiguration,
    PauseGate gate,
    CxoneRateLimiter limiter,
    TimeProvider time,
    ILogger<CxoneAvailability> logger)
{
    private PauseCause? _cause;

    /// <summary>Whether any amount of work may begin now.</summary>
    public bool TakesCalls => !gate.IsPaused && LongRatePause is null;

    /// <summary>The calls a second that can be made; <c>null</c> where no limit is known.</summary>
    public double? Rate => limiter.Rate;

    /// <summary>How many calls can be under way at once.</summary>
    public int Concurrency => limiter.Concurrency;

    /// <summary>Why calls pause; <c>null</c> while they do not.</summary>
    public PauseCause? Paused => gate.IsPaused ? Volatile.Read(ref _cause) : null;

    /// <summary>When the next probe may be made, as far as is known.</summary>
    public DateTimeOffset NextProbeAt => time.GetUtcNow() + gate.UntilNextProbe;

    /// <summary>Whether CXone answered anything since the start.</summary>
    public bool WasReached { get; private set; }

    /// <summary>The kind of call at which CXone fails; <c>null</c> where there is none.</summary>
    public LastingFailure? Failing => outages.Longest();

    // A call waits out a short pause by itself.
    private TimeSpan? LongRatePause =>
        limiter.PausedUntil - time.GetUtcNow() is { } pause && pause > CxoneRateLimiter.LongestWait ? pause : null;

    /// <summary>Waits until work may begin: any amount, or one interaction, for <see cref="GiveProbe"/>.</summary>
    public async ValueTask<Admission> WaitAsync(CancellationToken cancellationToken)
    {
        while (LongRatePause is { } pause)
        {
            await Task.Delay(pause, time, cancellationToken);
        }

        return await gate.WaitAsync(cancellationToken);
    }

    /// <summary>The interaction that was chosen as the probe; <c>null</c> where none is due.</summary>
    public void GiveProbe(string? interactionId)
    {
        if (interactionId is null)
        {
            gate.EndProbe(null, failed: true);
        }
        else
        {
            gate.GiveProbe(interactionId);
        }
    }

    /// <summary>The work on an interaction is over, for now.</summary>
    public void WorkEnded(string interactionId) => gate.EndProbe(interactionId, failed: false);

    /// <summary>Whether a control read may be made for an interaction now. In a pause it is the probe.</summary>
    public bool TryBeginControl(string interactionId) => gate.TryTakeFreeProbe(interactionId);

    /// <summary>Whether a call may be made now.</summary>
    /// <returns><c>null</c> if it may, else why not.</returns>
    public CallFailure? Refuse(CxoneCall call) =>
        !gate.IsPaused || gate.TryTakeProbe(call.InteractionId) || Paused is not { } cause
            ? null
            : new(FailureKind.Unavailable, $"Not sent: outbound work pauses. {cause.Reason}", NextProbeAt) { Outage = cause.IsOutage };

    /// <summary>CXone granted a token.</summary>
    public void TokenGranted()
    {
        WasReached = true;
        if (Paused is { Kind: null })
        {
            Resume();
        }
    }

    /// <summary>There is no token, so that no call of any kind can be made.</summary>
    public CallFailure NoToken(TokenAnswer.Failed answer, string? interactionId = null)
    {
        var (failure, isOutage) = (answer.Failure, answer.Cause == NoTokenCause.Outage);
        WasReached |= !isOutage;
        Pause(new PauseCause(null, failure.Reason, isOutage));
        if (interactionId is not null)
        {
            gate.EndProbe(interactionId, failed: true);
        }

        return failure with { Outage = isOutage, RetryAt = Later(failure.RetryAt, FailureJudgement.ShortestWait) };
    }

    /// <summary>CXone answered a call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="isAllowed">Whether the answer shows that such calls are allowed, and not only that CXone works.</param>
    public void Answered(CxoneCall call, bool isAllowed)
    {
        WasReached = true;
        outages.Answered(call.Kind, call.InteractionId);
        if (isAllowed)
        {
            misconfiguration.Allowed(call.Kind, call.InteractionId);
        }

        if (Paused is { } cause && (cause.Kind is null || cause.Kind == call.Kind) && (cause.IsOutage || isAllowed))
        {
            Resume();
        }
    }

    /// <summary>CXone denied a call as it would under a wrong configuration.</summary>
    /// <returns>The failure, which costs no attempt unless it is the interaction's own.</returns>
    public CallFailure Denied(CxoneCall call, HttpStatusCode status, CallFailure failure)
    {
        Answered(call, isAllowed: false);
        var judgement = misconfiguration.Denied(call.Kind, call.InteractionId, status);
        gate.EndProbe(call.InteractionId, failed: true);
        if (judgement.PausesAll)
        {
            Pause(new PauseCause(call.Kind, CallFailures.DescribeStatus(call, (int)status), IsOutage: false));
        }

        return judgement.RetryAfter is { } wait
            ? failure with { Kind = FailureKind.Unavailable, RetryAt = Later(failure.RetryAt, wait) }
            : failure;
    }

    /// <summary>CXone failed at a call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="failure">What is known of it.</param>
    /// <param name="description">The same in our own words only, for the log.</param>
    /// <param name="isConnection">Whether CXone was not reached at all.</param>
    /// <returns>The failure, which costs no attempt unless it is the interaction's own.</returns>
    public CallFailure Failed(CxoneCall call, CallFailure failure, string description, bool isConnection)
    {
        WasReached |= !isConnection;
        var judgement = outages.Failed(call.Kind, call.InteractionId, isConnection);
        gate.EndProbe(call.InteractionId, failed: true);
        if (judgement.PausesAll)
        {
            Pause(new PauseCause(call.Kind, description, IsOutage: true));
        }

        return judgement.RetryAfter is { } wait
            ? failure with { Outage = true, RetryAt = Later(failure.RetryAt, wait) }
            : failure;
    }

    private void Pause(PauseCause cause)
    {
        Volatile.Write(ref _cause, cause);
        if (!gate.Pause())
        {
            return;
        }

        if (cause.IsOutage)
        {
            limiter.Unavailable();
            Log.Outage(logger, cause.Reason);
        }
        else
        {
            Log.Misconfigured(logger, cause.Reason);
        }
    }

    private void Resume()
    {
        if (gate.Resume())
        {
            Log.Resumed(logger);
        }
    }

    private DateTimeOffset Later(DateTimeOffset? asked, TimeSpan wait)
    {
        var at = time.GetUtcNow() + wait;
        return asked > at ? asked.Value : at;
    }

    private static partial class Log
    {
        [LoggerMessage(
            1,
            LogLevel.Critical,
            "Outbound work pauses, with one probe at a time: "
            + "the connection to CXone seems wrongly configured. {Reason}")]
        public static partial void Misconfigured(ILogger logger, string reason);

        [LoggerMessage(
            2, LogLevel.Warning, "CXone fails for everybody: outbound work pauses, with one probe at a time. {Reason}")]
        public static partial void Outage(ILogger logger, string reason);

        [LoggerMessage(3, LogLevel.Information, "CXone takes calls again: outbound work continues.")]
        public static partial void Resumed(ILogger logger);
    }
}

/// <summary>Why calls pause.</summary>
/// <param name="Kind">The kind of call whose success ends it; <c>null</c> where there is no token.</param>
/// <param name="Reason">In our own words, for an operator.</param>
/// <param name="IsOutage">Whether CXone fails, and not its configuration here.</param>
internal sealed record PauseCause(CallKind? Kind, string Reason, bool IsOutage);
