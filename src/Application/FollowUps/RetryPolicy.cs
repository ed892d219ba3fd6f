using CxoneAssist.Application.Ports;

namespace CxoneAssist.Application.FollowUps;

/// <summary>What a failed call means for its follow-up: wait without losing an attempt, try again later, or park. Pure.</summary>
internal static class RetryPolicy
{
    private static readonly TimeSpan[] Backoff =
    [
        TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2),
        TimeSpan.FromMinutes(10), TimeSpan.FromHours(1), TimeSpan.FromHours(6),
    ];

    private static readonly TimeSpan[] FormBackoff =
    [
        TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(15),
        TimeSpan.FromHours(2), TimeSpan.FromHours(12),
    ];

    // The first waits of a missing form: 2 s, 15 s and 2 min.
    private const int ScorePolls = 3;

    private static readonly TimeSpan UnavailablePause = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan LongestLookUpPause = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    /// <summary>
    /// The follow-up after a failed call: resting until a next try, or parked once its attempts are spent. The jitter, from 0 to below 1,
    /// spreads a retry from three quarters to five quarters of its delay.
    /// </summary>
    public static FollowUp AfterFailure(FollowUp followUp, CallFailure failure, int maxAttempts, DateTimeOffset now, double jitter)
    {
        var failed = followUp.RecordFailure(Step(followUp), failure.Reason, now);
        if (IsForEverybody(failure))
        {
            return failed.Postpone(failure.Reason, WhenAvailable(failure, now, jitter));
        }

        var spent = failed.SpendAttempt();
        return spent.Attempts >= maxAttempts
            ? spent.Park($"Gave up after {spent.Attempts} attempts: {failure.Reason}")
            : spent.Postpone(failure.Reason, LaterOf(NextAttempt(spent, now, jitter), Asked(failure, now)));
    }

    /// <summary>Whether any other call would have failed too, as far as can be told.</summary>
    public static bool IsForEverybody(CallFailure failure) => failure.Kind == FailureKind.Unavailable || failure.Outage;

    /// <summary>
    /// The follow-up after a failed look-up of a task that has been in doubt for so long: resting until the next one. That consumes no attempt:
    /// how long a look-up may fail is a matter of time.
    /// </summary>
    public static FollowUp AfterLookUp(FollowUp followUp, CallFailure failure, TimeSpan inDoubt, DateTimeOffset now, double jitter) =>
        followUp.RecordFailure(FollowUpStep.LookUp, failure.Reason, now).Postpone(
            failure.Reason,
            IsForEverybody(failure) ? WhenAvailable(failure, now, jitter) : LaterOf(now + Spread(LookUpPause(inDoubt), jitter), Asked(failure, now)));

    /// <summary>When the next attempt of a step is made, after those it has consumed.</summary>
    public static DateTimeOffset NextAttempt(FollowUp followUp, DateTimeOffset now, double jitter) =>
        now + Spread(Backoff[Math.Clamp(followUp.Attempts - 1, 0, Backoff.Length - 1)], jitter);

    /// <summary>When a task whose creation is in doubt is looked up: not before its time, nor while CXone is to be left alone.</summary>
    public static DateTimeOffset NextLookUp(CallFailure doubt, TimeSpan delay, DateTimeOffset now) =>
        LaterOf(now + delay, Asked(doubt, now));

    /// <summary>When a form that is not there is asked for again; <c>null</c> once the grace period is over.</summary>
    public static DateTimeOffset? NextFormPoll(FollowUp followUp, TimeSpan gracePeriod, DateTimeOffset now)
    {
        var end = followUp.ReceivedAt + gracePeriod;
        if (now >= end)
        {
            return null;
        }

        var next = followUp.PollsInSeries < FormBackoff.Length ? now + FormBackoff[followUp.PollsInSeries] : end;
        return next < end ? next : end;
    }

    /// <summary>When a form without a score is read again; <c>null</c> once it was three times. The grace period does not cut it short.</summary>
    public static DateTimeOffset? NextScorePoll(FollowUp followUp, DateTimeOffset now)
    {
        var polls = followUp.FormPolls < FollowUp.PollsOfUnanswered ? 0 : followUp.PollsInSeries;
        return polls < ScorePolls ? now + FormBackoff[polls] : null;
    }

    private static FollowUpStep Step(FollowUp followUp) => followUp switch
    {
        { State: FollowUpState.Received, Decision: null } => FollowUpStep.Form,
        { State: FollowUpState.Created } => FollowUpStep.Notification,
        _ => FollowUpStep.Creation,
    };

    private static TimeSpan LookUpPause(TimeSpan inDoubt)
    {
        var pause = inDoubt / 4;
        return pause < UnavailablePause ? UnavailablePause : pause < LongestLookUpPause ? pause : LongestLookUpPause;
    }

    private static DateTimeOffset WhenAvailable(CallFailure failure, DateTimeOffset now, double jitter)
    {
        var asked = failure.RetryAt is null ? now + UnavailablePause : Asked(failure, now);

        // Those turned away together must not come back together.
        return asked + TimeSpan.FromMilliseconds(500 * jitter);
    }

    // As CXone asked, within reason.
    private static DateTimeOffset Asked(CallFailure failure, DateTimeOffset now)
    {
        var asked = failure.RetryAt ?? now;
        return asked < now ? now : asked - now > LongestWait ? now + LongestWait : asked;
    }

    private static DateTimeOffset LaterOf(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;

    private static TimeSpan Spread(TimeSpan delay, double jitter) => delay * (0.75 + (jitter / 2));
}
