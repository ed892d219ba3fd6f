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
public sealed class PolicyFinding
{
    internal PolicyFinding(FindingSeverity severity, string rule, PolicyProblem problem, string remedy)
    {
        Severity = severity;
        Rule = rule;
        Line = problem.Line;
        Column = problem.Column;
        Path = problem.Path;
        Message = problem.Message;
        Remedy = remedy;
    }

    /// <summary>How much it matters.</summary>
    public FindingSeverity Severity { get; }

    /// <summary>The rule that found it, for scripts: <c>unreachable-tier</c>.</summary>
    public string Rule { get; }

    /// <summary>The line, counted from 1.</summary>
    public int Line { get; }

    /// <summary>The column, in characters, counted from 1.</summary>
    public int Column { get; }

    /// <summary>Where in the document: <c>$.tiers[0].below</c>.</summary>
    public string Path { get; }

    /// <summary>What is odd, in a sentence.</summary>
    public string Message { get; }

    /// <summary>What to do about it, in a sentence.</summary>
    public string Remedy { get; }

    /// <summary>On one line: place, severity, rule, path, message and remedy.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"({Line},{Column}) {(Severity == FindingSeverity.Error ? "error" : "warning")} {Rule}: {Path}: {Message} {Remedy}");
}
