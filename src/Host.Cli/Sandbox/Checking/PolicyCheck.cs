using CxoneAssist.Host.Cli.Sandbox.Service;
using CxoneAssist.Host.Cli.Sandbox.Webhooks;
using CxoneAssist.Simulator;

namespace CxoneAssist.Host.Cli.Sandbox.Checking;

/// <summary>
/// Compares what really happened with the policy's decisions on the same surveys.
/// </summary>
internal static class PolicyCheck
{
    public static IReadOnlyList<Disagreement> Compare(
        IReadOnlyList<ExpectedFollowUp> expected,
        Deliveries deliveries,
        SimulatorSnapshot ledger,
        InboxCounts counts,
        IReadOnlyList<StatedFollowUp>? parked)
    {
        var unanswered = ledger.Faults.GetValueOrDefault(SimulatorFault.NotifyError);
        return
        [
            .. TaskCheck.Compare(expected, ledger.Tasks),
            .. NotificationCheck.Compare(expected, ledger.Tasks, ledger.Notifications, unanswered),
            .. InboxCheck.Compare(expected, deliveries, counts, parked),
            .. ledger.UnexpectedCalls.Select(call => new Disagreement(call, "is a call that CXone does not know")),
        ];
    }
}
