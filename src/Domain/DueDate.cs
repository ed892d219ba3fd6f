namespace CxoneAssist.Domain;

/// <summary>Which time a due date is counted from.</summary>
public enum DueDateBase
{
    /// <summary>When the customer submitted the form.</summary>
    FormSubmitted,

    /// <summary>When the interaction ended, as the webhook says.</summary>
    InteractionCompleted,

    /// <summary>When the webhook was received.</summary>
    WebhookReceived,
}

/// <summary>By when a follow-up has to be done, and how that was worked out.</summary>
/// <param name="At">The due date, in UTC.</param>
/// <param name="CountedFrom">The time it was counted from.</param>
/// <param name="Base">What that time is.</param>
/// <param name="MovedByNotice">Whether it was moved to leave the agent the policy's notice.</param>
public sealed record DueDate(DateTimeOffset At, DateTimeOffset CountedFrom, DueDateBase Base, bool MovedByNotice)
{
    /// <summary>How far a sender's clock may run ahead of ours before its times are not believed.</summary>
    public static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(5);

    /// <summary>How long before its receipt a webhook's own time is still believed.</summary>
    public static readonly TimeSpan OldestCompletion = TimeSpan.FromDays(30);

    internal static DueDate Work(FollowUpFacts facts, FollowUpDuration due, FollowUpDuration notice, BusinessCalendar? calendar, DateTimeOffset now)
    {
        var (start, origin) = ChooseBase(facts, now);
        var counted = due.After(start, calendar);
        var earliest = Earliest(due, notice, calendar, now);
        return counted < earliest ? new(earliest, start, origin, true) : new(counted, start, origin, false);
    }

    // What is due in business time is not due at night because of its notice.
    private static DateTimeOffset Earliest(FollowUpDuration due, FollowUpDuration notice, BusinessCalendar? calendar, DateTimeOffset now)
    {
        var earliest = notice.After(now, calendar);
        return due.IsBusiness && !notice.IsBusiness ? calendar!.NextOpening(earliest) : earliest;
    }

    private static (DateTimeOffset Start, DueDateBase Origin) ChooseBase(FollowUpFacts facts, DateTimeOffset now)
    {
        // A form from the future is a wrong clock or zone: counting from it would let the customer wait longer.
        if (facts.Form.SubmittedAt is { } submitted && submitted - now <= ClockTolerance)
        {
            return (submitted.ToUniversalTime(), DueDateBase.FormSubmitted);
        }

        if (facts.Interaction.CompletedAt is { } completed
            && facts.ReceivedAt - completed <= OldestCompletion
            && completed - facts.ReceivedAt <= ClockTolerance)
        {
            return (completed.ToUniversalTime(), DueDateBase.InteractionCompleted);
        }

        return (facts.ReceivedAt.ToUniversalTime(), DueDateBase.WebhookReceived);
    }
}
