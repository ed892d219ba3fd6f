namespace CxoneAssist.Application.FollowUps;

/// <summary>
/// The time of day that this process works by: it goes on with elapsed time, and follows a step of the machine's clock
/// only once that has lasted. A clock that is wrong for seconds moves no deadline.
/// </summary>
internal sealed class SteadyTime : TimeProvider
{
    /// <summary>Smaller corrections are followed at once.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(2);

    /// <summary>How long a step has to last. A machine that was suspended is behind for as long.</summary>
    public static readonly TimeSpan Confirmation = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private DateTimeOffset _latest;
    private long _latestAt;
    private ClockStep? _step;

    public SteadyTime(TimeProvider clock)
    {
        Clock = clock;
        (_latest, _latestAt, _) = ReadClock();
    }

    /// <summary>The machine's clock, followed at once.</summary>
    public TimeProvider Clock { get; }

    /// <summary>The last step that was seen, whether or not it lasted.</summary>
    public ClockStep? LastStep
    {
        get
        {
            lock (_gate)
            {
                return _step;
            }
        }
    }

    public override TimeZoneInfo LocalTimeZone => Clock.LocalTimeZone;

    public override long TimestampFrequency => Clock.TimestampFrequency;

    public override long GetTimestamp() => Clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        Clock.CreateTimer(callback, state, dueTime, period);

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            var (clock, timestamp, together) = ReadClock();
            var steady = _latest + Clock.GetElapsedTime(_latestAt, timestamp);
            (_latest, _latestAt) = (together && IsBelieved(clock - steady, timestamp) ? clock : steady, timestamp);
            return _latest;
        }
    }

    // After a freeze between the readings it is not known what moment the clock's time belongs to.
    private (DateTimeOffset Now, long Timestamp, bool Together) ReadClock()
    {
        var (before, now, timestamp) = (Clock.GetTimestamp(), Clock.GetUtcNow(), Clock.GetTimestamp());
        return (now, timestamp, Clock.GetElapsedTime(before, timestamp) <= Tolerance);
    }

    private bool IsBelieved(TimeSpan by, long timestamp)
    {
        if (by.Duration() <= Tolerance)
        {
            _step = _step is { Pending: true } ? _step with { Pending = false } : _step;
            return true;
        }

        if (_step is not { Pending: true } || (by - _step.By).Duration() > Tolerance)
        {
            _step = new ClockStep(by, timestamp, Pending: true);
            return false;
        }

        var lasted = Clock.GetElapsedTime(_step.SeenAt, timestamp) >= Confirmation;
        _step = _step with { Pending = !lasted };
        return lasted;
    }
}

/// <summary>A step of the machine's clock against elapsed time.</summary>
/// <param name="By">How far, forward or back.</param>
/// <param name="SeenAt">The timestamp of the clock when it was seen first.</param>
/// <param name="Pending">Whether it is not decided yet if it lasts.</param>
internal sealed record ClockStep(TimeSpan By, long SeenAt, bool Pending)
{
    public string Remark => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"The clock of this machine was set {(By < TimeSpan.Zero ? "back" : "forward")} by {By.Duration():d\\.hh\\:mm\\:ss} (days.hours:minutes:seconds), "
        + $"or the machine was suspended: look at its time synchronisation.");
}
