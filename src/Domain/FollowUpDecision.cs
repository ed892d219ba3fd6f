using CxoneAssist.Domain.Reasons;
using static System.FormattableString;

namespace CxoneAssist.Domain;

/// <summary>
/// What a policy decided, with its reasons. One of <see cref="FollowUpRequired"/>,
/// <see cref="NoFollowUp"/>, <see cref="ReviewRequired"/>; there are no others.
/// </summary>
/// <example>
/// <code>
/// Console.WriteLine(decision.Priority is { } priority ? $"{priority}, due {decision.Due!.At:u}" : "no task");
/// if (decision is ReviewRequired review)
/// {
///     Console.WriteLine($"A person has to look: {review.Reason}");
/// }
/// </code>
/// </example>
/// <param name="Policy">The policy that decided.</param>
public abstract record FollowUpDecision(FollowUpPolicy Policy)
{
    /// <summary>
    /// Why, a sentence a step: the policy, each value read, each override with its conditions, each
    /// tier looked at, each step of the due date. Worked out anew with every call.
    /// </summary>
    public abstract IReadOnlyList<string> Reasons { get; }

    /// <summary>How urgent the task is; <c>null</c> where the decision demands none.</summary>
    public TaskPriority? Priority => (this as FollowUpRequired)?.Priority;

    /// <summary>By when the task is due; <c>null</c> where the decision demands none.</summary>
    public DueDate? Due => (this as FollowUpRequired)?.Due;

    /// <summary>
    /// The score that counted; <c>null</c> where the customer did not answer, or a person has to
    /// look at the answer.
    /// </summary>
    public decimal? Score => this switch
    {
        FollowUpRequired required => required.Score,
        NoFollowUp none => none.Score,
        _ => null,
    };

    internal DecisionGrounds Grounds { get; init; }

    /// <summary>On one line and in every culture the same: <c>High task (detractor), due 2026-12-01T09:00:00Z, score 2.5, by policy 'default'</c>.</summary>
    public sealed override string ToString()
    {
        var what = this switch
        {
            FollowUpRequired task => Invariant($"{task.Priority} task ({task.Tier.Name}), due {task.Due.At.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}, score {task.Score:0.#########}"),
            NoFollowUp { Score: { } score } => Invariant($"No task, score {score:0.#########}"),
            NoFollowUp none => $"No task: {none.Reason}",
            ReviewRequired review => $"Review: {review.Reason}",
            _ => GetType().Name,
        };
        return $"{what}, by policy '{Policy.Name}'";
    }
}

/// <summary>The agent owes the customer a follow-up.</summary>
/// <param name="Policy">The policy that decided.</param>
/// <param name="Score">The score that counted.</param>
/// <param name="Tier">The tier that applies.</param>
/// <param name="Due">By when.</param>
public sealed record FollowUpRequired(FollowUpPolicy Policy, decimal Score, Tier Tier, DueDate Due) : FollowUpDecision(Policy)
{
    /// <summary>The score that counted.</summary>
    public new decimal Score { get; init; } = Score;

    /// <summary>By when the task is due.</summary>
    public new DueDate Due { get; init; } = Due;

    /// <summary>How urgent the task is: the priority of <see cref="Tier"/>.</summary>
    public new TaskPriority Priority => Tier.Priority;

    /// <summary>The field the score was read from, as the policy names it.</summary>
    public string Field { get; init; } = Policy.Question.Field;

    /// <summary>
    /// The override the tier is of; <c>null</c> where it is one of the policy's own.
    /// </summary>
    public PolicyOverride? Override { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Reasons => new Explanation(Policy, Grounds.Input).OfTask(this);
}

/// <summary>Nothing is owed.</summary>
/// <param name="Policy">The policy that decided.</param>
/// <param name="Score">
/// The score that counted; <c>null</c> where the customer did not answer.
/// </param>
/// <param name="Reason">Why, in a few words.</param>
public sealed record NoFollowUp(FollowUpPolicy Policy, decimal? Score, string Reason) : FollowUpDecision(Policy)
{
    /// <summary>The score that counted; <c>null</c> where the customer did not answer.</summary>
    public new decimal? Score { get; init; } = Score;

    /// <summary>
    /// The override whose tiers were looked at; <c>null</c> where they were the policy's own, or
    /// none.
    /// </summary>
    public PolicyOverride? Override { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Reasons => new Explanation(Policy, Grounds.Input).OfNone(this);
}

/// <summary>The form cannot be decided by rule; a person has to look at it.</summary>
/// <param name="Policy">The policy that decided.</param>
/// <param name="Reason">What is wrong with the form.</param>
public sealed record ReviewRequired(FollowUpPolicy Policy, string Reason) : FollowUpDecision(Policy)
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Reasons => new Explanation(Policy, Grounds.Input).OfReview(this);
}

/// <summary>
/// The input of a decision, kept to explain it on demand. It does not count when decisions are
/// compared.
/// </summary>
internal readonly struct DecisionGrounds(PolicyInput input) : IEquatable<DecisionGrounds>
{
    /// <summary>The facts; <c>null</c> in a decision that no policy made.</summary>
    public PolicyInput? Input { get; } = input;

    public bool Equals(DecisionGrounds other) => true;

    public override bool Equals(object? obj) => obj is DecisionGrounds;

    public override int GetHashCode() => 0;
}
