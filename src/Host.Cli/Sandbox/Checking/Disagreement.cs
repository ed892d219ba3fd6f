namespace CxoneAssist.Host.Cli.Sandbox.Checking;

/// <summary>Something that is not as the policy says.</summary>
/// <param name="About">The interaction, or what else it is about.</param>
/// <param name="What">What was found instead of what.</param>
internal sealed record Disagreement(string About, string What);
