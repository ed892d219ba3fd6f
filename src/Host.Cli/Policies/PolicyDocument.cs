namespace CxoneAssist.Host.Cli.Policies;

/// <summary>Identifies the policy that decided.</summary>
internal sealed record PolicyDocument(string Name, string Hash);
