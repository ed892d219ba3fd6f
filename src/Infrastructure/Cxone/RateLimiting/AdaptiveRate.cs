namespace CxoneAssist.Infrastructure.Cxone.RateLimiting;

/// <summary>
/// Learns how many calls a second CXone allows, from the calls that it accepts and those that it
/// refuses (429). The model is a bucket: a burst of calls after a pause, and a rate in the long
/// run. Reads no clock: times count from any one origin. Not for several threads at once.
/// </summary>
/// <param name="concurrency">How many calls may be under way at once.</param>
internal sealed class AdaptiveRate(int concurrency) : ILearnedRate
{
    /// <summary>No lower rate is learned: one call in five seconds can always be made.</summary>
    public const double Slowest = 0.2;

    private const double LongestLateness = 0.25;
    private const double LeastGrowth = 0.02;

    // Calls taken within a few milliseconds are a burst, and say little about the rate.
    private const double LeastSeconds = 0.15;

    // Only several calls that were under way with the first refused one tell a rate limit from bad luck.
    private const int Enough = 4;
    private const int FirstPatience = 8;
    private const double LeastBadLuck = 0.02;

    private static readonly TimeSpan ShortStretch = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan QuietTime = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LeastWindow = TimeSpan.FromSeconds(0.25);

    private readonly CallHistory _taken = new();
    private (int Calls, double Seconds)? _burst;
    private bool _proven;
    private TimeSpan _grownAt;
    private TimeSpan _resumedAt;
    private Refusal? _open;
    private TimeSpan _lastRefusal;
    private int _shortStretches;
    private int _patience = FirstPatience;

    // How long runs without a refusal are; older runs count for less.
    private double _runs;
    private double _run;
    private double _refusals;
    private double _crowdTaken;
    private double _crowdRefused;

    /// <summary>The calls a second that we keep to; <c>null</c> while no limit is known.</summary>
    public double? Rate { get; private set; }

    /// <summary>How far late calls may catch up: half of what CXone accepts at once.</summary>
    public TimeSpan Lateness => Rate is { } rate && _burst is { } burst
        ? TimeSpan.FromSeconds(Math.Clamp((burst.Calls - (rate * burst.Seconds)) / 2 / rate, 0, LongestLateness))
        : TimeSpan.Zero;

    /// <summary>A call was answered, and not with 429.</summary>
    public void Taken(TimeSpan sentAt, TimeSpan now)
    {
        _taken.Add(now);
        if (_open is null)
        {
            _run++;
        }
        else if (sentAt <= _open.At)
        {
            _open.Taken++;
        }
    }

    /// <summary>A call was refused because there were too many.</summary>
    public void Refused(TimeSpan sentAt, TimeSpan now)
    {
        if (_open is null)
        {
            _open = new Refusal(now, _taken.LatestStretch(now), Estimate(now));
        }
        else if (sentAt <= _open.At)
        {
            _open.Refused++;
        }
    }

    /// <summary>The pause after a refusal is over, and with it all calls that were under way then.</summary>
    public void Resume(TimeSpan now)
    {
        if (_open is { } refusal)
        {
            _open = null;
            Note(refusal);
            Learn(refusal);
            _lastRefusal = refusal.At;
        }

        (_resumedAt, _grownAt, _run) = (now, now, 0);
    }

    /// <summary>A call has to wait for its turn because of the rate: it is worth trying a little more.</summary>
    public void Held(TimeSpan now)
    {
        // Time in which the rate held no call back shows nothing about it.
        var seconds = Math.Min((now - _grownAt).TotalSeconds, 1);
        _grownAt = now;
        if (now - _lastRefusal > QuietTime)
        {
            Forget();
            _patience = FirstPatience;
        }

        if (Rate is { } rate && seconds > 0)
        {
            Rate = rate + (Math.Max(Growth(now) * rate, LeastGrowth) * seconds);
        }
    }

    // Each refusal costs a pause: a proven rate grows slowly at first, and faster once the limit may have changed.
    private double Growth(TimeSpan now) => !_proven ? 0.15 : (now - _resumedAt).TotalSeconds switch
    {
        < 20 => 0.001,
        < 25 => 0.02,
        _ => 0.09,
    };

    // Only from the time since the last pause: during a pause CXone would have accepted more calls than we made.
    private double? Estimate(TimeSpan now) =>
        _burst is { } burst ? _taken.RateWithout(burst, LeastWindow, now - _resumedAt, now) : null;

    private void Note(Refusal refusal)
    {
        (_runs, _refusals) = ((_runs * 0.75) + _run, (_refusals * 0.75) + 1);
        _shortStretches = refusal.At - _resumedAt < ShortStretch ? _shortStretches + 1 : 0;
    }

    private void Learn(Refusal refusal)
    {
        // Of the calls under way together, the share that CXone accepted shows what its rate allowed.
        (_crowdTaken, _crowdRefused) = ((_crowdTaken / 2) + refusal.Taken, (_crowdRefused / 2) + refusal.Refused);
        var crowd = _crowdTaken + _crowdRefused >= Math.Min(Enough, concurrency - 1) && !IsBadLuck();
        var allowed = Math.Max(Slowest, refusal.Speed * (_crowdTaken + 1.5) / (_crowdTaken + _crowdRefused + 3));
        if (Rate is null)
        {
            if (crowd)
            {
                Rate = Math.Max(Slowest, Math.Min(allowed, refusal.Stretch.Calls / LeastSeconds));
                _burst = _taken.Burst(Rate.Value, refusal.At);
            }
        }
        else if (_shortStretches >= _patience)
        {
            // Refusals that go on at every rate do not seem to depend on the rate. In case that is wrong, the
            // next time it takes more of them to conclude so.
            Forget();
            _patience *= 2;
        }
        else
        {
            Lower(Rate.Value, refusal.Estimate ?? (crowd ? allowed : null));
        }
    }

    // Whether CXone refuses calls that are under way together about as often as all others. Calls that
    // are sent together, without a rate, are likely to be refused together.
    private bool IsBadLuck()
    {
        var usual = Math.Max(_refusals / Math.Max(_runs, 1), LeastBadLuck);
        return concurrency > Enough && _crowdRefused <= 1 + (4 * usual * (_crowdTaken + _crowdRefused));
    }

    private void Lower(double rate, double? estimate)
    {
        _proven = estimate is not null;
        var lower = estimate is { } found ? Math.Clamp(found * 0.98, rate * 0.5, rate * 0.98) : rate * 0.85;
        Rate = Math.Max(Slowest, lower);
    }

    private void Forget() => (Rate, _burst, _proven, _shortStretches) = (null, null, false, 0);

    /// <param name="At">When the first call was refused.</param>
    /// <param name="Stretch">What was taken just before.</param>
    /// <param name="Estimate">What the rate must then have been, as far as that can be told.</param>
    private sealed record Refusal(TimeSpan At, (int Calls, double Seconds) Stretch, double? Estimate)
    {
        public int Taken { get; set; }

        public int Refused { get; set; }

        public double Speed => Stretch.Calls / Stretch.Seconds;
    }
}
