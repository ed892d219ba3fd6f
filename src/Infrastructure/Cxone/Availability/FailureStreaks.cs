namespace CxoneAssist.Infrastructure.Cxone.Availability;

/// <summary>The streaks of all kinds of call, for several threads at once.</summary>
internal sealed class FailureStreaks(TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<CallKind, FailureStreak> _streaks =
        Enum.GetValues<CallKind>().ToDictionary(kind => kind, _ => new FailureStreak(time));

    public void Succeed(CallKind kind, string interactionId)
    {
        lock (_lock)
        {
            _streaks[kind].Succeed(interactionId);
        }
    }

    /// <summary>Adds a failure and judges it.</summary>
    /// <param name="kind">The kind of call.</param>
    /// <param name="interactionId">The interaction that it was made for.</param>
    /// <param name="isCertain">Whether no interaction can be the cause.</param>
    /// <param name="mayPause">Whether work may pause for it.</param>
    public FailureJudgement Fail(CallKind kind, string interactionId, bool isCertain, bool mayPause)
    {
        lock (_lock)
        {
            var streak = _streaks[kind];
            var isOwn = streak.Fail(interactionId, isCertain);
            return FailureJudgement.Of(streak, isOwn, mayPause);
        }
    }

    /// <summary>Looks at the streaks; they must not be kept.</summary>
    public T Look<T>(Func<IReadOnlyDictionary<CallKind, FailureStreak>, T> look)
    {
        lock (_lock)
        {
            return look(_streaks);
        }
    }
}
