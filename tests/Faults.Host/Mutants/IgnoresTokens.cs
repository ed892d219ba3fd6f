using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using CxoneAssist.Faults.Host.Composition;

namespace CxoneAssist.Faults.Host.Mutants;

/// <summary>Continues even when another run holds the lease.</summary>
internal sealed class IgnoresTokens(IFollowUpInbox inner) : InboxDecorator(inner)
{
    private static readonly TimeSpan Ever = TimeSpan.FromHours(1);

    public override async Task<Lease?> SaveAsync(Lease lease, FollowUp followUp, LeaseAfter leaseAfter) =>
        await base.SaveAsync(lease, followUp, leaseAfter) ?? lease with { EndsAt = lease.EndsAt + Ever };
}
