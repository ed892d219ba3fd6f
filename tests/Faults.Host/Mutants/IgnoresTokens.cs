using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using CxoneAssist.Faults.Host.Composition;

namespace CxoneAssist.Faults.Host.Mutants;

/// <summary>Goes on whoever holds the lease by now.</summary>
internal sealed class IgnoresTokens(IFollowUpInbox inner) : InboxDecorator(inner)
{
    private static readonly TimeSpan Ever = TimeSpan.FromHours(1);

    public override async Task<Lease?> SaveAsync(Lease lease, FollowUp followUp, LeaseAfter leaseAfter) =>
        await base.SaveAsync(lease, followUp, leaseAfter) ?? lease with { EndsAt = lease.EndsAt + Ever };
}
