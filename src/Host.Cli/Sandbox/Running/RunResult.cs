using CxoneAssist.Host.Cli.Sandbox.Checking;
using CxoneAssist.Host.Cli.Sandbox.Service;
using CxoneAssist.Host.Cli.Sandbox.Webhooks;
using CxoneAssist.Simulator;

namespace CxoneAssist.Host.Cli.Sandbox.Running;

/// <summary>What came of a run.</summary>
/// <param name="Expected">The surveys and what the policy says about them.</param>
/// <param name="Deliveries">What became of the webhooks.</param>
/// <param name="Ledger">What really happened in CXone.</param>
/// <param name="Inbox">The host's follow-ups by state.</param>
/// <param name="Parked">Those that are parked, where the host lists them.</param>
/// <param name="Sending">How long the webhooks took to be acknowledged.</param>
/// <param name="Settling">How long it took from the first webhook until all was settled.</param>
internal sealed record RunResult(
    IReadOnlyList<ExpectedFollowUp> Expected,
    Deliveries Deliveries,
    SimulatorSnapshot Ledger,
    InboxCounts Inbox,
    IReadOnlyList<StatedFollowUp>? Parked,
    TimeSpan Sending,
    TimeSpan Settling)
{
    /// <summary>Where it is not as the policy says.</summary>
    public IReadOnlyList<Disagreement> Disagreements { get; } = PolicyCheck.Compare(Expected, Deliveries, Ledger, Inbox, Parked);
}
