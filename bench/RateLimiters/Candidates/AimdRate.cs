using CxoneAssist.Infrastructure.Cxone.RateLimiting;

namespace CxoneAssist.RateLimiters.Candidates;

/// <summary>
/// AIMD: each second in which calls wait adds 2 % of the rate at the last refusal; a pause multiplies the rate by 0.9.
/// The first rate is 0.9 of what was accepted in the last second.
/// </summary>
internal sealed class AimdRate : ILearnedRate
{
    private readonly Queue<TimeSpan> _taken = new();
    private double _step;
    private TimeSpan _heldAt;
    private bool _open;

    public double? Rate { get; private set; }

    public TimeSpan Lateness => Rate is null ? TimeSpan.Zero : TimeSpan.FromSeconds(0.1);

    public void Taken(TimeSpan sentAt, TimeSpan now)
    {
        _taken.Enqueue(now);
        Trim(now);
    }

    public void Refused(TimeSpan sentAt, TimeSpan now)
    {
        if (!_open)
        {
            _open = true;
            Trim(now);
            Rate = Math.Max(0.2, 0.9 * (Rate ?? _taken.Count));
            _step = 0.02 * Rate.Value;
        }
    }

    public void Resume(TimeSpan now) => (_open, _heldAt) = (false, now);

    public void Held(TimeSpan now)
    {
        Rate += Math.Min((now - _heldAt).TotalSeconds, 1) * Math.Max(0.02, _step);
        _heldAt = now;
    }

    private void Trim(TimeSpan now)
    {
        while (_taken.TryPeek(out var first) && now - first > TimeSpan.FromSeconds(1))
        {
            _taken.Dequeue();
        }
    }
}
