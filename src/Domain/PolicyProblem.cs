namespace CxoneAssist.Domain;

/// <summary>Why a policy's file is refused, and where.</summary>
/// <param name="Line">The line, counted from 1.</param>
/// <param name="Column">The column, in characters, counted from 1.</param>
/// <param name="Path">Where in the document: <c>$.tiers[0].below</c>.</param>
/// <param name="Message">What is wrong, what was expected, and the remedy.</param>
public sealed record PolicyProblem(int Line, int Column, string Path, string Message)
{
    /// <summary>On one line: place, path, message.</summary>
    public override string ToString() => FormattableString.Invariant($"({Line},{Column}) {Path}: {Message}");
}
