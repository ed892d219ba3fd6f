using CxoneAssist.Sandbox.Notifications;
using CxoneAssist.Sandbox.Record;
using CxoneAssist.Sandbox.Tasks;

namespace CxoneAssist.Sandbox;

/// <summary>The record of what really happened, whatever the callers were told. Safe to read at any time from any thread.</summary>
public sealed class SandboxLedger
{
    private readonly CallCounters _calls = new();
    private readonly FaultCounters _faults = new();
    private readonly LedgerPulse _pulse = new();
    private readonly UnexpectedCalls _unexpected = new();

    internal SandboxLedger()
    {
    }

    /// <summary>How many tasks exist.</summary>
    public int TaskCount => TaskBook.Count;

    /// <summary>How many notifications were sent.</summary>
    public int NotificationCount => NotificationBook.Count;

    /// <summary>How many tokens were asked for.</summary>
    public long TokenRequests => Calls(SandboxCall.Token);

    /// <summary>Method and path of the calls CXone does not know (the first thousand).</summary>
    public IReadOnlyList<string> UnexpectedCalls => _unexpected.All();

    internal TaskBook TaskBook { get; } = new();

    internal NotificationBook NotificationBook { get; } = new();

    /// <summary>All tasks, in the order of creation.</summary>
    public IReadOnlyList<SandboxTask> Tasks() => TaskBook.All();

    /// <summary>The tasks of one interaction, in the order of creation.</summary>
    public IReadOnlyList<SandboxTask> TasksOf(string interactionId) => TaskBook.OfInteraction(interactionId);

    /// <summary>How many tasks each interaction has: cheap enough to look for duplicates among millions.</summary>
    public IReadOnlyDictionary<string, int> TasksPerInteraction() => TaskBook.CountPerInteraction();

    /// <summary>All notifications, in the order of sending.</summary>
    public IReadOnlyList<SandboxNotification> Notifications() => NotificationBook.All();

    /// <summary>How many calls of a kind have arrived, those still in hand among them.</summary>
    public long Calls(SandboxCall call) => _calls.Arrived(call);

    /// <summary>How many calls of a kind were answered with a status; 0 means that no answer was given.</summary>
    public long Answers(SandboxCall call, int status) => _calls.Answered(call, status);

    /// <summary>How often a fault really happened.</summary>
    public long Fired(SandboxFault fault) => _faults.Fired(fault);

    /// <summary>Everything at one time.</summary>
    public SandboxSnapshot Snapshot() => new(Tasks(), Notifications(), _calls.All(), _faults.All(), UnexpectedCalls);

    /// <summary>Waits until the ledger satisfies a condition, which is asked again after every change.</summary>
    /// <param name="condition">Must be cheap.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="OperationCanceledException">The wait was given up.</exception>
    public Task WaitUntilAsync(Func<SandboxLedger, bool> condition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return _pulse.WaitUntilAsync(() => condition(this), cancellationToken);
    }

    internal void Arrived(SandboxCall call)
    {
        _calls.CountArrival(call);
        _pulse.Beat();
    }

    internal void Answered(SandboxCall call, int status)
    {
        _calls.CountAnswer(call, status);
        _pulse.Beat();
    }

    internal void Happened(SandboxFault fault)
    {
        _faults.Count(fault);
        _pulse.Beat();
    }

    internal void Unexpected(string call) => _unexpected.Add(call);
}
