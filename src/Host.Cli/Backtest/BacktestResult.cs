using CxoneAssist.Domain;
using CxoneAssist.Host.Cli.Console;
using CxoneAssist.Host.Cli.Surveys;
using CxoneAssist.Host.Cli.Surveys.Columns;

namespace CxoneAssist.Host.Cli.Backtest;

/// <summary>The result of a backtest.</summary>
/// <param name="Input">The source of the surveys.</param>
/// <param name="Zone">The zone of days, hours, and times without an offset.</param>
/// <param name="Policy">The policy.</param>
/// <param name="Against">The policy it was compared with.</param>
/// <param name="Moves">The differences from that policy to the first one.</param>
/// <param name="Bad">Rows that were skipped.</param>
internal sealed record BacktestResult(
    string Input, TimeZoneInfo Zone, PolicyRun Policy, PolicyRun? Against, Moves Moves, BadRows Bad)
{
    private const int MostReasons = 3;

    /// <summary>The heading of the warning about characters that were lost before.</summary>
    public const string LostCharacters = "Lost characters";

    /// <summary>
    /// Which column was used for what: an unintended one would make all figures wrong.
    /// </summary>
    public IReadOnlyList<(string What, string Column)> Columns { get; init; } = [];

    /// <summary>
    /// What a policy or the figures need and the file lacks: rules that need it never apply.
    /// </summary>
    public IReadOnlyList<string> NotFound { get; init; } = [];

    /// <summary>How the file was read: its format, its times, what was skipped.</summary>
    public IReadOnlyList<string> ReadAs { get; init; } = [];

    /// <summary>When the backtest was made.</summary>
    public DateTimeOffset MadeAt { get; init; }

    /// <summary>What a row of the file is called.</summary>
    public string Unit { get; init; } = "line";

    /// <summary>The same as a heading.</summary>
    public string UnitHeading => char.ToUpperInvariant(Unit[0]) + Unit[1..];

    /// <summary>The columns, and what is missing, as one text.</summary>
    public string ColumnsInWords => string.Join(", ", Columns.Select(InWords))
        + (NotFound.Count == 0 ? "" : "; not found: " + string.Join(", ", NotFound.Select(Consequence)));

    /// <summary>A warning about characters that were lost before; <c>null</c> where none were.</summary>
    public string? LostCharactersInWords => Bad.LostCharacters == 0
        ? null
        : $"{Format.Count(Bad.LostCharacters, "row")} with \uFFFD in place of characters that were lost when the file was made: "
            + "different names can be the same in them. Export the surveys again";

    /// <summary>What makes the figures useless, to be read before them.</summary>
    public IReadOnlyList<string> Warnings =>
    [
        .. Runs.Where(run => run.IsMostlyReview).Select(run =>
            $"{Format.Number(run.Tally.Review)} of {Format.Count(run.Answered, "answered survey")} are left to a person under "
                + $"{NameOf(run)}: {Reasons(run)}. Check the column of the score, and the policy's scale, labels and unanswered"),
    ];

    /// <summary>Whether tasks can be counted by agent.</summary>
    public bool KnowsAgents => !NotFound.Contains(SurveyFacts.Name(SurveyFact.Agent));

    public long Surveys => Policy.Tally.Surveys;

    /// <summary>The policies, the tested one first.</summary>
    public IReadOnlyList<PolicyRun> Runs => Against is null ? [Policy] : [Policy, Against];

    /// <summary>
    /// The name of a policy in tables. Two files may have the same policy name; then the versions
    /// distinguish them.
    /// </summary>
    public string NameOf(PolicyRun run) => Runs.All(other => other == run || other.Policy.Name != run.Policy.Name)
        ? run.Policy.Name
        : $"{run.Policy.Name} {run.Policy.ShortHash}";

    private static string Reasons(PolicyRun run) => string.Join("; ", run.Reviews.All.Take(MostReasons).Select(reason =>
        reason.Values.Most.Any() ? $"{reason.What} ({reason.Values})" : reason.What));

    private string Consequence(string what) =>
        what == SurveyFacts.Name(SurveyFact.Customer) ? $"{what} (so nothing is suppressed)"
        : what == SurveyFacts.Name(SurveyFact.Agent) ? $"{what} (so load is not counted by agent)"
        : Overrides(what) is { Count: > 0 } names ? $"{what} ({(names.Count == 1 ? "override" : "overrides")} {string.Join(", ", names)} cannot apply)"
        : what;

    private List<string> Overrides(string what) =>
    [
        .. Runs.SelectMany(run => run.Policy.Overrides).Where(one => one.When.Any(condition => Asks(condition, what)))
            .Select(one => $"'{one.Name}'").Distinct(),
    ];

    // An answer that must be absent is so where there is no column.
    private static bool Asks(FollowUpCondition condition, string what) => condition switch
    {
        FactCondition fact => SurveyFacts.Name(Enum.Parse<SurveyFact>(fact.Fact.ToString())) == what,
        AnswerCondition answer => answer is not AnswerGiven { Given: false } && string.Equals(answer.Field, what, StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    private static string InWords((string What, string Column) one) =>
        one.What.Equals(one.Column, StringComparison.OrdinalIgnoreCase) ? one.What : $"{one.What} from {one.Column}";
}
