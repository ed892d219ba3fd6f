namespace CxoneAssist.Infrastructure.Cxone.Availability;

/// <summary>
/// Tells an outage of CXone (5xx, time-outs, no connection) from an interaction at which it fails, however few calls there
/// are (docs/adr/0021, 0029).
/// </summary>
internal sealed class OutageDetector(TimeProvider time)
{
    private readonly FailureStreaks _streaks = new(time);

    /// <summary>CXone answered such a call: it did what the call is for, or refused it with a reason.</summary>
    public void Answered(CallKind kind, string interactionId) => _streaks.Succeed(kind, interactionId);

    /// <summary>CXone failed at such a call.</summary>
    /// <param name="kind">The kind of call.</param>
    /// <param name="interactionId">The interaction that it was made for.</param>
    /// <param name="isConnection">Whether CXone was not reached at all: no interaction is the cause of that.</param>
    public FailureJudgement Failed(CallKind kind, string interactionId, bool isConnection)
    {
        var judgement = _streaks.Fail(kind, interactionId, isConnection, MayPause(kind) || isConnection);
        return kind == CallKind.FindTask && _streaks.Look(IsSearchAlone) ? FailureJudgement.Own : judgement;
    }

    /// <summary>
    /// The kind of call at which CXone has failed for the longest time without a success; <c>null</c> where there is none.
    /// </summary>
    public LastingFailure? Longest() => _streaks.Look(streaks => streaks
        .Select(streak => Lasting(streak.Key, streak.Value))
        .OfType<LastingFailure>()
        .MaxBy(lasting => lasting.For));

    // A task without its notification, or one that cannot be looked up, is better than no task.
    private static bool MayPause(CallKind kind) => kind is CallKind.ReadForm or CallKind.CreateTask;

    // One failure tells nothing, nor do failures after which no call was made: work that waits for CXone asks again within
    // the longest wait.
    private LastingFailure? Lasting(CallKind kind, FailureStreak streak) =>
        streak is { Since: not null, LastAt: { } last, Count: > 1 }
        && time.GetElapsedTime(last) < 2 * FailureJudgement.LongestWait
            ? new LastingFailure(kind, streak.Duration, streak.Count)
            : null;

    // Work that waits for a search can go on without it after a time; work that waits for CXone cannot.
    private static bool IsSearchAlone(IReadOnlyDictionary<CallKind, FailureStreak> streaks) => streaks.Values.Any(
        other => other is { Since: null, SucceededAt: { } at } && at > streaks[CallKind.FindTask].Since);
}

/// <summary>CXone fails at a kind of call, as far as that is known.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="For">Since the first failure after the last success.</param>
/// <param name="Times">How often in that time: each time it was asked.</param>
internal sealed record LastingFailure(CallKind Kind, TimeSpan For, int Times);
