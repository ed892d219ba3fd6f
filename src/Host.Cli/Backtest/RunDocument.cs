using CxoneAssist.Host.Cli.Backtest.Rules;
using CxoneAssist.Host.Cli.Policies;

namespace CxoneAssist.Host.Cli.Backtest;

/// <summary>One policy's figures.</summary>
internal class RunDocument
{
    private const int MostAgents = 100;

    private readonly PolicyRun _run;

    // Not public: the source generator would otherwise also generate a reader.
    internal RunDocument(PolicyRun run) => _run = run;

    public long Surveys => _run.Tally.Surveys;

    public Dictionary<string, long> Tasks =>
        Tally.Priorities.ToDictionary(priority => priority.ToString(), _run.Tally.TaskCount);

    public long NoTask => _run.Tally.NoTask;

    public long Review => _run.Tally.Review;

    public long Suppressed => _run.Tally.Suppressed;

    public long Unanswered => _run.Tally.Unanswered;

    public long OutOfOrder => _run.OutOfOrder;

    public PolicyDocument Policy => new(_run.Policy.Name, _run.Policy.Hash);

    public IEnumerable<TierDocument> Tiers => _run.Tally.Tiers.Select(tier => new TierDocument(
        tier.From.Tier.Name, tier.From.Override, tier.From.Tier.Priority.ToString(), tier.Tasks));

    public IEnumerable<ReviewDocument> Reviews => _run.Reviews.All.Select(reason => new ReviewDocument(
        reason.What, reason.Count, reason.Lines, ValuesDocument.From(reason.Values)));

    public IEnumerable<UnusedRuleDocument> NeverApplied => _run.Rules.Unused.Select(rule => new UnusedRuleDocument(
        rule.Kind, rule.Name, rule.Override, rule.Conditions.Select(one => new UnusedConditionDocument(
            one.Condition, one.Subject, ValuesDocument.From(one.Values)))));

    public AgentsDocument Agents => new(
        _run.Tally.Load.Agents.Count,
        Math.Round(_run.Tally.Load.MeanPerAgentAndDay, 3),
        _run.Tally.Load.NotSpread,
        _run.Tally.Load.Busiest(MostAgents).Select(agent => new AgentDocument(
            agent.Agent, agent.Tasks, agent.BusiestDay, agent.Busiest)));

    public IEnumerable<DayDocument> Days => _run.Tally.Load.Days.Select(day => new DayDocument(day.Day, day.Tasks));

    public IReadOnlyList<long> DueByHour => _run.Tally.DueByHour;
}

internal sealed record TierDocument(string? Tier, string? Override, string Priority, long Tasks);

internal sealed record AgentsDocument(
    int Count, double MeanPerAgentAndDay, long NotSpread, IEnumerable<AgentDocument> Most);

internal sealed record AgentDocument(string Agent, long Tasks, DateOnly BusiestDay, int OnBusiestDay);

internal sealed record DayDocument(DateOnly Day, long Tasks);

/// <summary>Surveys that were left to a person for one reason.</summary>
internal sealed record ReviewDocument(string Why, long Count, IEnumerable<long> FirstLines, ValuesDocument Answers);

/// <summary>A rule that applied to no survey.</summary>
internal sealed record UnusedRuleDocument(
    string Kind, string Name, string? Override, IEnumerable<UnusedConditionDocument> Where);

internal sealed record UnusedConditionDocument(string Condition, string Of, ValuesDocument FileHas);

/// <summary>The most frequent values, and how often there are others.</summary>
internal sealed record ValuesDocument(IEnumerable<ValueDocument> Most, long Others)
{
    public static ValuesDocument From(ValueCounts values) =>
        new(values.Most.Select(one => new ValueDocument(one.Value, one.Count)), values.Others);
}

internal sealed record ValueDocument(string Value, long Count);
