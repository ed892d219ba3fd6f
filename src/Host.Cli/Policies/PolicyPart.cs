namespace CxoneAssist.Host.Cli.Policies;

/// <summary>A part of a policy as people read it: facts, then a table; each may be missing.</summary>
/// <param name="Heading">The heading; <c>null</c> for the first part, which follows the policy's name.</param>
internal sealed record PolicyPart(string? Heading)
{
    /// <summary>Labels and texts; one without a text is left out.</summary>
    public IReadOnlyList<(string Label, string? Text)> Facts { get; init; } = [];

    public IReadOnlyList<string> Headings { get; init; } = [];

    public IReadOnlyList<string[]> Rows { get; init; } = [];
}
