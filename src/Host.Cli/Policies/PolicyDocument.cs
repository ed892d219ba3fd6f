namespace CxoneAssist.Host.Cli.Policies;

/// <summary>Which policy decided.</summary>
internal sealed record PolicyDocument(string Name, string Hash);
