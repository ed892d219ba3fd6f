namespace CxoneAssist.Infrastructure.Cxone.RateLimiting;

/// <summary>
/// When the next call may be made: by a rate, given or learned, and not while CXone asks to wait. Reads no clock: times
/// count from any one origin. Not for several threads at once.
/// </summary>
/// <param name="givenRate">Calls a second; <c>null</c> to learn them.</param>
/// <param name="learnedRate">What learns them.</param>
internal sealed class CallSchedule(double? givenRate, ILearnedRate learnedRate)
{
    // Timers and threads are late by some milliseconds at any time.
    private static readonly TimeSpan LeastLateness = TimeSpan.FromMilliseconds(50);

    private readonly ILearnedRate? _learned = givenRate is null ? learnedRate : null;
    private TimeSpan _next;
    private TimeSpan _nextUse;
    private bool _paused;
    private int _pauses;
    private int _refusals;

    /// <param name="givenRate">Calls a second; <c>null</c> to learn them.</param>
    /// <param name="concurrency">How many calls may be under way at once.</param>
    public CallSchedule(double? givenRate, int concurrency) : this(givenRate, new AdaptiveRate(concurrency))
    {
    }

    /// <summary>Calls a second; <c>null</c> where there is no limit, or none is known.</summary>
    public double? Rate => givenRate ?? _learned?.Rate;

    public TimeSpan PausedUntil { get; private set; }

    /// <summary>Reserves the time of a call.</summary>
    /// <param name="now">The time.</param>
    /// <param name="latest">The latest time that is of use.</param>
    /// <returns>
    /// The reservation. Without one, the time at which to ask again: the end of a pause, or the next
    /// free time where that is later than the latest of use.
    /// </returns>
    public Reservation Reserve(TimeSpan now, TimeSpan latest)
    {
        if (now < PausedUntil)
        {
            return new(PausedUntil, null);
        }

        Resume(now);
        var at = Later(now, _next);
        if (at > latest)
        {
            return new(at, null);
        }

        if (at > now)
        {
            _learned?.Held(now);
        }

        // Workers are a little late sometimes. They may catch up, or a learned rate would never be reached.
        var earliest = Later(_next, now - (_learned?.Lateness ?? default));
        _next = Rate is { } rate ? earliest + TimeSpan.FromSeconds(1 / rate) : now;
        return new(at, _pauses);
    }

    /// <summary>
    /// Whether the call of a reservation may be made now. Not after a pause, which cancels all reservations; nor where many
    /// have come late together, as after a stall of the host: those that are more than may catch up reserve again.
    /// </summary>
    public bool TryUse(Reservation reservation, TimeSpan now)
    {
        if (reservation.AfterPauses != _pauses)
        {
            return false;
        }

        if (Rate is { } rate)
        {
            var earliest = Later(_nextUse, now - Later(_learned?.Lateness ?? default, LeastLateness));
            if (earliest > now)
            {
                return false;
            }

            _nextUse = earliest + TimeSpan.FromSeconds(1 / rate);
        }

        return true;
    }

    /// <summary>A call was answered, and not with 429.</summary>
    public void Taken(TimeSpan sentAt, TimeSpan now)
    {
        _refusals = 0;
        _learned?.Taken(sentAt, now);
    }

    /// <summary>Calls were refused because there were too many: all calls pause.</summary>
    /// <param name="sentAt">When this one was sent; <c>null</c> where the rate of calls is not the cause.</param>
    /// <param name="now">The time.</param>
    /// <param name="asked">How long CXone asks to wait; <c>null</c> where it does not say.</param>
    /// <param name="chance">From 0 to 1.</param>
    public void Refused(TimeSpan? sentAt, TimeSpan now, TimeSpan? asked, double chance)
    {
        if (sentAt is { } sent)
        {
            _learned?.Refused(sent, now);
        }

        // Calls that were under way together are refused together; they count as one refusal.
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
            (_paused, _next, _nextUse) = (false, now, now);
            _learned?.Resume(now);
        }
    }

    private static TimeSpan Later(TimeSpan a, TimeSpan b) => a > b ? a : b;
}

/// <param name="At">When the call may be made, or when to ask again.</param>
/// <param name="AfterPauses">
/// How many pauses there had been when it was reserved; <c>null</c> where nothing was reserved.
/// </param>
internal readonly record struct Reservation(TimeSpan At, int? AfterPauses);
