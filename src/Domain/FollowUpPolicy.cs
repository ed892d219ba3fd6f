using System.Collections.ObjectModel;

namespace CxoneAssist.Domain;

/// <summary>Decides whether a customer is owed a follow-up, how urgent and until when. Immutable; pure; safe to share.</summary>
public sealed class FollowUpPolicy
{
    private const int ShortHashLength = 12;

    private string? _hash;

    /// <summary>Makes a policy of the simplest kind.</summary>
    /// <param name="name">The name decisions are recorded under.</param>
    /// <param name="question">The question it goes by.</param>
    /// <param name="tiers">The tiers, the worst scores first; a score that reaches the last bound gets no task.</param>
    /// <param name="notice">The least time between the decision and the due date.</param>
    /// <exception cref="ArgumentException">
    /// The name is blank, there is no tier, a bound is out of order, or a duration is negative or in business time.
    /// </exception>
    public FollowUpPolicy(string name, ScoreQuestion question, IReadOnlyList<Tier> tiers, FollowUpDuration notice)
        : this(name, question, tiers, notice, null)
    {
    }

    /// <summary>Makes a policy that can count business time.</summary>
    /// <param name="name">The name decisions are recorded under.</param>
    /// <param name="question">The question it goes by.</param>
    /// <param name="tiers">The tiers, the worst scores first; a score that reaches the last bound gets no task.</param>
    /// <param name="notice">The least time between the decision and the due date.</param>
    /// <param name="calendar">What business time is counted by; <c>null</c> where no duration is in business time.</param>
    /// <exception cref="ArgumentException">
    /// The name is blank, there is no tier, a bound is out of order, a duration is negative, or one is in business time without a calendar.
    /// </exception>
    public FollowUpPolicy(
        string name, ScoreQuestion question, IReadOnlyList<Tier> tiers, FollowUpDuration notice, BusinessCalendar? calendar)
        : this(name, question, new TierList(tiers), notice, calendar, [], null, null, PolicyTexts.None)
    {
    }

    /// <summary>Makes a policy.</summary>
    /// <param name="name">The name decisions are recorded under.</param>
    /// <param name="question">The question it goes by.</param>
    /// <param name="tiers">The tiers, at least one.</param>
    /// <param name="notice">The least time between the decision and the due date.</param>
    /// <param name="calendar">What business time is counted by; <c>null</c> where no duration is in business time.</param>
    /// <param name="overrides">Tiers of their own for some interactions; the first that applies counts.</param>
    /// <param name="suppression">When an earlier task makes a new one needless; <c>null</c> for never.</param>
    /// <param name="fallbackAssignee">
    /// Whom a task goes to where CXone refuses the agent, an <see cref="Identifier"/>; <c>null</c> where the policy does not say.
    /// </param>
    /// <param name="texts">The texts it sets.</param>
    /// <exception cref="ArgumentException">
    /// The name is blank, there is no tier, a bound is out of order, a duration is negative or in business time without a calendar, or the
    /// fallback is no id.
    /// </exception>
    public FollowUpPolicy(
        string name,
        ScoreQuestion question,
        TierList tiers,
        FollowUpDuration notice,
        BusinessCalendar? calendar,
        IReadOnlyList<PolicyOverride> overrides,
        SuppressionRule? suppression,
        string? fallbackAssignee,
        PolicyTexts texts)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(tiers);
        ArgumentNullException.ThrowIfNull(overrides);
        ArgumentNullException.ThrowIfNull(texts);
        (Name, Question, Tiers, Notice, Calendar) = (name, question, tiers, notice, calendar);
        Overrides = new ReadOnlyCollection<PolicyOverride>([.. overrides.Select(one => one.ReadingAs(question))]);
        (Suppression, FallbackAssignee, Texts) = (suppression, fallbackAssignee, texts);
        if (PolicyTerms.Objection(this) is var (parameter, message))
        {
            throw new ArgumentException(message, parameter);
        }
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

    /// <summary>The tiers.</summary>
    public TierList Tiers { get; }

    /// <summary>The least time between the decision and the due date.</summary>
    public FollowUpDuration Notice { get; }

    /// <summary>What business time is counted by; <c>null</c> where no duration is in business time.</summary>
    public BusinessCalendar? Calendar { get; }

    /// <summary>Tiers of their own for some interactions; the first that applies counts.</summary>
    public IReadOnlyList<PolicyOverride> Overrides { get; }

    /// <summary>When an earlier task makes a new one needless; <c>null</c> for never.</summary>
    public SuppressionRule? Suppression { get; }

    /// <summary>Whom a task goes to where CXone refuses the agent; <c>null</c> where the policy does not say.</summary>
    public string? FallbackAssignee { get; }

    /// <summary>The texts it sets.</summary>
    public PolicyTexts Texts { get; }

    /// <summary>
    /// The SHA-256 of its written form (<see cref="FollowUpPolicyFile.Write"/>) in 64 small hex digits: the same for every file that means
    /// the same, whatever its layout, comments and order of members.
    /// </summary>
    public string Hash => _hash ??= FollowUpPolicyFile.HashOf(this);

    /// <summary>The first 12 digits of <see cref="Hash"/>, for people.</summary>
    public string ShortHash => Hash[..ShortHashLength];

    internal IEnumerable<Tier> AllTiers => Overrides.SelectMany(one => one.Tiers.All).Concat(Tiers.All);

    /// <summary>Decides. The same facts and time always give an equal decision, and no facts make it throw.</summary>
    /// <param name="facts">What is known of the interaction.</param>
    /// <param name="now">The time of the decision.</param>
    public FollowUpDecision Decide(FollowUpFacts facts, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return Question.Read(facts.Form) switch
        {
            SatisfactionScore.Answered answered => DecideOn(answered, facts, now),
            SatisfactionScore.Unanswered unanswered => new NoFollowUp(this, null, unanswered.Reason) { Grounds = new(facts) },
            SatisfactionScore.Invalid invalid => new ReviewRequired(this, invalid.Reason) { Grounds = new(facts) },
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private FollowUpDecision DecideOn(SatisfactionScore.Answered answered, FollowUpFacts facts, DateTimeOffset now)
    {
        var exception = OverrideFor(facts);
        var score = answered.Value;
        return (exception?.Tiers ?? Tiers).For(score, Question) is { } tier
            ? new FollowUpRequired(this, score, tier, DueDate.Work(facts, tier.Due, Notice, Calendar, now))
            {
                Field = answered.Field,
                Override = exception,
                Grounds = new(facts),
            }
            : new NoFollowUp(this, score, "no tier reaches up to it") { Override = exception, Grounds = new(facts) };
    }

    private PolicyOverride? OverrideFor(FollowUpFacts facts)
    {
        for (var i = 0; i < Overrides.Count; i++)
        {
            if (Overrides[i].AppliesTo(facts))
            {
                return Overrides[i];
            }
        }

        return null;
    }
}
