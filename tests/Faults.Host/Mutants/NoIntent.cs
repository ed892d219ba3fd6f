using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using CxoneAssist.Faults.Host.Composition;

namespace CxoneAssist.Faults.Host.Mutants;

/// <summary>Sends the create call without having stored that it is going to.</summary>
internal sealed class NoIntent(IFollowUpInbox inner) : InboxInFront(inner)
{
    public override Task<Lease?> SettleAsync(Lease lease, FollowUp followUp, bool keepLease) =>
        followUp.State == FollowUpState.Creating && keepLease
            ? Task.FromResult<Lease?>(lease)
            : base.SettleAsync(lease, followUp, keepLease);
}
