namespace CxoneAssist.Domain;

/// <summary>What every policy must keep to, wherever it was made.</summary>
internal static class PolicyTerms
{
    /// <summary>What a policy does not keep to: the parameter of its constructor, and why it is refused.</summary>
    public static (string Parameter, string Message)? Objection(FollowUpPolicy policy) =>
        policy.Question.Unanswered.FirstOrDefault(policy.Question.Labels.ContainsKey) is { } word
            ? ("question", $"An answer means none or is a label, not both: '{word}'.")
        : !policy.Tiers.All.Any() ? ("tiers", "A policy needs at least one tier.")
        : policy.Tiers.Objection(policy.Question) is { } own ? ("tiers", own)
        : Overriding(policy) is { } other ? ("overrides", other)
        : policy.Notice.Amount < 0 ? ("notice", "A duration cannot be negative.")
        : policy.Calendar is null && NeedsCalendar(policy) ? ("calendar", "A duration in business time needs a calendar.")
        : policy.FallbackAssignee is not null && !Identifier.IsValid(policy.FallbackAssignee)
            ? ("fallbackAssignee", "The fallback must be the id of an agent or a queue.")
        : null;

    private static string? Overriding(FollowUpPolicy policy) =>
        policy.Overrides.Select(one => one.Tiers.Objection(policy.Question)).FirstOrDefault(objection => objection is not null);

    private static bool NeedsCalendar(FollowUpPolicy policy) => policy.Notice.IsBusiness || policy.AllTiers.Any(tier => tier.Due.IsBusiness);
}
