using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using CxoneAssist.Faults.Host.Composition;

namespace CxoneAssist.Faults.Host.Mutants;

/// <summary>Sends the create call without storing the intent first.</summary>
internal sealed class NoIntent(IFollowUpInbox inner) : InboxDecorator(inner)
{
    public override Task<Lease?> SaveAsync(Lease lease, FollowUp followUp, LeaseAfter leaseAfter) =>
        followUp.State == FollowUpState.Creating && leaseAfter == LeaseAfter.Renew
            ? Task.FromResult<Lease?>(lease)
            : base.SaveAsync(lease, followUp, leaseAfter);
}
