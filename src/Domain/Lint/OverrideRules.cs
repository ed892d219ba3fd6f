namespace CxoneAssist.Domain.Lint;

/// <summary>Overrides that take a task away, that never come into play, or that are called the same.</summary>
internal static class OverrideRules
{
    public static void Check(Findings findings)
    {
        var overrides = findings.Policy.Overrides;
        for (var i = 0; i < overrides.Count; i++)
        {
            Drops(findings, overrides[i], i);
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
                    $"Two overrides are called '{overrides[i].Name}': nobody can tell from a decision which one applied.", "Rename one of the two.");
            }
        }
    }

    private static void Drops(Findings findings, PolicyOverride one, int index)
    {
        if (one.Tiers.Otherwise is not null || Dropped(findings, one) is not { } score)
        {
            return;
        }

        var tier = findings.Policy.Tiers.For(score, findings.Question)!;
        findings.Warn(
            "override-drops-task", ["overrides", index, "tiers"],
            $"Override '{one.Name}' gives no task for a score of {Findings.Number(score)}, where the policy itself gives one (tier '{tier.Name}').",
            "Give it a tier that reaches as far, or an 'otherwise'; leave it if that is what you want.");
    }

    // What a list takes in reaches from the worst score to its last bound: the first score beyond that bound shows what is dropped.
    private static decimal? Dropped(Findings findings, PolicyOverride one)
    {
        var score = one.Tiers.Tiers is [.., { Bound: { } last }] ? last : findings.Worst;
        if (findings.Question.IsWorse(score, findings.Worst))
        {
            score = findings.Worst;
        }

        var isOfTheScale = score >= findings.Question.Min && score <= findings.Question.Max;
        return isOfTheScale && one.Tiers.For(score, findings.Question) is null && findings.Policy.Tiers.For(score, findings.Question) is not null
            ? score
            : null;
    }
}
