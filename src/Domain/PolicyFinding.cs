namespace CxoneAssist.Domain;

/// <summary>How much a finding matters.</summary>
public enum FindingSeverity
{
    /// <summary>The policy is valid; this is probably not what was meant.</summary>
    Warning,

    /// <summary>The policy is refused, or would do harm.</summary>
    Error,
}

/// <summary>Something about a policy that its owner should look at.</summary>
/// <param name="Severity">How much it matters.</param>
/// <param name="Rule">The rule that found it, for scripts: <c>unreachable-tier</c>.</param>
/// <param name="Line">The line, counted from 1.</param>
/// <param name="Column">The column, in characters, counted from 1.</param>
/// <param name="Path">Where in the document: <c>$.tiers[0].below</c>.</param>
/// <param name="Message">What is odd, in a sentence.</param>
/// <param name="Remedy">What to do about it, in a sentence.</param>
public sealed record PolicyFinding(
    FindingSeverity Severity, string Rule, int Line, int Column, string Path, string Message, string Remedy);
