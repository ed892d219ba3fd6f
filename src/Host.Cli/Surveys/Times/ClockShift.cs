namespace CxoneAssist.Host.Cli.Surveys.Times;

/// <summary>What a change of the clocks does to a local time.</summary>
internal enum ClockShift
{
    None,

    /// <summary>The clocks never show it.</summary>
    Skips,

    /// <summary>The clocks show it twice.</summary>
    Repeats,
}
