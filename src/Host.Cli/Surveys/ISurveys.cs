namespace CxoneAssist.Host.Cli.Surveys;

/// <summary>Reads surveys one by one. Bad rows are counted and skipped.</summary>
internal interface ISurveys : IDisposable
{
    /// <summary>Which column was used for what, so far.</summary>
    IEnumerable<(string What, string Column)> Columns { get; }

    /// <summary>Reads the next survey.</summary>
    /// <returns>Whether there was one.</returns>
    bool TryRead(out PastSurvey survey);
}
