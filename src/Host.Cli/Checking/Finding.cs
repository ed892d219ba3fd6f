namespace CxoneAssist.Host.Cli.Checking;

/// <summary>How a check ended.</summary>
internal enum Verdict
{
    /// <summary>As it has to be.</summary>
    Ok,

    /// <summary>It works, but somebody should know.</summary>
    Warning,

    /// <summary>It will not work.</summary>
    Failed,

    /// <summary>Not tried, for want of what it builds upon.</summary>
    Skipped,
}

/// <summary>A line of a check.</summary>
/// <param name="Check">What was looked at, in a word.</param>
/// <param name="Verdict">How it ended.</param>
/// <param name="Result">What was found, in a sentence.</param>
/// <param name="Remedy">What to do, where there is something to do.</param>
internal sealed record Finding(string Check, Verdict Verdict, string Result, string? Remedy = null);
