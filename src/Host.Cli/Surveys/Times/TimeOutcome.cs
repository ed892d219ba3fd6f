namespace CxoneAssist.Host.Cli.Surveys.Times;

/// <summary>What came of reading a time.</summary>
internal enum TimeOutcome
{
    Read,
    NotATime,

    /// <summary>A time in another format than the one that <c>--dates</c> gives.</summary>
    OtherFormat,

    /// <summary>A day without a time of day: due dates count from the minute.</summary>
    DateAlone,

    /// <summary>A date such as <c>03/04/2026</c>, in a file that does not show which number is the day.</summary>
    Ambiguous,
}
