namespace CxoneAssist.Host.Cli.Surveys;

/// <summary>Surveys that are read one by one. Bad rows are counted and passed over.</summary>
internal interface ISurveys : IDisposable
{
    /// <summary>What was read from which column, as far as it has been read.</summary>
    IEnumerable<(string What, string Column)> Columns { get; }

    /// <summary>Reads the next one.</summary>
    /// <returns>Whether there was one.</returns>
    bool TryRead(out PastSurvey survey);
}
