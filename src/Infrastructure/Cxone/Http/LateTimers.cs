namespace CxoneAssist.Infrastructure.Cxone.Http;

/// <summary>
/// Time whose timers, when they come late, let what they would end go on for a moment. A process that was frozen, or
/// a machine that was suspended, wakes with all time-outs over and the answers already in its sockets: they are read.
/// </summary>
internal sealed class LateTimers(TimeProvider time) : TimeProvider
{
    /// <summary>Later than a busy machine makes a timer.</summary>
    public static readonly TimeSpan Late = TimeSpan.FromSeconds(1);

    /// <summary>For reading what has arrived; too short to wait for what has not.</summary>
    public static readonly TimeSpan Reprieve = TimeSpan.FromSeconds(2);

    public override TimeZoneInfo LocalTimeZone => time.LocalTimeZone;

    public override long TimestampFrequency => time.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => time.GetUtcNow();

    public override long GetTimestamp() => time.GetTimestamp();

    /// <summary>Only a timer that comes once can end something.</summary>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new OneTimer(time, callback, state, dueTime, period);

    private sealed class OneTimer : ITimer
    {
        private readonly Lock _gate = new();
        private readonly TimeProvider _time;
        private readonly TimerCallback _callback;
        private readonly object? _state;
        private readonly ITimer _timer;
        private TimeSpan _dueTime;
        private TimeSpan _period;
        private long _setAt;

        public OneTimer(TimeProvider time, TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            (_time, _callback, _state) = (time, callback, state);
            _timer = time.CreateTimer(static timer => ((OneTimer)timer!).Fire(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            Change(dueTime, period);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (_gate)
            {
                (_dueTime, _period, _setAt) = (dueTime, period, _time.GetTimestamp());
                return _timer.Change(dueTime, period);
            }
        }

        public void Dispose() => _timer.Dispose();

        public ValueTask DisposeAsync() => _timer.DisposeAsync();

        private void Fire()
        {
            lock (_gate)
            {
                if (IsLate())
                {
                    // Frozen once more, it is late once more.
                    (_dueTime, _setAt) = (Reprieve, _time.GetTimestamp());
                    _timer.Change(Reprieve, _period);
                    return;
                }
            }

            _callback(_state);
        }

        private bool IsLate() =>
            _period == Timeout.InfiniteTimeSpan
            && _dueTime != Timeout.InfiniteTimeSpan
            && _time.GetElapsedTime(_setAt) - _dueTime > Late;
    }
}
