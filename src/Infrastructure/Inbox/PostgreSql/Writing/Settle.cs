using CxoneAssist.Application;
using CxoneAssist.Application.Ports;

namespace CxoneAssist.Infrastructure.Inbox.PostgreSql.Writing;

/// <summary>How far the work got, to be saved if the lease still holds.</summary>
internal sealed class Settle(Lease lease, FollowUp followUp, bool keepLease, long checkpoint) : PendingOperation<Lease?>
{
    protected override bool MustKnow => true;

    public Lease Lease => lease;

    public FollowUp FollowUp => followUp;

    public bool KeepLease => keepLease;

    public long Checkpoint => checkpoint;
}
