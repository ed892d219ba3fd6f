using CxoneAssist.Host.Cli.Sandbox.Checking;
using CxoneAssist.Host.Cli.Sandbox.Service;
using CxoneAssist.Host.Cli.Sandbox.Webhooks;
using CxoneAssist.Simulator;

namespace CxoneAssist.Host.Cli.Sandbox.Running;

/// <summary>The results of a run.</summary>
/// <param name="Expected">The surveys and the policy's decisions on them.</param>
/// <param name="Deliveries">The webhooks and their answers.</param>
/// <param name="Ledger">What really happened in CXone.</param>
/// <param name="Inbox">The host's follow-ups by state.</param>
/// <param name="Parked">The parked follow-ups, where the host lists them.</param>
/// <param name="Sending">How long the webhooks took to be acknowledged.</param>
/// <param name="Settling">
/// How long it took from the first webhook until no follow-up was open.
/// </param>
internal sealed record RunResult(
    IReadOnlyList<ExpectedFollowUp> Expected,
    Deliveries Deliveries,
    SimulatorSnapshot Ledger,
    InboxCounts Inbox,
    IReadOnlyList<StatedFollowUp>? Parked,
    TimeSpan Sending,
    TimeSpan Settling)
{
    /// <summary>The differences from what the policy demands.</summary>
    public IReadOnlyList<Disagreement> Disagreements { get; } =
        PolicyCheck.Compare(Expected, Deliveries, Ledger, Inbox, Parked);
}
