using CxoneAssist.Application;
using CxoneAssist.Application.Ports;

namespace CxoneAssist.Infrastructure.Inbox.Sqlite.Writing;

/// <summary>Saves how far the work got, if the lease still holds.</summary>
internal sealed class SqliteSaveOperation(Lease lease, FollowUp followUp, bool keepLease) : WriteOperation<Lease?>
{
    protected override bool MustKnow => true;

    protected override Lease? Write(WriteSession session)
    {
        var changed = session.Statements[SqliteStatement.Save]
            .Bind("@id", lease.Row)
            .Bind("@token", lease.Token)
            .Bind(followUp, session.Now, keepLease ? session.LeaseEndsAt : followUp.NextAt, keepLease)
            .Run();
        if (changed == 0)
        {
            return null;
        }

        return keepLease ? lease with { EndsAt = session.HeldUntil } : lease;
    }
}
