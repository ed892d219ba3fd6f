namespace CxoneAssist.Domain;

/// <summary>Decides whether a customer is owed a follow-up, how urgent and until when. Immutable; pure; safe to share.</summary>
public sealed class FollowUpPolicy
{
    /// <summary>Makes a policy.</summary>
    /// <param name="name">The name decisions are recorded under.</param>
    /// <param name="question">The question it goes by.</param>
    /// <param name="tiers">The tiers, their bounds strictly increasing; a score that reaches the last bound gets no task.</param>
    /// <param name="notice">The least time between the decision and the due date.</param>
    /// <param name="calendar">What business time is counted by; <c>null</c> where no duration is in business time.</param>
    /// <exception cref="ArgumentException">
    /// The name is blank, there is no tier, a bound does not increase, a duration is negative, or one is in business time without a calendar.
    /// </exception>
    public FollowUpPolicy(
        string name, ScoreQuestion question, IReadOnlyList<Tier> tiers, FollowUpDuration notice, BusinessCalendar? calendar = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(tiers);
        Check(tiers, notice);
        if (calendar is null && (notice.IsBusiness || tiers.Any(tier => tier.Due.IsBusiness)))
        {
            throw new ArgumentException("A duration in business time needs a calendar.", nameof(calendar));
        }

        (Name, Question, Tiers, Notice, Calendar) = (name, question, [.. tiers], notice, calendar);
    }

    /// <summary>
    /// The policy in force where none is configured. Scale 1 to 5: below 3 a High task due after 1 day; 3 to below 4 a Medium one due
    /// after 3 days; none from 4 on. Notice 1 hour.
    /// </summary>
    public static FollowUpPolicy Default { get; } = new(
        "default",
        new ScoreQuestion("overall_satisfaction", 1, 5),
        [
            new Tier("detractor", 3, TaskPriority.High, new FollowUpDuration(1, DurationUnit.Days)),
            new Tier("passive", 4, TaskPriority.Medium, new FollowUpDuration(3, DurationUnit.Days)),
        ],
        new FollowUpDuration(1, DurationUnit.Hours));

    /// <summary>The name decisions are recorded under.</summary>
    public string Name { get; }

    /// <summary>The question it goes by.</summary>
    public ScoreQuestion Question { get; }

    /// <summary>The tiers, from the worst scores up.</summary>
    public IReadOnlyList<Tier> Tiers { get; }

    /// <summary>The least time between the decision and the due date.</summary>
    public FollowUpDuration Notice { get; }

    /// <summary>What business time is counted by; <c>null</c> where no duration is in business time.</summary>
    public BusinessCalendar? Calendar { get; }

    /// <summary>Decides. The same facts and time always give an equal decision, and no facts make it throw.</summary>
    /// <param name="facts">What is known of the interaction.</param>
    /// <param name="now">The time of the decision.</param>
    public FollowUpDecision Decide(FollowUpFacts facts, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return Question.Read(facts.Form) switch
        {
            SatisfactionScore.Answered answered => DecideOn(answered.Value, facts, now),
            SatisfactionScore.Unanswered unanswered => new NoFollowUp(this, null, unanswered.Reason),
            SatisfactionScore.Invalid invalid => new ReviewRequired(this, invalid.Reason),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private FollowUpDecision DecideOn(decimal score, FollowUpFacts facts, DateTimeOffset now)
    {
        foreach (var tier in Tiers)
        {
            if (tier.AppliesTo(score))
            {
                return new FollowUpRequired(this, score, tier, DueDate.Work(facts, tier.Due, Notice, Calendar, now));
            }
        }

        return new NoFollowUp(this, score, "no tier reaches up to it");
    }

    private static void Check(IReadOnlyList<Tier> tiers, FollowUpDuration notice)
    {
        if (tiers.Count == 0)
        {
            throw new ArgumentException("A policy needs at least one tier.", nameof(tiers));
        }

        for (var i = 1; i < tiers.Count; i++)
        {
            if (tiers[i].Below <= tiers[i - 1].Below)
            {
                throw new ArgumentException($"The bound of tier '{tiers[i].Name}' must be above the one before it.", nameof(tiers));
            }
        }

        if (tiers.Any(tier => tier.Due.Amount < 0))
        {
            throw new ArgumentException("A duration cannot be negative.", nameof(tiers));
        }

        if (notice.Amount < 0)
        {
            throw new ArgumentException("A duration cannot be negative.", nameof(notice));
        }
    }
}
