using CxoneAssist.Infrastructure.Cxone.RateLimiting;

namespace CxoneAssist.RateLimiters.Candidates;

/// <summary>
/// The adaptive mode of the AWS SDKs by its published description: CUBIC with a decrease to 0.7, a scale of 0.4, at
/// most twice the measured rate, which is smoothed by 0.8 over half seconds. Pauses are kept to.
/// </summary>
/// <param name="oncePerPause">Whether calls that are refused together lower the rate only once.</param>
internal sealed class AwsCubicRate(bool oncePerPause) : ILearnedRate
{
    private const double Beta = 0.7;
    private const double Scale = 0.4;
    private const double Smooth = 0.8;
    private const double Slowest = 0.5;

    private double _lastMax;
    private TimeSpan _lastThrottle;
    private double _measured;
    private double _bucket;
    private int _count;
    private bool _open;

    public double? Rate { get; private set; }

    // The token bucket holds the tokens of one second.
    public TimeSpan Lateness => Rate is { } rate ? TimeSpan.FromSeconds(Math.Max(1, 1 / rate)) : TimeSpan.Zero;

    public void Taken(TimeSpan sentAt, TimeSpan now)
    {
        Measure(now);
        if (Rate is not null)
        {
            var window = Math.Cbrt(_lastMax * (1 - Beta) / Scale);
            Set((Scale * Math.Pow((now - _lastThrottle).TotalSeconds - window, 3)) + _lastMax);
        }
    }

    public void Refused(TimeSpan sentAt, TimeSpan now)
    {
        Measure(now);
        if (!_open || !oncePerPause)
        {
            _lastMax = Rate is { } rate ? Math.Min(_measured, rate) : _measured;
            Set(_lastMax * Beta);
        }

        (_lastThrottle, _open) = (now, true);
    }

    public void Resume(TimeSpan now) => _open = false;

    public void Held(TimeSpan now)
    {
    }

    private void Set(double rate) => Rate = Math.Max(Slowest, Math.Min(rate, 2 * _measured));

    private void Measure(TimeSpan now)
    {
        _count++;
        var bucket = Math.Floor(now.TotalSeconds * 2) / 2;
        if (bucket > _bucket)
        {
            _measured = (_count / (bucket - _bucket) * Smooth) + (_measured * (1 - Smooth));
            (_bucket, _count) = (bucket, 0);
        }
    }
}
