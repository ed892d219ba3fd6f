namespace CxoneAssist.Domain;

/// <summary>
/// The rules that every policy keeps to, whether it comes from a file or from code.
/// </summary>
internal static class PolicyInvariants
{
    /// <summary>
    /// The first rule that a policy breaks: the parameter of its constructor, and why it is
    /// refused.
    /// </summary>
    public static (string Parameter, string Message)? FindViolation(FollowUpPolicy policy)
    {
        if (policy.Question.Unanswered.FirstOrDefault(policy.Question.Labels.ContainsKey) is { } word)
        {
            return ("question", $"An answer means none or is a label, not both: '{word}'.");
        }

        if (FindTierViolation(policy) is { } tiers)
        {
            return tiers;
        }

        if (policy.MinimumLeadTime.Amount < 0)
        {
            return ("minimumLeadTime", "A duration cannot be negative.");
        }

        if (policy.Calendar is null && NeedsCalendar(policy))
        {
            return ("calendar", "A duration in business time needs a calendar.");
        }

        return policy.FallbackAssignee is null || Identifier.IsValid(policy.FallbackAssignee)
            ? null
            : ("fallbackAssignee", "The fallback must be the id of an agent or a queue.");
    }

    private static (string Parameter, string Message)? FindTierViolation(FollowUpPolicy policy)
    {
        if (!policy.Tiers.All.Any())
        {
            return ("tiers", "A policy needs at least one tier.");
        }

        if (policy.Tiers.FindViolation(policy.Question) is { } own)
        {
            return ("tiers", own);
        }

        return policy.Overrides.Select(one => one.Tiers.FindViolation(policy.Question)).FirstOrDefault(
            found => found is not null) is { } other
            ? ("overrides", other)
            : null;
    }

    private static bool NeedsCalendar(FollowUpPolicy policy) =>
        policy.MinimumLeadTime.IsBusiness || policy.AllTiers.Any(tier => tier.Due.IsBusiness);
}
