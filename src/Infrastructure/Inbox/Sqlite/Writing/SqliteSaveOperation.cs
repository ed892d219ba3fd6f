using CxoneAssist.Application;
using CxoneAssist.Application.Ports;

namespace CxoneAssist.Infrastructure.Inbox.Sqlite.Writing;

/// <summary>Saves how far the work got, if the lease still holds.</summary>
internal sealed class SqliteSaveOperation(Lease lease, FollowUp followUp, LeaseAfter leaseAfter) : WriteOperation<Lease?>
{
    public override WriteKind Kind => WriteKind.Save;

    protected override bool MustKnow => true;

    protected override Lease? Write(WriteSession session)
    {
        var isRenewed = leaseAfter == LeaseAfter.Renew;
        var changed = session.Statements[SqliteStatement.Save]
            .Bind("@id", lease.Id)
            .Bind("@token", lease.Token)
            .Bind(followUp, session.Now, isRenewed ? session.LeaseEndInRow : followUp.NextAttemptAt, isRenewed)
            .Run();
        if (changed == 0)
        {
            return null;
        }

        return isRenewed ? lease with { EndsAt = session.LeaseEndInProcess } : lease;
    }
}
