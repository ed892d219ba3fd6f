namespace CxoneAssist.RateLimiters.Candidates;

/// <summary>How many calls a second were accepted lately: an exponential average over five seconds.</summary>
internal sealed class AcceptedRate
{
    private static readonly TimeSpan Over = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(10);

    private TimeSpan? _since;
    private TimeSpan _at;
    private double _weight;

    public void Restart(TimeSpan now) => (_since, _at, _weight) = (now, now, 0);

    public void Add(TimeSpan sentAt, TimeSpan now)
    {
        _since ??= sentAt;
        Decay(now);
        _weight++;
    }

    /// <summary>Calls a second. The time before the start does not lower the average.</summary>
    public double At(TimeSpan now)
    {
        Decay(now);
        var since = now - (_since ?? now);
        return _weight / (Over.TotalSeconds * (1 - Math.Exp(-(since > Shortest ? since : Shortest) / Over)));
    }

    private void Decay(TimeSpan now)
    {
        _weight *= Math.Exp((_at - now) / Over);
        _at = now;
    }
}
