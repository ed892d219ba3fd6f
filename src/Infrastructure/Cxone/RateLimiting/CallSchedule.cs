namespace CxoneAssist.Infrastructure.Cxone.RateLimiting;

/// <summary>
/// When the next call may be made: so many a second, given or learned, and none while CXone asks to wait. Times count from any one origin. Not
/// for several threads at once.
/// </summary>
/// <param name="givenRate">Calls a second; <c>null</c> to learn them.</param>
/// <param name="concurrency">How many calls may be under way at once.</param>
internal sealed class CallSchedule(double? givenRate, int concurrency)
{
    private readonly AdaptiveRate? _learner = givenRate is null ? new(concurrency) : null;
    private TimeSpan _nextTurn;
    private bool _paused;
    private int _pauses;
    private int _refusals;

    /// <summary>Calls a second; <c>null</c> where there is no limit, or none is known.</summary>
    public double? Rate => givenRate ?? _learner?.Rate;

    public TimeSpan PausedUntil { get; private set; }

    /// <summary>Asks for a turn.</summary>
    /// <param name="now">The time.</param>
    /// <param name="patience">The latest time that is of use.</param>
    /// <returns>
    /// A turn, reserved; or the time at which to ask again: the end of a pause, or, where that is later than is of use, when there might be a turn.
    /// </returns>
    public Reservation Reserve(TimeSpan now, TimeSpan patience)
    {
        if (now < PausedUntil)
        {
            return new(PausedUntil, null);
        }

        Resume(now);
        var turn = Later(now, _nextTurn);
        if (turn > patience)
        {
            return new(turn, null);
        }

        if (turn > now)
        {
            _learner?.Held(now);
        }

        // Workers come a little late now and then; that is made up for, or a learned rate would never be reached.
        _nextTurn = Rate is { } rate ? Later(_nextTurn, now - (_learner?.Lateness ?? default)) + TimeSpan.FromSeconds(1 / rate) : now;
        return new(turn, _pauses);
    }

    /// <summary>Whether a turn that was reserved is still to be had: a pause takes all of them back.</summary>
    public bool Holds(Reservation turn) => turn.AfterPauses == _pauses;

    /// <summary>A call was answered, and not with 429.</summary>
    public void Taken(TimeSpan sentAt, TimeSpan now)
    {
        _refusals = 0;
        _learner?.Taken(sentAt, now);
    }

    /// <summary>Calls were refused because there were too many: all calls pause.</summary>
    /// <param name="sentAt">When this one was sent; <c>null</c> where the rate of calls is not to blame.</param>
    /// <param name="now">The time.</param>
    /// <param name="asked">How long CXone asks to wait; <c>null</c> where it does not say.</param>
    /// <param name="chance">From 0 to 1.</param>
    public void Refused(TimeSpan? sentAt, TimeSpan now, TimeSpan? asked, double chance)
    {
        if (sentAt is { } sent)
        {
            _learner?.Refused(sent, now);
        }

        // Calls that were under way together are refused together: that is one refusal.
        if (asked is not null || now >= PausedUntil)
        {
            _pauses += _paused ? 0 : 1;
            PausedUntil = Later(PausedUntil, now + (asked ?? RetryAfter.Backoff(++_refusals, chance)));
            _paused = true;
        }
    }

    private void Resume(TimeSpan now)
    {
        if (_paused)
        {
            (_paused, _nextTurn) = (false, now);
            _learner?.Resume(now);
        }
    }

    private static TimeSpan Later(TimeSpan a, TimeSpan b) => a > b ? a : b;
}

/// <param name="At">When the call may be made, or when to ask again.</param>
/// <param name="AfterPauses">How many pauses there had been when it was reserved; <c>null</c> where it is no turn.</param>
internal readonly record struct Reservation(TimeSpan At, int? AfterPauses);
