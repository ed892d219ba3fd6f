namespace CxoneAssist.Host.Cli.Surveys.Tables;

/// <summary>A file of rows and cells, read row by row.</summary>
internal interface ITable : IDisposable
{
    /// <summary>The name of the file in messages.</summary>
    string Name { get; }

    /// <summary>What a row is called in messages: a line of a text, a row of a sheet.</summary>
    string Unit { get; }

    /// <summary>The format in words, with what was found out about it.</summary>
    string Format { get; }

    /// <summary>What else was found out about the file, as phrases for people; complete after the last row.</summary>
    IEnumerable<string> Remarks { get; }

    /// <summary>The number of the line where the current row begins.</summary>
    long Line { get; }

    /// <summary>How many cells the current row has.</summary>
    int Count { get; }

    /// <summary>Checks the columns that are going to be read, before the first row below the header.</summary>
    /// <exception cref="CommandLine.CommandFailure">Their cells do not have the values that they show.</exception>
    void InsistOnValues(IReadOnlyDictionary<int, string> columns);

    /// <summary>Goes on to the next row.</summary>
    /// <returns>Whether there is one.</returns>
    bool Advance();

    /// <summary>The text of a cell of the current row.</summary>
    string? Cell(int column);

    /// <summary>
    /// What is wrong with the current row, after its cells were read; <c>null</c> where nothing is.
    /// </summary>
    string? FindProblem(int width);
}
