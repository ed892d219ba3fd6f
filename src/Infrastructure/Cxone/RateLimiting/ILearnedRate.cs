namespace CxoneAssist.Infrastructure.Cxone.RateLimiting;

/// <summary>
/// A rate of calls that is learned from the calls that CXone accepts and refuses. Reads no clock: times count from any
/// one origin. Not for several threads at once.
/// </summary>
internal interface ILearnedRate
{
    /// <summary>Calls a second; <c>null</c> while no limit is known.</summary>
    double? Rate { get; }

    /// <summary>How far late calls may catch up.</summary>
    TimeSpan Lateness { get; }

    /// <summary>A call was answered, and not with 429.</summary>
    void Taken(TimeSpan sentAt, TimeSpan now);

    /// <summary>A call was refused because there were too many.</summary>
    void Refused(TimeSpan sentAt, TimeSpan now);

    /// <summary>The pause after a refusal is over.</summary>
    void Resume(TimeSpan now);

    /// <summary>A call has to wait for its turn because of the rate.</summary>
    void Held(TimeSpan now);
}
