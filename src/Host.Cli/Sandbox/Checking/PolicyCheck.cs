using CxoneAssist.Domain;
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
        SuppressedFollowUps suppressed,
        Deliveries deliveries,
        SimulatorSnapshot ledger,
        InboxCounts counts,
        IReadOnlyList<StatedFollowUp>? parked)
    {
        var unanswered = ledger.Faults.GetValueOrDefault(SimulatorFault.NotifyError);
        return
        [
            .. TaskCheck.Compare(expected, ledger.Tasks, suppressed),
            .. NotificationCheck.Compare(expected, ledger.Tasks, ledger.Notifications, unanswered),
            .. InboxCheck.Compare(expected, deliveries, counts, parked),
            .. ledger.UnexpectedCalls.Select(call => new Disagreement(call, "is a call that CXone does not know")),
        ];
    }

    /// <summary>Whether the host decides by the policy that the results are compared with.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="stated">What the host says; <c>null</c> where it does not.</param>
    public static IEnumerable<Disagreement> Compare(FollowUpPolicy policy, StatedPolicy? stated) =>
        stated is null || stated == new StatedPolicy(policy.Name, policy.ShortHash)
            ? []
            : [new(
                "the policy", $"should be '{policy.Name}', version {policy.ShortHash}, but the host decides by '{stated.Name}', version {stated.Version}")];
}
