namespace CxoneAssist.RateLimiters.Candidates;

/// <summary>The first refused call after a pause, and what became of the calls that were under way with it.</summary>
/// <param name="at">When it was refused.</param>
/// <param name="withoutPauses">Calls a second that were accepted since the pause.</param>
/// <param name="withPauses">Calls a second that were accepted lately, counting the time of pauses too.</param>
internal sealed class Refusal(TimeSpan at, double withoutPauses, double withPauses)
{
    private int _taken;
    private int _refused;

    public TimeSpan At => at;

    public double WithoutPauses => withoutPauses;

    public double WithPauses => withPauses;

    public int Calls => _taken + _refused;

    public double TakenShare => _taken / (double)Calls;

    /// <summary>The same, drawn to one half where there are few calls.</summary>
    public double SmoothedShare => (_taken + 1.5) / (Calls + 3);

    public void Count(TimeSpan sentAt, bool refused)
    {
        if (sentAt <= at)
        {
            (_taken, _refused) = refused ? (_taken, _refused + 1) : (_taken + 1, _refused);
        }
    }
}
