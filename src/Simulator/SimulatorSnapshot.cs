namespace CxoneAssist.Simulator;

/// <summary>A snapshot of the whole ledger, for reports.</summary>
/// <param name="Tasks">In the order of creation.</param>
/// <param name="Notifications">In the order of sending.</param>
/// <param name="Answers">
/// How often each kind of call was answered with each status; 0 means no answer.
/// </param>
/// <param name="Faults">How often each kind of fault occurred.</param>
/// <param name="UnexpectedCalls">
/// Method and path of the calls that CXone does not have (the first thousand).
/// </param>
public sealed record SimulatorSnapshot(
    IReadOnlyList<SimulatorTask> Tasks,
    IReadOnlyList<SimulatorNotification> Notifications,
    IReadOnlyDictionary<(SimulatorCall Call, int Status), long> Answers,
    IReadOnlyDictionary<SimulatorFault, long> Faults,
    IReadOnlyList<string> UnexpectedCalls);
