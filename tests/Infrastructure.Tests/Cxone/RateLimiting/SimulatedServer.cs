using CxoneAssist.Infrastructure.Cxone.RateLimiting;

namespace CxoneAssist.Infrastructure.Tests.Cxone.RateLimiting;

/// <summary>A host with more work than calls, and a CXone that answers so many calls at once: the others wait there.</summary>
internal sealed class SimulatedServer(AdaptiveConcurrency concurrency, int seed = 7)
{
    private readonly PriorityQueue<TimeSpan, TimeSpan> _answers = new(); // When each was sent, by when it is answered.
    private readonly PriorityQueue<int, TimeSpan> _freeAt = new();
    private readonly Random _random = new(seed);

    public TimeSpan Now { get; private set; }

    /// <summary>How long CXone works on a call, half of it to one and a half.</summary>
    public TimeSpan Latency { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Whether it works on each call for exactly <see cref="Latency"/>: calls that are sent together are answered together.</summary>
    public bool IsRegular { get; init; }

    /// <summary>On how many calls it works at once.</summary>
    public int Capacity { get; init; } = 10_000;

    /// <summary>Whether something else than the number of calls at once holds the calls back.</summary>
    public bool HeldBack { get; set; }

    public int UnderWay => _answers.Count;

    /// <summary>No call is sent for so long; those under way are answered.</summary>
    public void Pause(TimeSpan time)
    {
        var end = Now + time;
        concurrency.Paused(end);
        Run(time, isSending: false);
    }

    /// <summary>There is no work for so long; calls under way are answered, and no other waits for their places.</summary>
    public void RunOutOfWork(TimeSpan time)
    {
        HeldBack = true;
        Run(time, isSending: false);
        HeldBack = false;
    }

    /// <summary>Runs for a time.</summary>
    public void Run(TimeSpan time) => Run(time, isSending: true);

    private void Run(TimeSpan time, bool isSending)
    {
        var end = Now + time;
        Send(isSending);
        while (_answers.TryPeek(out _, out var at) && at <= end)
        {
            var sent = _answers.Dequeue();
            Now = at;
            if (HeldBack)
            {
                concurrency.HeldBack();
            }

            concurrency.Answered(Now, Now - sent);
            Send(isSending);
        }

        Now = end;
    }

    private void Send(bool isSending)
    {
        while (isSending && _answers.Count < concurrency.Limit)
        {
            var begins = _freeAt.Count >= Capacity && _freeAt.TryDequeue(out _, out var free) && free > Now ? free : Now;
            // By chance up to a thousandth more: no two answers come at the very same moment.
            var ends = begins + (Latency * (IsRegular ? 1 + (_random.NextDouble() / 1000) : 0.5 + _random.NextDouble()));
            _freeAt.Enqueue(0, ends);
            _answers.Enqueue(Now, ends);
        }
    }
}
