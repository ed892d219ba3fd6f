namespace CxoneAssist.Domain.Lint;

/// <summary>
/// Overrides that take a task away, that never come into play, whole or in part, or that are called
/// the same.
/// </summary>
internal static class OverrideRules
{
    public static void Check(Findings findings)
    {
        var overrides = findings.Policy.Overrides;
        for (var i = 0; i < overrides.Count; i++)
        {
            Drops(findings, overrides[i], i);
            Unreachable(findings, overrides[i], i);
            if (overrides.Take(i).FirstOrDefault(earlier => Implication.Covers(earlier.When, overrides[i].When)) is { } covering)
            {
                findings.Warn(
                    "unreachable-override", ["overrides", i],
                    $"Override '{overrides[i].Name}' never applies: '{covering.Name}' before it applies to everything it asks for.",
                    "Put it before the other one, or take it out.");
            }

            if (overrides.Take(i).Any(earlier => string.Equals(earlier.Name, overrides[i].Name, StringComparison.OrdinalIgnoreCase)))
            {
                findings.Warn(
                    "same-name", ["overrides", i, "name"],
                    $"Two overrides are called '{overrides[i].Name}': a decision does not show which one applied.", "Rename one of the two.");
            }
        }
    }

    private static void Drops(Findings findings, PolicyOverride one, int index)
    {
        var scores = new ScoresAskedFor(findings.Policy, one);
        foreach (var score in scores.All().Where(scores.Has))
        {
            if (one.Tiers.For(score, findings.Question) is null
                && findings.Policy.Tiers.For(score, findings.Question) is { } tier)
            {
                findings.Warn(
                    "override-drops-task", ["overrides", index, "tiers"],
                    $"Override '{one.Name}' gives no task for a score of {Findings.Number(score)}, "
                        + $"where the policy itself gives one (tier '{tier.Name}').",
                    "Give it a tier that reaches as far, or an 'otherwise'; leave it if that is what you want.");
                return;
            }
        }
    }

    private static void Unreachable(Findings findings, PolicyOverride one, int index)
    {
        var scores = new ScoresAskedFor(findings.Policy, one);
        var all = scores.All().ToLookup(scores.Has, score => one.Tiers.For(score, findings.Question));
        foreach (var (tier, steps) in new TiersAt(one.Tiers, ["overrides", index]).All)
        {
            if (all[false].Contains(tier) && !all[true].Contains(tier))
            {
                findings.Warn(
                    "unreachable-tier", steps,
                    $"No score reaches tier '{tier.Name}': override '{one.Name}' asks for other answers to {findings.Question.Field}.",
                    "Change the tier's bound, or what the override asks for.");
            }
        }
    }
}
