namespace CxoneAssist.Simulator;

/// <summary>The whole ledger at one time, for reports.</summary>
/// <param name="Tasks">In the order of creation.</param>
/// <param name="Notifications">In the order of sending.</param>
/// <param name="Answers">How often each kind of call was answered with each status; 0 means no answer.</param>
/// <param name="Faults">How often each kind of fault really happened.</param>
/// <param name="UnexpectedCalls">Method and path of the calls CXone does not know (the first thousand).</param>
public sealed record SimulatorSnapshot(
    IReadOnlyList<SimulatorTask> Tasks,
    IReadOnlyList<SimulatorNotification> Notifications,
    IReadOnlyDictionary<(SimulatorCall Call, int Status), long> Answers,
    IReadOnlyDictionary<SimulatorFault, long> Faults,
    IReadOnlyList<string> UnexpectedCalls);
