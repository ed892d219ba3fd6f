using static System.FormattableString;

namespace CxoneAssist.Domain.Lint;

/// <summary>A worse score must not matter less than a better one, nor wait longer.</summary>
internal sealed class OrderRules
{
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(30);

    // A year has every weekday, every holiday and both changes of the clock.
    private const int Steps = 2 * 24 * 370;

    // So many pairs are searched through that a file of thousands of them does not take minutes.
    private const int MostSearches = 40;

    private int _searches;

    public static void Check(Findings findings) => new OrderRules().CheckAll(findings);

    private void CheckAll(Findings findings)
    {
        foreach (var tiers in findings.TierLists)
        {
            // Neighbours are enough: where every neighbour is in order, so is every pair.
            foreach (var (worse, better) in tiers.All.Zip(tiers.All.Skip(1)))
            {
                Priorities(findings, worse, better);
                DueDates(findings, worse, better);
            }
        }
    }

    private static void Priorities(Findings findings, (Tier Tier, object[] Steps) worse, (Tier Tier, object[] Steps) better)
    {
        if (worse.Tier.Priority < better.Tier.Priority)
        {
            findings.Warn(
                "priority-order", [.. better.Steps, "priority"],
                $"Tier '{better.Tier.Name}' is for better scores than '{worse.Tier.Name}', but its priority is higher: "
                    + $"{better.Tier.Priority} above {worse.Tier.Priority}.",
                $"Give '{better.Tier.Name}' at most the priority {worse.Tier.Priority}.");
        }
    }

    private void DueDates(Findings findings, (Tier Tier, object[] Steps) worse, (Tier Tier, object[] Steps) better)
    {
        var (first, second) = (worse.Tier.Due, better.Tier.Due);
        if (first.Unit == second.Unit || (!first.IsBusiness && !second.IsBusiness))
        {
            if (Later(first, second, findings.Policy.Calendar, DateTimeOffset.UnixEpoch))
            {
                findings.Warn(
                    "due-order", [.. worse.Steps, "due"],
                    $"Tier '{worse.Tier.Name}' is for worse scores than '{better.Tier.Name}', but is due later: after {first}, not {second}.",
                    "Change one of the two durations.");
            }
        }
        else if (++_searches > MostSearches)
        {
            findings.Warn(
                "mixed-units", [.. worse.Steps, "due"],
                $"Whether tier '{worse.Tier.Name}' ({first}) can be due later than '{better.Tier.Name}' ({second}) was not looked into: "
                    + "this policy mixes units too often.",
                "Write durations in one unit.");
        }
        else if (Flip(findings, first, second) is { } instant)
        {
            findings.Warn(
                "mixed-units", [.. worse.Steps, "due"],
                $"Tier '{worse.Tier.Name}' ({first}) can be due later than '{better.Tier.Name}' ({second}), though it is for worse scores: "
                    + $"counted from {Local(findings, instant)} it is due {Local(findings, first.After(instant, findings.Policy.Calendar))}, "
                    + $"the other {Local(findings, second.After(instant, findings.Policy.Calendar))}.",
                "Write both durations in one unit, or make the difference greater.");
        }
    }

    private static DateTimeOffset? Flip(Findings findings, FollowUpDuration first, FollowUpDuration second)
    {
        var start = new DateTimeOffset(findings.Today, TimeOnly.MinValue, TimeSpan.Zero);
        for (var i = 0; i < Steps && start < DateTimeOffset.MaxValue - Step; i++, start += Step)
        {
            if (Later(first, second, findings.Policy.Calendar, start))
            {
                return start;
            }
        }

        return null;
    }

    private static bool Later(FollowUpDuration first, FollowUpDuration second, BusinessCalendar? calendar, DateTimeOffset start) =>
        first.Unit == second.Unit ? first.Amount > second.Amount : first.After(start, calendar) > second.After(start, calendar);

    private static string Local(Findings findings, DateTimeOffset instant) =>
        Invariant($"{TimeZoneInfo.ConvertTime(instant, findings.Policy.Calendar!.Zone):ddd yyyy-MM-dd HH:mm}");
}
