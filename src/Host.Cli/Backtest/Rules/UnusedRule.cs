namespace CxoneAssist.Host.Cli.Backtest.Rules;

/// <summary>An override or a tier that applied to no survey.</summary>
/// <param name="Kind">Override or tier.</param>
/// <param name="Name">Its name.</param>
/// <param name="Override">The override that a tier belongs to; <c>null</c> for the policy's own.</param>
/// <param name="Conditions">What it asks for, each with the values that the file has.</param>
internal sealed record UnusedRule(
    string Kind, string Name, string? Override, IReadOnlyList<(string Condition, string Subject, ValueCounts Values)> Conditions)
{
    public const string OverrideKind = "override";
    public const string TierKind = "tier";

    /// <summary>Its kind and name in words.</summary>
    public string Label => $"{Kind} '{Name}'{(Override is null ? "" : $" of override '{Override}'")}";
}
