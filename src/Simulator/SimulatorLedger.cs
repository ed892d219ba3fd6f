using CxoneAssist.Simulator.Notifications;
using CxoneAssist.Simulator.Record;
using CxoneAssist.Simulator.Tasks;

namespace CxoneAssist.Simulator;

/// <summary>
/// The record of what really happened, whatever the answers to the callers were. Thread-safe.
/// </summary>
public sealed class SimulatorLedger
{
    private readonly CallCounters _calls = new();
    private readonly FaultCounters _faults = new();
    private readonly LedgerPulse _pulse = new();
    private readonly UnexpectedCalls _unexpected = new();

    internal SimulatorLedger()
    {
    }

    /// <summary>How many tasks exist.</summary>
    public int TaskCount => TaskBook.Count;

    /// <summary>How many notifications were sent.</summary>
    public int NotificationCount => NotificationBook.Count;

    /// <summary>How many token requests were made.</summary>
    public long TokenRequests => Calls(SimulatorCall.Token);

    /// <summary>
    /// Method and path of the calls that CXone does not have (the first thousand).
    /// </summary>
    public IReadOnlyList<string> UnexpectedCalls => _unexpected.All();

    internal TaskBook TaskBook { get; } = new();

    internal NotificationBook NotificationBook { get; } = new();

    /// <summary>All tasks, in the order of creation.</summary>
    public IReadOnlyList<SimulatorTask> Tasks() => TaskBook.All();

    /// <summary>The tasks of one interaction, in the order of creation.</summary>
    public IReadOnlyList<SimulatorTask> TasksOf(string interactionId) => TaskBook.OfInteraction(interactionId);

    /// <summary>
    /// How many tasks each interaction has. Cheap enough to find duplicates among millions.
    /// </summary>
    public IReadOnlyDictionary<string, int> TasksPerInteraction() => TaskBook.CountPerInteraction();

    /// <summary>All notifications, in the order of sending.</summary>
    public IReadOnlyList<SimulatorNotification> Notifications() => NotificationBook.All();

    /// <summary>How many calls of a kind have arrived, including those in progress.</summary>
    public long Calls(SimulatorCall call) => _calls.Arrived(call);

    /// <summary>
    /// How many calls of a kind were answered with a status; 0 means that no answer was given.
    /// </summary>
    public long Answers(SimulatorCall call, int status) => _calls.Answered(call, status);

    /// <summary>How often a fault occurred.</summary>
    public long Fired(SimulatorFault fault) => _faults.Fired(fault);

    /// <summary>A snapshot of the whole ledger.</summary>
    public SimulatorSnapshot Snapshot() => new(Tasks(), Notifications(), _calls.All(), _faults.All(), UnexpectedCalls);

    /// <summary>
    /// Waits until the ledger satisfies a condition, which is evaluated again after every change.
    /// </summary>
    /// <param name="condition">Must be cheap.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    public Task WaitUntilAsync(Func<SimulatorLedger, bool> condition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return _pulse.WaitUntilAsync(() => condition(this), cancellationToken);
    }

    internal void Arrived(SimulatorCall call)
    {
        _calls.CountArrival(call);
        _pulse.Beat();
    }

    internal void Answered(SimulatorCall call, int status)
    {
        _calls.CountAnswer(call, status);
        _pulse.Beat();
    }

    internal void Happened(SimulatorFault fault)
    {
        _faults.Count(fault);
        _pulse.Beat();
    }

    internal void Unexpected(string call) => _unexpected.Add(call);
}
