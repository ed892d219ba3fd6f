namespace CxoneAssist.Domain;

/// <summary>The overrides looked at, up to the one that applies, each with what its conditions found.</summary>
internal sealed class OverrideSteps(FollowUpPolicy policy, FollowUpFacts? facts)
{
    public IEnumerable<string> Write(PolicyOverride? applied)
    {
        foreach (var one in policy.Overrides)
        {
            if (one == applied)
            {
                var grounds = facts is null ? "" : ": " + All(one.When.Select(condition => condition.Explain(facts)));
                yield return $"Override '{one.Name}' applies{grounds}. Its tiers count.";
                yield break;
            }

            if (facts is not null)
            {
                yield return PassedOver(one, facts);
            }
        }
    }

    private static string PassedOver(PolicyOverride one, FollowUpFacts facts)
    {
        var conditions = one.When.ToLookup(condition => condition.Holds(facts), condition => condition.Explain(facts));
        var held = conditions[true].Any() ? $"; what holds: {All(conditions[true])}" : "";
        return $"Override '{one.Name}' does not apply: {All(conditions[false])}{held}.";
    }

    private static string All(IEnumerable<string> conditions) => string.Join(" and ", conditions);
}
