using static System.FormattableString;

namespace CxoneAssist.Domain;

/// <summary>What a policy decided, with its reasons. One of <see cref="FollowUpRequired"/>, <see cref="NoFollowUp"/>,
/// <see cref="ReviewRequired"/>; there are no others.</summary>
/// <param name="Policy">The policy that decided.</param>
public abstract record FollowUpDecision(FollowUpPolicy Policy)
{
    /// <summary>Why, a sentence a step: the value read, each tier looked at, each step of the due date.</summary>
    public abstract IReadOnlyList<string> Reasons { get; }

    private protected string ScoreRead(decimal score) =>
        Invariant($"{Policy.Question.Field} is {score} on a scale from {Policy.Question.Min} to {Policy.Question.Max}.");

    private protected static string Rejected(Tier tier, decimal score) =>
        Invariant($"Tier '{tier.Name}' does not apply: {score} is not below {tier.Below}.");
}

/// <summary>The agent owes the customer a follow-up.</summary>
/// <param name="Policy">The policy that decided.</param>
/// <param name="Score">The score read.</param>
/// <param name="Tier">The tier that applies.</param>
/// <param name="Due">By when.</param>
public sealed record FollowUpRequired(FollowUpPolicy Policy, decimal Score, Tier Tier, DueDate Due) : FollowUpDecision(Policy)
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Reasons
    {
        get
        {
            List<string> reasons = [ScoreRead(Score)];
            reasons.AddRange(Policy.Tiers.TakeWhile(tier => tier != Tier).Select(tier => Rejected(tier, Score)));
            reasons.Add(Invariant($"Tier '{Tier.Name}' applies: {Score} is below {Tier.Below}, so priority {Tier.Priority}, due after {Tier.Due}."));
            reasons.Add(Invariant($"Counted from {Due.CountedFrom:yyyy-MM-dd'T'HH:mm:ss'Z'}, {BaseName(Due.Base)}."));
            reasons.Add(Due.MovedByNotice
                ? Invariant($"That would leave less than the notice of {Policy.Notice}: due {Due.At:yyyy-MM-dd'T'HH:mm:ss'Z'} instead.")
                : Invariant($"Due {Due.At:yyyy-MM-dd'T'HH:mm:ss'Z'}."));
            return reasons;
        }
    }

    private static string BaseName(DueDateBase origin) => origin switch
    {
        DueDateBase.FormSubmitted => "when the form was submitted",
        DueDateBase.InteractionCompleted => "when the interaction ended",
        _ => "when the webhook was received",
    };
}

/// <summary>Nothing is owed.</summary>
/// <param name="Policy">The policy that decided.</param>
/// <param name="Score">The score read; <c>null</c> where the customer did not answer.</param>
/// <param name="Reason">Why, in a few words.</param>
public sealed record NoFollowUp(FollowUpPolicy Policy, decimal? Score, string Reason) : FollowUpDecision(Policy)
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Reasons => Score is { } score
        ? [ScoreRead(score), .. Policy.Tiers.Select(tier => Rejected(tier, score)), "No tier applies: no task."]
        : [$"Unanswered: {Reason}. No task."];
}

/// <summary>The form cannot be decided by rule; a person has to look at it.</summary>
/// <param name="Policy">The policy that decided.</param>
/// <param name="Reason">What is wrong with the form.</param>
public sealed record ReviewRequired(FollowUpPolicy Policy, string Reason) : FollowUpDecision(Policy)
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Reasons => [$"Review needed: {Reason}."];
}
