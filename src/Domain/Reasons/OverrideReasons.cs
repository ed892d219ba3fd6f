namespace CxoneAssist.Domain.Reasons;

/// <summary>
/// The overrides looked at, up to the one that applies, each with what its conditions found.
/// </summary>
internal sealed class OverrideReasons(FollowUpPolicy policy, PolicyInput? input)
{
    public IEnumerable<string> Write(PolicyOverride? applied)
    {
        foreach (var one in policy.Overrides)
        {
            if (one == applied)
            {
                var grounds = input is null ? "" : ": " + All(one.When.Select(condition => condition.Explain(input)));
                yield return $"Override '{one.Name}' applies{grounds}. Its tiers count.";
                yield break;
            }

            if (input is not null)
            {
                yield return PassedOver(one, input);
            }
        }
    }

    private static string PassedOver(PolicyOverride one, PolicyInput input)
    {
        var conditions = one.When.ToLookup(condition => condition.Holds(input), condition => condition.Explain(input));
        var held = conditions[true].Any() ? $"; what holds: {All(conditions[true])}" : "";
        return $"Override '{one.Name}' does not apply: {All(conditions[false])}{held}.";
    }

    private static string All(IEnumerable<string> conditions) => string.Join(" and ", conditions);
}
