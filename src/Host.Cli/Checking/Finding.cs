namespace CxoneAssist.Host.Cli.Checking;

/// <summary>The result of a check.</summary>
internal enum Verdict
{
    /// <summary>As it must be.</summary>
    Ok,

    /// <summary>It works, but an operator should know.</summary>
    Warning,

    /// <summary>It will not work.</summary>
    Failed,

    /// <summary>Not tried, because a check that it depends on failed.</summary>
    Skipped,
}

/// <summary>One line of a check.</summary>
/// <param name="Check">The name of the check, one word.</param>
/// <param name="Verdict">Its result.</param>
/// <param name="Result">The finding, one sentence.</param>
/// <param name="Remedy">What to do; <c>null</c> where nothing is needed.</param>
internal sealed record Finding(string Check, Verdict Verdict, string Result, string? Remedy = null);
