using System.Collections.ObjectModel;

namespace CxoneAssist.Domain;

/// <summary>Tiers of their own for some interactions. Immutable.</summary>
public sealed class PolicyOverride
{
    /// <summary>Makes one.</summary>
    /// <param name="name">What people call it.</param>
    /// <param name="when">
    /// When it applies: all conditions hold; at least one, and of each fact and each field at most
    /// one.
    /// </param>
    /// <param name="tiers">
    /// The tiers that replace the policy's own; none of them, and no other, means no task.
    /// </param>
    /// <exception cref="ArgumentException">
    /// The name is blank, there is no condition, or there are two of one fact or field.
    /// </exception>
    public PolicyOverride(string name, IReadOnlyList<FollowUpCondition> when, TierList tiers)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(when);
        ArgumentNullException.ThrowIfNull(tiers);
        if (when.Count == 0)
        {
            throw new ArgumentException($"Override '{name}' needs a condition; what always holds belongs into the policy itself.", nameof(when));
        }

        if (when.DistinctBy(condition => condition.Subject, StringComparer.OrdinalIgnoreCase).Count() < when.Count)
        {
            throw new ArgumentException($"Override '{name}' has two conditions on the same.", nameof(when));
        }

        // In the order of the file's canonical form, so that the order in which they were given
        // makes no other policy.
        (Name, When, Tiers) = (name, new ReadOnlyCollection<FollowUpCondition>([.. when.OrderBy(condition => condition.Rank)]), tiers);
    }

    /// <summary>What people call it.</summary>
    public string Name { get; }

    /// <summary>When it applies: all of them hold.</summary>
    public IReadOnlyList<FollowUpCondition> When { get; }

    /// <summary>The tiers that replace the policy's own.</summary>
    public TierList Tiers { get; }

    // What people answer to the policy's own questions means to a condition what it means to the
    // score.
    internal PolicyOverride WithAnswersReadAs(ScoreQuestion question) =>
        When.Any(condition => IsRangeOn(condition, question))
        ? new(Name, [.. When.Select(one => IsRangeOn(one, question) ? ((AnswerInRange)one).WithAnswersReadAs(question) : one)], Tiers)
        : this;

    private static bool IsRangeOn(FollowUpCondition condition, ScoreQuestion question) =>
        condition is AnswerInRange range && question.Fields.Contains(range.Field, StringComparer.OrdinalIgnoreCase);

    internal bool AppliesTo(PolicyInput input)
    {
        for (var i = 0; i < When.Count; i++)
        {
            if (!When[i].Holds(input))
            {
                return false;
            }
        }

        return true;
    }
}
