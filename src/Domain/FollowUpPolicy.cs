using System.Collections.ObjectModel;

namespace CxoneAssist.Domain;

/// <summary>
/// Decides whether a customer is owed a follow-up, how urgent and until when. Immutable; pure; safe
/// to share.
/// </summary>
public sealed class FollowUpPolicy
{
    private const int ShortHashLength = 12;

    private string? _hash;

    /// <summary>Makes a policy.</summary>
    /// <param name="name">The name decisions are recorded under.</param>
    /// <param name="question">The question whose answer decides.</param>
    /// <param name="tiers">The tiers, at least one.</param>
    /// <param name="minimumLeadTime">
    /// The least time between the decision and the due date: <c>notice</c> in a file.
    /// </param>
    /// <param name="calendar">
    /// The calendar of business time. Default <c>null</c>: no duration is in business time.
    /// </param>
    /// <param name="overrides">
    /// Other tiers for some interactions; the first that applies counts. Default none.
    /// </param>
    /// <param name="suppression">
    /// When an earlier task makes a new one redundant. Default <c>null</c>: never.
    /// </param>
    /// <param name="fallbackAssignee">
    /// The assignee of a task where CXone refuses the agent, an <see cref="Identifier"/>. Default
    /// <c>null</c>: the policy does not say.
    /// </param>
    /// <param name="texts">The texts that the policy sets. Default none.</param>
    /// <exception cref="ArgumentException">
    /// The name is blank, there is no tier, a bound is out of order, a duration is negative or in
    /// business time without a calendar, or the fallback is no id.
    /// </exception>
    /// <example>
    /// <code>
    /// var day = new FollowUpDuration(1, DurationUnit.Days);
    /// var callBack = new FollowUpPolicy(
    ///     "call-back",
    ///     new ScoreQuestion("overall_satisfaction", min: 1, max: 5),
    ///     new TierList([new Tier("unhappy", Bound: 3, TaskPriority.High, Due: day)]),   // Below 3.
    ///     minimumLeadTime: new FollowUpDuration(1, DurationUnit.Hours));
    /// </code>
    /// </example>
    public FollowUpPolicy(
        string name,
        ScoreQuestion question,
        TierList tiers,
        FollowUpDuration minimumLeadTime,
        BusinessCalendar? calendar = null,
        IReadOnlyList<PolicyOverride>? overrides = null,
        SuppressionRule? suppression = null,
        string? fallbackAssignee = null,
        PolicyTexts? texts = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(tiers);
        Name = NormalForm.Compose(name);
        Question = question;
        Tiers = tiers;
        MinimumLeadTime = minimumLeadTime;
        Calendar = calendar;
        Overrides = new ReadOnlyCollection<PolicyOverride>(
            [.. (overrides ?? []).Select(one => one.WithAnswersReadAs(question))]);
        Suppression = suppression;
        FallbackAssignee = fallbackAssignee;
        Texts = texts ?? PolicyTexts.None;
        if (PolicyInvariants.FindViolation(this) is var (parameter, message))
        {
            throw new ArgumentException(message, parameter);
        }
    }

    /// <summary>
    /// The policy in force where none is configured. Scale 1 to 5: below 3 a High task due after 1
    /// day; 3 to below 4 a Medium one due after 3 days; none from 4 on. Due no earlier than 1 hour
    /// after the decision.
    /// </summary>
    public static FollowUpPolicy Default { get; } = new(
        "default",
        new ScoreQuestion("overall_satisfaction", 1, 5),
        new TierList(
        [
            new Tier("detractor", 3, TaskPriority.High, new FollowUpDuration(1, DurationUnit.Days)),
            new Tier("passive", 4, TaskPriority.Medium, new FollowUpDuration(3, DurationUnit.Days)),
        ]),
        new FollowUpDuration(1, DurationUnit.Hours));

    /// <summary>The name decisions are recorded under.</summary>
    public string Name { get; }

    /// <summary>The question it goes by.</summary>
    public ScoreQuestion Question { get; }

    /// <summary>The tiers.</summary>
    public TierList Tiers { get; }

    /// <summary>The least time between the decision and the due date.</summary>
    public FollowUpDuration MinimumLeadTime { get; }

    /// <summary>
    /// What business time is counted by; <c>null</c> where no duration is in business time.
    /// </summary>
    public BusinessCalendar? Calendar { get; }

    /// <summary>Tiers of their own for some interactions; the first that applies counts.</summary>
    public IReadOnlyList<PolicyOverride> Overrides { get; }

    /// <summary>When an earlier task makes a new one redundant; <c>null</c> for never.</summary>
    public SuppressionRule? Suppression { get; }

    /// <summary>
    /// Whom a task goes to where CXone refuses the agent; <c>null</c> where the policy does not
    /// say.
    /// </summary>
    public string? FallbackAssignee { get; }

    /// <summary>The texts it sets.</summary>
    public PolicyTexts Texts { get; }

    /// <summary>
    /// The SHA-256 of its written form (<see cref="FollowUpPolicyFile.Write"/>) in 64 small hex
    /// digits: the same for every file that means the same, whatever its layout, comments and order
    /// of members.
    /// </summary>
    public string Hash => _hash ??= FollowUpPolicyFile.HashOf(this);

    /// <summary>The first 12 digits of <see cref="Hash"/>, for people.</summary>
    public string ShortHash => Hash[..ShortHashLength];

    internal IEnumerable<Tier> AllTiers => Overrides.SelectMany(one => one.Tiers.All).Concat(Tiers.All);

    /// <summary>
    /// Decides. The same facts and time always give an equal decision, and no facts make it throw.
    /// </summary>
    /// <param name="input">What is known of the interaction.</param>
    /// <param name="now">The time of the decision.</param>
    /// <returns>Whether a task is owed, its priority and due date, and why.</returns>
    /// <example>
    /// <code>
    /// var now = DateTimeOffset.UtcNow;
    /// var form = new PostInteractionForm([new FormResponse("overall_satisfaction", "2.5")]);
    /// var input = new PolicyInput(new CompletedInteraction("interaction-1", "agent-042"), now, form);
    /// var decision = FollowUpPolicy.Default.Decide(input, now);
    /// Console.WriteLine(decision.Priority);   // High
    /// </code>
    /// </example>
    public FollowUpDecision Decide(PolicyInput input, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(input);
        return DecideOn(NormalForm.Compose(input), now);
    }

    private FollowUpDecision DecideOn(PolicyInput input, DateTimeOffset now) =>
        Question.Read(input.Form) switch
        {
            SatisfactionScore.Answered answered => DecideOn(answered, input, now),
            SatisfactionScore.Unanswered none => new NoFollowUp(this, null, none.Reason) { Grounds = new(input) },
            SatisfactionScore.Invalid invalid => new ReviewRequired(this, invalid.Reason) { Grounds = new(input) },
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private FollowUpDecision DecideOn(SatisfactionScore.Answered answered, PolicyInput input, DateTimeOffset now)
    {
        var exception = OverrideFor(input);
        var score = answered.Value;
        return (exception?.Tiers ?? Tiers).For(score, Question) is { } tier
            ? new FollowUpRequired(this, score, tier, DueDate.Work(input, tier.Due, MinimumLeadTime, Calendar, now))
            {
                Field = answered.Field,
                Override = exception,
                Grounds = new(input),
            }
            : new NoFollowUp(this, score, "no tier reaches up to it") { Override = exception, Grounds = new(input) };
    }

    private PolicyOverride? OverrideFor(PolicyInput input)
    {
        for (var i = 0; i < Overrides.Count; i++)
        {
            if (Overrides[i].AppliesTo(input))
            {
                return Overrides[i];
            }
        }

        return null;
    }
}
