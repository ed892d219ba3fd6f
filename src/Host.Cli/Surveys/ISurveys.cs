namespace CxoneAssist.Host.Cli.Surveys;

/// <summary>Reads surveys one by one. Bad rows are counted and skipped.</summary>
internal interface ISurveys : IDisposable
{
    /// <summary>What a row of the file is called: a line, a row of a sheet, an item of a list.</summary>
    string Unit { get; }

    /// <summary>Which column was used for what, so far.</summary>
    IEnumerable<(string What, string Column)> Columns { get; }

    /// <summary>How the file was read, as phrases for people.</summary>
    IEnumerable<string> ReadAs { get; }

    /// <summary>Reads the next survey.</summary>
    /// <returns>Whether there was one.</returns>
    bool TryRead(out PastSurvey survey);
}
