using CxoneAssist.Infrastructure.Cxone.RateLimiting;

namespace CxoneAssist.Infrastructure.Tests.Cxone.RateLimiting;

/// <summary>
/// Hosts that make calls as fast as their schedule allows, on their own clock: nothing waits, and
/// every run is the same.
/// </summary>
internal sealed class SimulatedHosts(SimulatedLimit limit, int seed = 7)
{
    private readonly PriorityQueue<Action, (TimeSpan At, int Order)> _ahead = new();
    private readonly List<CallSchedule> _hosts = [];
    private readonly HashSet<CallSchedule> _gone = [];
    private readonly Random _random = new(seed);
    private int _order;
    private int _owed;

    public TimeSpan Now { get; private set; }

    public int Done { get; private set; }

    /// <summary>How long a call takes at most; half of it at least.</summary>
    public TimeSpan Latency { get; init; } = TimeSpan.FromMilliseconds(8);

    /// <summary>How long a worker does something else after each call.</summary>
    public TimeSpan Between { get; init; }

    public SimulatedStalls Stalls { get; init; }

    /// <summary>How many calls were sent in a pause.</summary>
    public int SentInPause { get; private set; }

    public void Add(CallSchedule schedule, int workers)
    {
        _hosts.Add(schedule);
        for (var worker = 0; worker < workers; worker++)
        {
            Begin(schedule);
        }
    }

    /// <summary>A host makes no further call.</summary>
    public void Remove(CallSchedule schedule) => _gone.Add(schedule);

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

    /// <summary>Makes as many calls as it can in a time.</summary>
    /// <returns>How many were accepted.</returns>
    public int RunFor(TimeSpan time)
    {
        var (before, end) = (Done, Now + time);
        _owed = int.MaxValue / 2;
        while (_ahead.TryPeek(out _, out var when) && when.At <= end)
        {
            Now = when.At;
            _ahead.Dequeue()();
        }

        Now = end;
        return Done - before;
    }

    private void Begin(CallSchedule schedule)
    {
        if (_gone.Contains(schedule))
        {
            return;
        }

        if (_owed == 0)
        {
            At(Now + TimeSpan.FromMilliseconds(1), () => Begin(schedule));
            return;
        }

        // Without a reservation the work comes again at the time that it was told.
        var turn = schedule.Reserve(Now, Now + CxoneRateLimiter.LongestWait);
        AtHost(schedule, turn.At, () => Go(schedule, turn));
    }

    private void Go(CallSchedule schedule, Reservation turn)
    {
        if (!schedule.TryUse(turn, Now))
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
        AtHost(schedule, Now + back, () => Answer(schedule, sentAt, refused));
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

    private void AtHost(CallSchedule schedule, TimeSpan time, Action action) =>
        At(Stalls.Delay(time, _hosts.IndexOf(schedule)), action);

    private void At(TimeSpan time, Action action) => _ahead.Enqueue(action, (time, _order++));
}
