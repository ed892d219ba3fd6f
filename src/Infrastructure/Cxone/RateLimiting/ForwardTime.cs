namespace CxoneAssist.Infrastructure.Cxone.RateLimiting;

/// <summary>
/// The time since the start. It is not the time of day, because that can be set back. Should the clock below jump back
/// too, this continues from where it was.
/// </summary>
internal sealed class ForwardTime(TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly long _origin = time.GetTimestamp();
    private TimeSpan _setBack;
    private TimeSpan _latest;

    public TimeSpan Now
    {
        get
        {
            lock (_lock)
            {
                var elapsed = time.GetElapsedTime(_origin) + _setBack;
                _setBack += elapsed < _latest ? _latest - elapsed : TimeSpan.Zero;
                return _latest = elapsed < _latest ? _latest : elapsed;
            }
        }
    }
}
