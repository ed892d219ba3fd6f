using CxoneAssist.Application;
using CxoneAssist.Infrastructure.Cxone;
using CxoneAssist.Infrastructure.Cxone.Availability;
using CxoneAssist.Infrastructure.Cxone.Http;
using CxoneAssist.Infrastructure.Cxone.RateLimiting;
using CxoneAssist.Infrastructure.Tests.Inbox;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace CxoneAssist.Infrastructure.Tests.Cxone.Availability;

/// <summary>
/// Many interactions worked on at once, in simulated time: the real availability and the real retry policy, between a model
/// of the pump, which does as <c>FollowUpPump</c> and <c>InboxPoller</c> do, and a model of CXone.
/// </summary>
internal sealed partial class SimulatedWork : IDisposable
{
    private static readonly CallKind[] Steps = [CallKind.ReadForm, CallKind.CreateTask, CallKind.NotifyAgent];
    private static readonly DenialRemedies Remedies = new("", "");
    private static readonly TimeSpan ShortestPoll = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LongestPoll = TimeSpan.FromSeconds(1);

    private readonly FakeTimeProvider _time = new(Given.Noon);
    private readonly PriorityQueue<Action, (long At, int Order)> _events = new();
    private readonly Queue<Action> _waitingForPermit = [];
    private readonly CxoneRateLimiter _limiter;
    private readonly CxoneAvailability _availability;
    private readonly ControlRead _control;
    private readonly Random _chance;
    private readonly List<Row> _rows = [];
    private readonly PriorityQueue<Row, (DateTimeOffset At, int Order)> _waiting = new();
    private readonly RetryThrottle _throttle = new();
    private TimeSpan _pollsAt;
    private int _order;
    private int _permits;
    private int _workers;
    private bool _probing;

    public SimulatedWork(int seed, int concurrency)
    {
        _limiter = new CxoneRateLimiter(Options.Create(new CxoneOptions()), _time, NullLogger<CxoneRateLimiter>.Instance);
        _availability = AvailabilityParts.Create(_limiter, _time);
        _control = new ControlRead(_availability, _time);
        (_chance, _permits, _workers) = (new Random(seed), concurrency, 3 * concurrency);
    }

    public TimeSpan Latency { get; init; } = TimeSpan.FromMilliseconds(30);

    /// <summary>The status of a call's answer; 200 where it succeeds.</summary>
    public Func<string, CallKind, int> Answers { get; set; } = (_, _) => 200;

    public int MaxAttempts { get; init; } = new FollowUpOptions().MaxAttempts;

    public TimeSpan Elapsed => _time.GetUtcNow() - Given.Noon;

    public IEnumerable<Row> Rows => _rows;

    public int UnderWay { get; private set; }

    public bool IsPaused => !_availability.TakesCalls;

    public Action? OnSent { get; set; }

    public void Receive(IEnumerable<string> ids)
    {
        foreach (var id in ids)
        {
            var row = new Row(new FollowUp(Given.Interaction(id), _time.GetUtcNow()));
            _rows.Add(row);
            Wait(row);
        }
    }

    public void RunUntil(Func<bool> isOver, TimeSpan atMost)
    {
        Poll();
        while (!isOver() && _events.TryDequeue(out var next, out var when))
        {
            Assert.That(when.At, Is.LessThan(atMost.Ticks), $"it does not end: {_rows.Count(row => row.DoneAt is null)} are open");
            var wait = TimeSpan.FromTicks(when.At) - Elapsed;
            _time.Advance(wait > TimeSpan.Zero ? wait : TimeSpan.Zero);
            next();
        }
    }

    public void Dispose() => _limiter.Dispose();

    private void After(TimeSpan wait, Action then) => _events.Enqueue(then, ((Elapsed + wait).Ticks, _order++));

    // As a poller that is woken at once would do: when something falls due or a probe may be made, not more often than
    // every ten milliseconds.
    private void Poll()
    {
        if (Elapsed >= _pollsAt)
        {
            Claim();
            _pollsAt = TimeSpan.MaxValue;
            PollWhenDue();
        }
    }

    private void PollWhenDue()
    {
        var due = _availability.TakesCalls ? _waiting.TryPeek(out _, out var first) ? first.At : DateTimeOffset.MaxValue : _availability.NextProbeAt;
        var wait = due == DateTimeOffset.MaxValue ? LongestPoll : due - _time.GetUtcNow();
        var at = Elapsed + (wait < ShortestPoll ? ShortestPoll : wait);
        if (at < _pollsAt)
        {
            _pollsAt = at;
            After(at - Elapsed, Poll);
        }
    }

    private void Claim()
    {
        if (!_availability.TakesCalls)
        {
            if (!_probing && _workers > 0 && _availability.NextProbeAt <= _time.GetUtcNow())
            {
                _probing = _availability.WaitAsync(CancellationToken.None).AsTask().Result == Admission.OneProbe;
                var probe = _rows.Where(IsDue).OrderBy(row => row.FollowUp.Reason is not null).ThenBy(_ => _chance.Next()).FirstOrDefault();
                _availability.GiveProbe(probe?.Id);
                _probing = probe is not null;
                Start(probe);
            }

            return;
        }

        while (_workers > 0 && _waiting.TryPeek(out var row, out var turn) && turn.At <= _time.GetUtcNow())
        {
            _waiting.Dequeue();

            // One that was a probe meanwhile waits in its later place.
            Start(row.FollowUp.NextAttemptAt == turn.At && IsDue(row) ? row : null);
        }
    }

    private void Wait(Row row) => _waiting.Enqueue(row, (row.FollowUp.NextAttemptAt, _order++));

    private bool IsDue(Row row) => row.IsOpen && !row.IsWorkedOn && row.FollowUp.NextAttemptAt <= _time.GetUtcNow();

    private void Start(Row? row)
    {
        if (row is not null)
        {
            _workers--;
            row.IsWorkedOn = true;
            Call(row);
        }
    }

    private void End(Row row)
    {
        _workers++;
        row.IsWorkedOn = false;
        Wait(row);
        _probing = false;
        _availability.WorkEnded(row.Id);
        Claim();
        PollWhenDue();
    }

    /// <summary>An interaction and how far it got.</summary>
    internal sealed class Row(FollowUp followUp)
    {
        public FollowUp FollowUp { get; set; } = followUp;

        public string Id => FollowUp.Interaction.InteractionId;

        public int Step { get; set; }

        public bool IsWorkedOn { get; set; }

        public TimeSpan? DoneAt { get; set; }

        public bool IsOpen => DoneAt is null && FollowUp.State != FollowUpState.Parked;
    }
}
