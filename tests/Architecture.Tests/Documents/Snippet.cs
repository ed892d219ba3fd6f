namespace CxoneAssist.Architecture.Tests.Documents;

/// <summary>C# that a document shows.</summary>
/// <param name="Place">Where it stands: a file with a line, or a member.</param>
/// <param name="Code">The code.</param>
internal sealed record Snippet(string Place, string Code)
{
    /// <summary>The file that it is an excerpt of. Default <c>null</c>: it compiles by itself.</summary>
    public string? ExcerptOf { get; init; }

    public override string ToString() => Place;
}
