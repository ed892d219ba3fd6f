namespace CxoneAssist.Simulator.Faults;

/// <summary>A token bucket whose rate may change in use; a change fills it.</summary>
internal sealed class RateBucket(TimeProvider time)
{
    private readonly Lock _gate = new();
    private (double Rate, int Burst) _size;
    private double _tokens;
    private long _filledAt;

    /// <summary>
    /// Takes one call's token. Returns how long to wait where there is none left, else null.
    /// </summary>
    public TimeSpan? Reserve(double rate, int burst)
    {
        lock (_gate)
        {
            Fill((rate, Math.Max(1, burst)));
            if (_tokens >= 1)
            {
                _tokens--;
                return null;
            }

            return TimeSpan.FromSeconds(Math.Min((1 - _tokens) / rate, 3600));
        }
    }

    private void Fill((double Rate, int Burst) size)
    {
        var now = time.GetTimestamp();
        _tokens = size == _size
            ? Math.Min(size.Burst, _tokens + (time.GetElapsedTime(_filledAt, now).TotalSeconds * size.Rate))
            : size.Burst;
        (_size, _filledAt) = (size, now);
    }
}
