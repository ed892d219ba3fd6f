using CxoneAssist.Host.Cli.Surveys;

namespace CxoneAssist.Host.Cli.Backtest;

/// <summary>What came of a backtest.</summary>
/// <param name="Input">What the surveys came from.</param>
/// <param name="Zone">The zone of days, hours, and times without an offset.</param>
/// <param name="Policy">The policy.</param>
/// <param name="Against">What it was compared with.</param>
/// <param name="Moves">What moved from there to the policy.</param>
/// <param name="Bad">Rows that were not decided on.</param>
internal sealed record BacktestResult(string Input, TimeZoneInfo Zone, PolicyRun Policy, PolicyRun? Against, Moves Moves, BadRows Bad)
{
    public long Surveys => Policy.Tally.Surveys;

    /// <summary>The policies, the one in question first.</summary>
    public IReadOnlyList<PolicyRun> Runs => Against is null ? [Policy] : [Policy, Against];

    /// <summary>What a table calls a policy: two files may bear one name, and then their versions tell them apart.</summary>
    public string NameOf(PolicyRun run) => Runs.All(other => other == run || other.Policy.Name != run.Policy.Name)
        ? run.Policy.Name
        : $"{run.Policy.Name} {run.Policy.ShortHash}";
}
