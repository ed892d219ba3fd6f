using CxoneAssist.Domain;
using CxoneAssist.Host.Cli.Console;
using CxoneAssist.Host.Cli.Policies;
using CxoneAssist.Host.Cli.Surveys;

namespace CxoneAssist.Host.Cli.Backtest.Rules;

/// <summary>
/// Which overrides and tiers of a policy applied, and what the file has where one did not. A name that is spelt
/// otherwise in the file than in the policy shows here and nowhere else.
/// </summary>
internal sealed class RuleUse
{
    // A scale of whole numbers has few; averages may have any number.
    private const int MostScores = 200;

    private readonly FollowUpPolicy _policy;
    private readonly List<(PolicyOverride Override, ConditionValues[] Conditions)> _unused;
    private readonly HashSet<(PolicyOverride? Override, Tier Tier)> _tiers = [];
    private readonly Dictionary<decimal, long> _scores = [];

    public RuleUse(FollowUpPolicy policy)
    {
        _policy = policy;
        _unused = [.. policy.Overrides.Select(one => (one, one.When.Select(condition => new ConditionValues(condition)).ToArray()))];
    }

    /// <summary>The rules that applied to no survey, overrides first.</summary>
    public IReadOnlyList<UnusedRule> Unused =>
    [
        .. _unused.Select(one => new UnusedRule(
            UnusedRule.OverrideKind, one.Override.Name, null,
            [.. one.Conditions.Select(condition => (ConditionText.Describe(condition.Condition), condition.Subject, condition.Values))])),
        .. UnusedTiers(null, _policy.Tiers),
        .. _policy.Overrides.Where(one => !_unused.Exists(unused => unused.Override == one))
            .SelectMany(one => UnusedTiers(one, one.Tiers)),
    ];

    public void Add(in PastSurvey survey, FollowUpDecision decision)
    {
        var (used, score) = decision switch
        {
            FollowUpRequired task => (task.Override, task.Score),
            NoFollowUp none => (none.Override, none.Score),
            _ => (null, null),
        };
        if (used is not null && _unused.FindIndex(one => one.Override == used) is >= 0 and var known)
        {
            _unused.RemoveAt(known);
        }

        if (score is { } given && (_scores.ContainsKey(given) || _scores.Count < MostScores))
        {
            _scores[given] = _scores.GetValueOrDefault(given) + 1;
        }

        if (decision is FollowUpRequired required)
        {
            _tiers.Add((required.Override, required.Tier));
        }

        foreach (var (_, conditions) in _unused)
        {
            foreach (var condition in conditions)
            {
                condition.Add(survey.Facts);
            }
        }
    }

    private IEnumerable<UnusedRule> UnusedTiers(PolicyOverride? owner, TierList tiers) =>
        tiers.All.Where(tier => !_tiers.Contains((owner, tier))).Select(tier => new UnusedRule(
            UnusedRule.TierKind, tier.Name, owner?.Name, [(BoundOf(tier), "score", Scores())]));

    private ValueCounts Scores()
    {
        var counts = new ValueCounts();
        foreach (var (score, count) in _scores)
        {
            counts.Add(Format.Decimal(score), count);
        }

        return counts;
    }

    private string BoundOf(Tier tier) => tier.Bound is { } bound
        ? $"{(_policy.Question.Direction == ScaleDirection.LowIsWorse ? "below" : "above")} {Format.Decimal(bound)}"
        : "all other scores";
}
