using CxoneAssist.Host.Cli.Console;
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
    /// <summary>What was read from which column: one that was not meant would make all figures wrong.</summary>
    public IReadOnlyList<(string What, string Column)> Columns { get; init; } = [];

    /// <summary>What a policy or the figures ask for and the file does not have: what asks for it never applies.</summary>
    public IReadOnlyList<string> NotFound { get; init; } = [];

    /// <summary>Both for people.</summary>
    public string ColumnsInWords => string.Join(", ", Columns.Select(InWords))
        + (NotFound.Count == 0 ? "" : "; not found: " + string.Join(", ", NotFound.Select(Consequence)));

    /// <summary>What has to be said of the file's texts; <c>null</c> where they are as they were written.</summary>
    public string? UndecodedInWords => Bad.Undecoded == 0
        ? null
        : $"{Format.Count(Bad.Undecoded, "row")} with characters that are not UTF-8 and read as \uFFFD: save the file as UTF-8";

    /// <summary>Whether tasks can be told by agent.</summary>
    public bool KnowsAgents => !NotFound.Contains(SurveyFacts.Name(SurveyFact.Agent));

    public long Surveys => Policy.Tally.Surveys;

    /// <summary>The policies, the one in question first.</summary>
    public IReadOnlyList<PolicyRun> Runs => Against is null ? [Policy] : [Policy, Against];

    /// <summary>What a table calls a policy: two files may bear one name, and then their versions tell them apart.</summary>
    public string NameOf(PolicyRun run) => Runs.All(other => other == run || other.Policy.Name != run.Policy.Name)
        ? run.Policy.Name
        : $"{run.Policy.Name} {run.Policy.ShortHash}";

    private static string Consequence(string what) =>
        what == SurveyFacts.Name(SurveyFact.Customer) ? $"{what} (so nothing is suppressed)"
        : what == SurveyFacts.Name(SurveyFact.Agent) ? $"{what} (so load is not told by agent)"
        : what;

    private static string InWords((string What, string Column) one) =>
        one.What.Equals(one.Column, StringComparison.OrdinalIgnoreCase) ? one.What : $"{one.What} from {one.Column}";
}
