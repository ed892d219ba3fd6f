namespace CxoneAssist.Domain;

/// <summary>Why a policy's file is refused, and where.</summary>
public sealed class PolicyProblem
{
    internal PolicyProblem(int line, int column, string path, string message)
    {
        Line = line;
        Column = column;
        Path = path;
        Message = message;
    }

    /// <summary>The line, counted from 1.</summary>
    public int Line { get; }

    /// <summary>The column, in characters, counted from 1.</summary>
    public int Column { get; }

    /// <summary>Where in the document: <c>$.tiers[0].below</c>.</summary>
    public string Path { get; }

    /// <summary>What is wrong, what was expected, and the remedy.</summary>
    public string Message { get; }

    /// <summary>On one line: place, path, message.</summary>
    public override string ToString() => FormattableString.Invariant($"({Line},{Column}) {Path}: {Message}");
}
