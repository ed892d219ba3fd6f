using CxoneAssist.Simulator.Notifications;
using CxoneAssist.Simulator.Record;
using CxoneAssist.Simulator.Tasks;

namespace CxoneAssist.Simulator;

/// <summary>
/// The record of what really happened, whatever the answers to the callers were. Thread-safe.
/// </summary>
public sealed class SimulatorLedger
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

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
    /// Waits until the ledger satisfies a condition, which is evaluated again after every change: for 30 seconds, or as long as
    /// the token allows where there is one.
    /// </summary>
    /// <param name="condition">Must be cheap.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    /// <exception cref="TimeoutException">Without a token: the 30 seconds are over. The message has the ledger's counts.</exception>
    public Task WaitUntilAsync(Func<SimulatorLedger, bool> condition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return cancellationToken.CanBeCanceled
            ? _pulse.WaitUntilAsync(() => condition(this), cancellationToken)
            : WaitUntilAsync(condition, Patience);
    }

    internal async Task WaitUntilAsync(Func<SimulatorLedger, bool> condition, TimeSpan limit)
    {
        using var enough = new CancellationTokenSource(limit);
        try
        {
            await _pulse.WaitUntilAsync(() => condition(this), enough.Token);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException(FormattableString.Invariant(
                $"The ledger does not satisfy the condition after {limit.TotalSeconds} s: {Counts()}."));
        }
    }

    private string Counts() => FormattableString.Invariant($"{TaskCount} tasks, {NotificationCount} notifications; calls: ")
        + string.Join(", ", Enum.GetValues<SimulatorCall>().Select(call => FormattableString.Invariant($"{call} {Calls(call)}")));

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
