namespace CxoneAssist.Domain.Lint;

/// <summary>A worse score must not matter less than a better one, nor wait longer.</summary>
internal sealed class OrderRules
{
    private readonly Findings _findings;
    private readonly FlipSearch _search;

    private OrderRules(Findings findings) =>
        (_findings, _search) = (findings, new FlipSearch(findings.Policy, findings.Today));

    public static void Check(Findings findings) => new OrderRules(findings).CheckAll();

    private void CheckAll()
    {
        foreach (var tiers in _findings.TierLists)
        {
            // Neighbours are enough: where every neighbour is in order, so is every pair.
            foreach (var (worse, better) in tiers.All.Zip(tiers.All.Skip(1)))
            {
                Priorities(worse, better);
                DueDates(worse, better);
            }
        }
    }

    private void Priorities((Tier Tier, object[] Steps) worse, (Tier Tier, object[] Steps) better)
    {
        if (worse.Tier.Priority < better.Tier.Priority)
        {
            _findings.Warn(
                "priority-order", [.. better.Steps, "priority"],
                $"Tier '{better.Tier.Name}' is for better scores than '{worse.Tier.Name}', but its priority is higher: "
                    + $"{better.Tier.Priority} above {worse.Tier.Priority}.",
                $"Give '{better.Tier.Name}' at most the priority {worse.Tier.Priority}.");
        }
    }

    private void DueDates((Tier Tier, object[] Steps) worse, (Tier Tier, object[] Steps) better)
    {
        var (first, second) = (worse.Tier.Due, better.Tier.Due);
        if (first.Unit == second.Unit || (!first.IsBusiness && !second.IsBusiness))
        {
            if (IsLonger(first, second))
            {
                _findings.Warn(
                    "due-order", [.. worse.Steps, "due"],
                    $"Tier '{worse.Tier.Name}' is for worse scores than '{better.Tier.Name}', but is due later: after {first}, not {second}.",
                    "Change one of the two durations.");
            }
        }
        else if (_search.Find(first, second) is { } instant)
        {
            _findings.Warn(
                "mixed-units", [.. worse.Steps, "due"],
                $"Tier '{worse.Tier.Name}' ({first}) can be due later than '{better.Tier.Name}' ({second}), though it is for worse scores: "
                    + $"counted from {_findings.Local(instant)} it is due {_findings.Local(_search.Due(first, instant))}, "
                    + $"the other {_findings.Local(_search.Due(second, instant))}.",
                "Write both durations in one unit, or make the difference greater.");
        }
        else if (_search.IsExhausted)
        {
            _findings.Warn(
                "mixed-units", [.. worse.Steps, "due"],
                $"Whether tier '{worse.Tier.Name}' ({first}) can be due later than '{better.Tier.Name}' ({second}) was not looked into to the end: "
                    + "that would take too long.",
                "Write durations in one unit.");
        }
    }

    private static bool IsLonger(FollowUpDuration first, FollowUpDuration second) => first.Unit == second.Unit
        ? first.Amount > second.Amount
        : first.After(DateTimeOffset.UnixEpoch) > second.After(DateTimeOffset.UnixEpoch);
}
