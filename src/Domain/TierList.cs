using System.Collections.ObjectModel;

namespace CxoneAssist.Domain;

/// <summary>
/// Tiers in their order, the worst scores first, and what becomes of the scores that reach none.
/// Immutable.
/// </summary>
public sealed class TierList
{
    /// <summary>
    /// Makes one. Its order is checked by the policy it becomes part of, which knows the scale.
    /// </summary>
    /// <param name="tiers">The tiers, each with a bound.</param>
    /// <param name="otherwise">
    /// The tier of all other scores, without a bound; <c>null</c> where they get no task.
    /// </param>
    public TierList(IReadOnlyList<Tier> tiers, Tier? otherwise = null)
    {
        ArgumentNullException.ThrowIfNull(tiers);
        (Tiers, Otherwise) = (new ReadOnlyCollection<Tier>([.. tiers]), otherwise);
    }

    /// <summary>The tiers, the worst scores first.</summary>
    public IReadOnlyList<Tier> Tiers { get; }

    /// <summary>The tier of all other scores; <c>null</c> where they get no task.</summary>
    public Tier? Otherwise { get; }

    /// <summary>All of them, <see cref="Otherwise"/> last.</summary>
    public IEnumerable<Tier> All => Otherwise is null ? Tiers : Tiers.Append(Otherwise);

    internal Tier? For(decimal score, ScoreQuestion question)
    {
        // Counted, not enumerated: this runs for every decision.
        for (var i = 0; i < Tiers.Count; i++)
        {
            if (Tiers[i].AppliesTo(score, question))
            {
                return Tiers[i];
            }
        }

        return Otherwise;
    }

    internal string? FindViolation(ScoreQuestion question)
    {
        for (var i = 0; i < Tiers.Count; i++)
        {
            if (Tiers[i].Bound is not { } bound)
            {
                return $"Tier '{Tiers[i].Name}' needs a bound; only the one for all other scores has none.";
            }

            if (i > 0 && !question.IsWorse(Tiers[i - 1].Bound!.Value, bound))
            {
                var beyond = question.Direction == ScaleDirection.LowIsWorse ? "above" : "below";
                return $"The bound of tier '{Tiers[i].Name}' must be {beyond} the one before it.";
            }
        }

        if (Otherwise?.Bound is not null)
        {
            return $"Tier '{Otherwise.Name}' is for all other scores and has no bound.";
        }

        if (All.Any(tier => string.IsNullOrWhiteSpace(tier.Name)))
        {
            return "A tier needs a name.";
        }

        return All.Any(tier => tier.Due.Amount < 0) ? "A duration cannot be negative." : null;
    }
}
