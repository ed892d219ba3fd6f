using CxoneAssist.Domain.Calendar;
using CxoneAssist.Domain.Reasons;

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

/// <summary>
/// By when a follow-up has to be done, and how that was worked out. Two are equal when the four
/// values are; <see cref="Steps"/> tells, and is not compared.
/// </summary>
/// <param name="At">The due date, in UTC.</param>
/// <param name="CountedFrom">The time it was counted from.</param>
/// <param name="Base">What that time is.</param>
/// <param name="MovedByLeadTime">
/// Whether it was moved to leave the agent the policy's notice.
/// </param>
public sealed record DueDate(DateTimeOffset At, DateTimeOffset CountedFrom, DueDateBase Base, bool MovedByLeadTime)
{
    private const int YearsAhead = 2;

    /// <summary>
    /// How far a sender's clock may run ahead of ours; a later time is implausible and is not used.
    /// </summary>
    public static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(5);

    /// <summary>
    /// How long before its receipt a webhook's own time may lie; an earlier one is implausible and
    /// is not used.
    /// </summary>
    public static readonly TimeSpan OldestCompletion = TimeSpan.FromDays(30);

    /// <summary>
    /// How late a task may be due: before this, two years ahead. One whose due date is later is not
    /// sent but parked for a person.
    /// </summary>
    /// <param name="now">When the task is made.</param>
    public static DateTimeOffset Limit(DateTimeOffset now) =>
        now.Year > DateTimeOffset.MaxValue.Year - YearsAhead ? DateTimeOffset.MaxValue : now.AddYears(YearsAhead);

    /// <summary>
    /// How it was worked out, a sentence a step: the base, the open time counted, what the notice
    /// changed. In the calendar's local time where the policy has one, else in UTC. A long count is
    /// summarised. Written each time it is asked for.
    /// </summary>
    public IReadOnlyList<string> Steps => new DueDateReasons(this, Inputs).Write();

    internal DueDateInputs? Inputs { get; init; }

    /// <summary>Whether the four values are equal.</summary>
    /// <param name="other">The other due date.</param>
    public bool Equals(DueDate? other) => other is not null
        && (At, CountedFrom, Base, MovedByLeadTime) == (other.At, other.CountedFrom, other.Base, other.MovedByLeadTime);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(At, CountedFrom, Base, MovedByLeadTime);

    internal static DueDate Work(PolicyInput input, FollowUpDuration due, FollowUpDuration notice, BusinessCalendar? calendar, DateTimeOffset now)
    {
        var (start, origin) = ChooseBase(input, now);
        var counted = due.After(start, calendar);
        var inputs = new DueDateInputs(due, notice, calendar, now);
        var earliest = inputs.Earliest();
        var moved = counted < earliest;
        return new(moved ? earliest : counted, start, origin, moved) { Inputs = inputs };
    }

    private static (DateTimeOffset Start, DueDateBase Origin) ChooseBase(PolicyInput input, DateTimeOffset now)
    {
        // A form from the future is a wrong clock or zone: counting from it would let the customer
        // wait longer.
        if (input.Form.SubmittedAt is { } submitted && submitted - now <= ClockTolerance)
        {
            return (submitted.ToUniversalTime(), DueDateBase.FormSubmitted);
        }

        if (input.Interaction.CompletedAt is { } completed
            && input.ReceivedAt - completed <= OldestCompletion
            && completed - input.ReceivedAt <= ClockTolerance)
        {
            return (completed.ToUniversalTime(), DueDateBase.InteractionCompleted);
        }

        return (input.ReceivedAt.ToUniversalTime(), DueDateBase.WebhookReceived);
    }
}
