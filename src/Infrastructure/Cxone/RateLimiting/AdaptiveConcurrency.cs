namespace CxoneAssist.Infrastructure.Cxone.RateLimiting;

/// <summary>
/// How many calls may be under way at once: <see cref="Start"/>, and more only while CXone answers more calls a second for
/// it. Reads no clock: times count from any one origin. Not for several threads at once. Its properties, each a test in
/// simulated time:
/// <list type="bullet">
/// <item>It rises by half at a time, by more in the last step to the most, while a step brings two fifths of it in answers
/// a second.</item>
/// <item>A step that does not is taken back: a CXone with too much to do is given no more.</item>
/// <item>Where the answers a second fall by a quarter, or CXone is unavailable, it falls to where it began. Half a minute
/// passes before it rises again, as after a step that was taken back.</item>
/// <item>A pause, a rate, or a lack of work, is not taken for slowness.</item>
/// </list>
/// </summary>
/// <param name="most">No more at any time, at least 1.</param>
internal sealed class AdaptiveConcurrency(int most)
{
    public const int Start = 64;

    private const double Step = 1.5;
    private const double WorthIt = 0.4;
    private const double Slower = 0.75;

    // How often all the calls under way are answered before their number is judged: chance is a few per cent then.
    private const int Turns = 2;

    // What may have been held back by something else, of a hundred calls, where their number is judged.
    private const int Tolerated = 10;

    private static readonly TimeSpan LeastTime = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);

    private TimeSpan _countsFrom;
    private TimeSpan _since;
    private TimeSpan _took;
    private TimeSpan _restsUntil;
    private int _answered = -Math.Min(Start, most);
    private int _heldBack;

    // The step that is not judged yet: the number before it, and the answers a second at that.
    private (int Limit, double Rate)? _stepFrom;

    // Answers a second at this number, of late; 0 where it is not known.
    private double _rate;

    /// <summary>How many calls may be under way now.</summary>
    public int Limit { get; private set; } = Math.Min(Start, most);

    /// <summary>Something else than this held a call back: a rate, or no other call waits for its place.</summary>
    public void HeldBack()
    {
        _heldBack++;
        if (_heldBack * 100 > Tolerated * Turns * Limit)
        {
            CountAnew();
        }
    }

    /// <summary>CXone answered a call with what was asked for.</summary>
    /// <param name="now">When.</param>
    /// <param name="took">How long the answer took.</param>
    public void Answered(TimeSpan now, TimeSpan took)
    {
        if (now < _countsFrom)
        {
            return;
        }

        _answered++;
        (_since, _took) = _answered <= 0 ? (now, TimeSpan.Zero) : (_since, _took + took);
        if (_answered >= Turns * Limit && now - _since >= LeastTime)
        {
            Judge(AnswersASecond, now);
            CountAnew();
        }
    }

    // By Little's law, since all places are taken. Answers counted over a time would not do: calls that were sent together
    // are answered together, and whether such a burst comes just before the end of that time or just after it is chance.
    private double AnswersASecond => Limit * _answered / Math.Max(_took.TotalSeconds, double.Epsilon);

    /// <summary>No call is made until then: what was counted shows nothing.</summary>
    public void Paused(TimeSpan until)
    {
        _countsFrom = until;
        CountAnew();
    }

    /// <summary>CXone has too much to do, or fails.</summary>
    public void Fall(TimeSpan now)
    {
        (Limit, _stepFrom, _rate, _restsUntil) = (Math.Min(Start, most), null, 0, now + Rest);
        CountAnew();
    }

    // The first turn is of calls that were sent before.
    private void CountAnew() => (_answered, _heldBack) = (-Limit, 0);

    private void Judge(double rate, TimeSpan now)
    {
        if (rate < _rate * Slower)
        {
            Fall(now);
        }
        else if (_stepFrom is { } before && rate < before.Rate * Expected(before.Limit))
        {
            (Limit, _rate, _stepFrom, _restsUntil) = (before.Limit, before.Rate, null, now + Rest);
        }
        else
        {
            _rate = _stepFrom is null && _rate > 0 ? (_rate + rate) / 2 : rate;
            _stepFrom = null;
            Rise(rate, now);
        }
    }

    private void Rise(double rate, TimeSpan now)
    {
        if (Limit < most && now >= _restsUntil)
        {
            _stepFrom = (Limit, rate);

            // No step is so small that chance decides about it: the last one may be larger.
            Limit = Limit * Step * Step > most ? most : (int)(Limit * Step);
        }
    }

    private double Expected(int before) => 1 + (WorthIt * (Limit - before) / before);
}
