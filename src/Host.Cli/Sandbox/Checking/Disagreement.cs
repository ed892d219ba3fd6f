namespace CxoneAssist.Host.Cli.Sandbox.Checking;

/// <summary>A difference from what the policy demands.</summary>
/// <param name="About">The interaction, or another subject.</param>
/// <param name="What">The expected and the found value.</param>
internal sealed record Disagreement(string About, string What);
