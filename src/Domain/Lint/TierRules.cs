namespace CxoneAssist.Domain.Lint;

/// <summary>
/// Tiers that no score reaches, bounds that the scale does not have, names that say nothing.
/// </summary>
internal static class TierRules
{
    public static void Check(Findings findings)
    {
        foreach (var tiers in findings.TierLists)
        {
            Reach(findings, tiers);
            Names(findings, tiers);
            Notice(findings, tiers);
        }
    }

    private static void Reach(Findings findings, TiersAt tiers)
    {
        Tier? before = null;
        foreach (var (tier, steps) in tiers.All)
        {
            var scale = $"the scale from {Findings.Number(findings.Question.Min)} to {Findings.Number(findings.Question.Max)}";
            if (before?.Bound is { } last && TakesAll(findings, last))
            {
                findings.Warn(
                    "unreachable-tier", steps, $"No score reaches tier '{tier.Name}': all of {scale} reach '{before.Name}' before it.",
                    $"Take the tier out, or change '{findings.BoundName}' of '{before.Name}'.");
            }
            else if (tier.Bound is { } bound && !findings.Question.IsWorse(findings.Worst, bound))
            {
                findings.Warn(
                    "unreachable-tier", [.. steps, findings.BoundName],
                    $"No score reaches tier '{tier.Name}': none of {scale} is {findings.BoundName} {Findings.Number(bound)}.",
                    $"Change '{findings.BoundName}', or the scale.");
            }
            else if (tier.Bound is { } outside && (outside < findings.Question.Min || outside > findings.Question.Max))
            {
                findings.Warn(
                    "bound-outside-scale", [.. steps, findings.BoundName],
                    $"The bound {Findings.Number(outside)} of tier '{tier.Name}' lies outside {scale}.",
                    $"Change '{findings.BoundName}'; for all scores that are left use 'otherwise'.");
            }

            before = tier;
        }
    }

    private static bool TakesAll(Findings findings, decimal bound) => findings.Question.IsWorse(findings.Best, bound);

    private static void Names(Findings findings, TiersAt tiers)
    {
        HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
        foreach (var (tier, steps) in tiers.All.Where(one => !names.Add(one.Tier.Name)))
        {
            findings.Warn(
                "same-name", [.. steps, "name"], $"Two tiers are called '{tier.Name}': a decision does not show which one applied.",
                "Rename one of the two.");
        }
    }

    private static void Notice(Findings findings, TiersAt tiers)
    {
        var notice = findings.Policy.MinimumLeadTime;
        foreach (var (tier, steps) in tiers.All.Where(one => IsShorter(one.Tier.Due, notice)))
        {
            findings.Warn(
                "due-within-notice", [.. steps, "due"],
                $"Tier '{tier.Name}' is due after {tier.Due}, which is never before the notice of {notice} moves it.",
                "Raise 'due', or shorten 'notice'.");
        }
    }

    // Business time of two units, or of one and elapsed time, may be longer or shorter as the
    // calendar has it.
    private static bool IsShorter(FollowUpDuration due, FollowUpDuration notice) => due.Unit == notice.Unit
        ? due.Amount < notice.Amount
        : !due.IsBusiness && !notice.IsBusiness
        && due.After(DateTimeOffset.UnixEpoch) < notice.After(DateTimeOffset.UnixEpoch);
}
