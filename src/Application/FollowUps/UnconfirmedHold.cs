using CxoneAssist.Domain;

namespace CxoneAssist.Application.FollowUps;

/// <summary>For how long an unconfirmed creation is left to a person. Pure.</summary>
internal static class UnconfirmedHold
{
    /// <summary>From when on its task is created again; never where that is for a person alone to say.</summary>
    public static DateTimeOffset End(FollowUp unconfirmed, FollowUpOptions options, FollowUpPolicy policy)
    {
        var since = unconfirmed.UnconfirmedSince ?? throw new InvalidOperationException("The creation is not unconfirmed.");
        var soonest = Soonest(unconfirmed, since);
        return options.OnUnconfirmed switch
        {
            UnconfirmedHandling.Hold => DateTimeOffset.MaxValue,
            UnconfirmedHandling.CreateAgain => soonest,
            _ => LatestDecision(unconfirmed, since, options.UnconfirmedHold, policy) is var end && end > soonest ? end : soonest,
        };
    }

    // Once a task was created again, doubt about that one is no hurry: a slow CXone must not be given one duplicate after the other.
    private static DateTimeOffset Soonest(FollowUp unconfirmed, DateTimeOffset since) =>
        unconfirmed.PossibleDuplicate ? RetryPolicy.NextAttempt(unconfirmed, since, jitter: 0.5) : since;

    // Waiting for a person must not make the agent late.
    private static DateTimeOffset LatestDecision(FollowUp unconfirmed, DateTimeOffset since, TimeSpan hold, FollowUpPolicy policy)
    {
        var end = since + hold;
        var notice = TaskBuilder.Notice(policy, since) - since;

        // Compared first: a notice that never ends, taken from a due date, would lie before all time.
        if (unconfirmed.Decision?.DueDate is not { } due || due - since - notice >= hold)
        {
            return end;
        }

        return due - since > notice ? due - notice : since;
    }
}
