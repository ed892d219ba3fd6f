namespace CxoneAssist.Host.Cli.Surveys;

/// <summary>
/// Reads the rows of a file one by one, as the texts of a map's slots. Rows that have no such texts are counted as bad
/// and skipped.
/// </summary>
internal interface IRows : IDisposable
{
    /// <summary>What a row is called in messages: a line, a row of a sheet, an item of a list.</summary>
    string Unit { get; }

    /// <summary>Which column was used for what, so far.</summary>
    IEnumerable<(string What, string Column)> Columns { get; }

    /// <summary>How the file was read, as phrases for people: its format, and what was skipped.</summary>
    IEnumerable<string> ReadAs { get; }

    /// <summary>Reads the next row.</summary>
    /// <param name="slots">Receives the text of each slot; <c>null</c> for a missing one.</param>
    /// <param name="line">The number of the line where it begins.</param>
    /// <returns>Whether there was one.</returns>
    bool TryRead(string?[] slots, out long line);
}
