namespace CxoneAssist.Domain.Lint;

/// <summary>The policy under scrutiny, and what was found.</summary>
internal sealed class Findings(FollowUpPolicy policy, FileLocations locations, DateOnly today)
{
    private readonly List<(int Offset, PolicyFinding Finding)> _all = [];

    public FollowUpPolicy Policy { get; } = policy;

    public ScoreQuestion Question => Policy.Question;

    public DateOnly Today { get; } = today;

    /// <summary>The name of a tier's bound in the file.</summary>
    public string BoundName => Question.Direction == ScaleDirection.LowIsWorse ? "below" : "above";

    /// <summary>The best score of the scale: a bound beyond it takes in everything.</summary>
    public decimal Best => Question.Direction == ScaleDirection.LowIsWorse ? Question.Max : Question.Min;

    /// <summary>The worst score of the scale.</summary>
    public decimal Worst => Question.Direction == ScaleDirection.LowIsWorse ? Question.Min : Question.Max;

    public IReadOnlyList<PolicyFinding> All => [.. _all.OrderBy(one => one.Offset).Select(one => one.Finding)];

    /// <summary>All lists of tiers with the steps to them.</summary>
    public IEnumerable<TiersAt> TierLists => Policy.Overrides
        .Select((one, index) => new TiersAt(one.Tiers, ["overrides", index])).Prepend(new TiersAt(Policy.Tiers, []));

    public void Warn(string rule, IEnumerable<object> steps, string message, string remedy) =>
        Add(FindingSeverity.Warning, rule, steps, message, remedy);

    public void Error(string rule, IEnumerable<object> steps, string message, string remedy) =>
        Add(FindingSeverity.Error, rule, steps, message, remedy);

    public static string Number(decimal number) =>
        FormattableString.Invariant($"{number:0.############################}");

    /// <summary>An instant on the calendar's clock: <c>Wed 2026-12-23 16:40</c>.</summary>
    public string Local(DateTimeOffset instant) =>
        FormattableString.Invariant($"{TimeZoneInfo.ConvertTime(instant, Policy.Calendar!.Zone):ddd yyyy-MM-dd HH:mm}");

    private void Add(FindingSeverity severity, string rule, IEnumerable<object> steps, string message, string remedy)
    {
        var (offset, line, column, path) = locations.Locate(steps);
        _all.Add((offset, new PolicyFinding(severity, rule, new PolicyProblem(line, column, path, message), remedy)));
    }
}

/// <summary>A list of tiers, and where it is written.</summary>
/// <param name="Tiers">The tiers.</param>
/// <param name="Owner">The steps to what it is a part of.</param>
internal sealed record TiersAt(TierList Tiers, object[] Owner)
{
    /// <summary>The tiers with the steps to each, the one for all other scores last.</summary>
    public IReadOnlyList<(Tier Tier, object[] Steps)> All =>
    [
        .. Tiers.Tiers.Select((tier, index) => (tier, (object[])[.. Owner, "tiers", index])),
        .. Tiers.Otherwise is { } otherwise ? [(otherwise, (object[])[.. Owner, "otherwise"])] : Array.Empty<(Tier, object[])>(),
    ];
}
