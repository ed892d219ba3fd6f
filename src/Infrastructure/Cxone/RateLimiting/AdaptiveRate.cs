namespace CxoneAssist.Infrastructure.Cxone.RateLimiting;

/// <summary>
/// Learns from what CXone takes and what it refuses (429) how many calls a second it allows. Pure but for its memory; times count from any one
/// origin. CXone is thought of as a bucket: so many calls at once after a pause, and a rate in the long run. Not for several threads at once.
/// </summary>
/// <param name="concurrency">How many calls may be under way at once.</param>
internal sealed class AdaptiveRate(int concurrency)
{
    /// <summary>Below this nothing is learned: a call in several seconds can always be made.</summary>
    public const double Slowest = 0.2;

    private const double LongestLateness = 0.1;
    private const double LeastGrowth = 0.02;

    // Calls that were under way beside the first one refused tell a rate from bad luck only if there are several.
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

    // How long runs without a refusal are, the old ones counting for less and less.
    private double _runs;
    private double _run;
    private double _refusals;
    private double _crowdTaken;
    private double _crowdRefused;

    /// <summary>The calls a second that are kept to; <c>null</c> while no limit is known.</summary>
    public double? Rate { get; private set; }

    /// <summary>How far calls may be behind their time and make up for it: half of what CXone lets through at once.</summary>
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

    /// <summary>A call was refused for being one too many.</summary>
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
        // Time in which the rate held nobody back shows nothing about it.
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

    // Each refusal costs a pause: what is proven is tried out slowly, and faster only when it may well have changed.
    private double Growth(TimeSpan now) => !_proven ? 0.15 : (now - _resumedAt).TotalSeconds switch
    {
        < 20 => 0.001,
        < 60 => 0.005,
        _ => 0.02,
    };

    // From one stretch alone: across a pause CXone would have let more through than was asked of it.
    private double? Estimate(TimeSpan now) => _burst is { } burst ? _taken.RateBeside(burst, LeastWindow, now - _resumedAt, now) : null;

    private void Note(Refusal refusal)
    {
        (_runs, _refusals) = ((_runs * 0.75) + _run, (_refusals * 0.75) + 1);
        _shortStretches = refusal.At - _resumedAt < ShortStretch ? _shortStretches + 1 : 0;
    }

    private void Learn(Refusal refusal)
    {
        // Of those under way together, the ones taken beside the ones refused are what the rate let through.
        (_crowdTaken, _crowdRefused) = ((_crowdTaken / 2) + refusal.Taken, (_crowdRefused / 2) + refusal.Refused);
        var crowd = _crowdTaken + _crowdRefused >= Math.Min(Enough, concurrency - 1) && !IsBadLuck();
        var allowed = Math.Max(Slowest, refusal.Speed * (_crowdTaken + 1.5) / (_crowdTaken + _crowdRefused + 3));
        if (Rate is null)
        {
            if (crowd)
            {
                Rate = allowed;
                _burst = _taken.Burst(allowed, refusal.At);
            }
        }
        else if (_shortStretches >= _patience)
        {
            // Refusals that go on at any rate seem to be none of the rate's. If that is wrong, the next time it takes more to think so.
            Forget();
            _patience *= 2;
        }
        else
        {
            Lower(Rate.Value, refusal.Estimate ?? (crowd ? allowed : null));
        }
    }

    // As many are refused of those under way as of all others. Calls that go out together, at no rate, share their luck.
    private bool IsBadLuck()
    {
        var usual = Math.Max(_refusals / Math.Max(_runs, 1), LeastBadLuck);
        return concurrency > Enough && _crowdRefused <= 1 + (4 * usual * (_crowdTaken + _crowdRefused));
    }

    private void Lower(double rate, double? estimate)
    {
        _proven = estimate is not null;
        Rate = Math.Max(Slowest, estimate is { } found ? Math.Clamp(found * 0.98, rate * 0.5, rate * 0.98) : rate * 0.85);
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
