using CxoneAssist.Infrastructure.Cxone.RateLimiting;

namespace CxoneAssist.Infrastructure.Tests.Cxone.RateLimiting;

/// <summary>
/// Hosts that make calls as fast as their schedule allows, on their own clock: nothing waits, and
/// every run is the same.
/// </summary>
internal sealed class SimulatedHosts(SimulatedLimit limit, int seed = 7)
{
    private readonly PriorityQueue<Action, (TimeSpan At, int Order)> _ahead = new();
    private readonly Random _random = new(seed);
    private int _order;
    private int _owed;

    public TimeSpan Now { get; private set; }

    public int Done { get; private set; }

    /// <summary>How long a call takes at most; half of it at least.</summary>
    public TimeSpan Latency { get; init; } = TimeSpan.FromMilliseconds(8);

    /// <summary>How long a worker does something else after each call.</summary>
    public TimeSpan Between { get; init; }

    /// <summary>How many calls were sent in a pause.</summary>
    public int SentInPause { get; private set; }

    public void Add(CallSchedule schedule, int workers)
    {
        for (var worker = 0; worker < workers; worker++)
        {
            Begin(schedule);
        }
    }

    /// <summary>Makes a number of calls.</summary>
    /// <returns>How long it took.</returns>
    public TimeSpan Run(int calls, TimeSpan atMost)
    {
        var start = Now;
        var wanted = Done + calls;
        _owed += calls;
        while (Done < wanted && Now - start < atMost && _ahead.TryDequeue(out var next, out var when))
        {
            Now = when.At;
            next();
        }

        return Now - start;
    }

    private void Begin(CallSchedule schedule)
    {
        if (_owed == 0)
        {
            At(Now + TimeSpan.FromMilliseconds(1), () => Begin(schedule));
            return;
        }

        var turn = schedule.Reserve(Now, TimeSpan.MaxValue);
        At(turn.At, () => Go(schedule, turn));
    }

    private void Go(CallSchedule schedule, Reservation turn)
    {
        if (!schedule.Holds(turn))
        {
            Begin(schedule);
            return;
        }

        SentInPause += schedule.PausedUntil > Now ? 1 : 0;
        _owed--;
        var sentAt = Now;
        var there = Latency * (0.25 + (_random.NextDouble() / 4));
        At(Now + there, () => Arrive(schedule, sentAt, there));
    }

    private void Arrive(CallSchedule schedule, TimeSpan sentAt, TimeSpan back)
    {
        var refused = limit.Take(Now, _random.Next(100));
        At(Now + back, () => Answer(schedule, sentAt, refused));
    }

    private void Answer(CallSchedule schedule, TimeSpan sentAt, TimeSpan? refused)
    {
        if (refused is { } wait)
        {
            schedule.Refused(sentAt, Now, wait, 0.5);
            _owed++;
        }
        else
        {
            schedule.Taken(sentAt, Now);
            Done++;
        }

        At(Now + (Between * _random.NextDouble()), () => Begin(schedule));
    }

    private void At(TimeSpan time, Action action) => _ahead.Enqueue(action, (time, _order++));
}
