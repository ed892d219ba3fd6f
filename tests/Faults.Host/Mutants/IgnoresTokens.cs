using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using CxoneAssist.Faults.Host.Composition;

namespace CxoneAssist.Faults.Host.Mutants;

/// <summary>Goes on whoever holds the lease by now.</summary>
internal sealed class IgnoresTokens(IFollowUpInbox inner) : InboxInFront(inner)
{
    private static readonly TimeSpan Ever = TimeSpan.FromHours(1);

    public override async Task<Lease?> SettleAsync(Lease lease, FollowUp followUp, bool keepLease) =>
        await base.SettleAsync(lease, followUp, keepLease) ?? lease with { EndsAt = lease.EndsAt + Ever };
}
