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
/// <param name="Policy">The policy that the host decides by, where it says so.</param>
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
    StatedPolicy? Policy,
    TimeSpan Settling)
{
    /// <summary>The tasks that are owed and not created, since the policy suppresses them.</summary>
    public SuppressedFollowUps Suppressed { get; } = SuppressedFollowUps.Find(Expected, Ledger.Tasks);

    /// <summary>The differences from what the policy demands.</summary>
    public IReadOnlyList<Disagreement> Disagreements => field ??=
    [
        .. Expected is [var first, ..] ? PolicyCheck.Compare(first.Decision.Policy, Policy) : [],
        .. PolicyCheck.Compare(Expected, Suppressed, Deliveries, Ledger, Inbox, Parked),
    ];

    /// <summary>The zone in which the policy counts business time; UTC where it counts none.</summary>
    public TimeZoneInfo Zone => Expected is [var first, ..] && first.Decision.Policy.Calendar is { } calendar
        ? calendar.Zone
        : TimeZoneInfo.Utc;

    /// <summary>Whether the policy read a score at all: without one there is nothing to agree on.</summary>
    public bool IsTried => Expected.Any(one => one.Decision.Score is not null);

    /// <summary>Whether everything is as the policy demands.</summary>
    public bool IsAgreed => IsTried && Disagreements.Count == 0;
}
