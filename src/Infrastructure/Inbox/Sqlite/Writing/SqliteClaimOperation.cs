using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Inbox.Rows;

namespace CxoneAssist.Infrastructure.Inbox.Sqlite.Writing;

/// <summary>
/// Leases what is due. What cannot be read back is parked instead, so that one damaged row never
/// stops the others.
/// </summary>
internal sealed class SqliteClaimOperation(int max) : WriteOperation<IReadOnlyList<ClaimedFollowUp>>
{
    protected override bool MustKnow => true;

    protected override IReadOnlyList<ClaimedFollowUp> Write(WriteSession session)
    {
        var due = session.Statements[SqliteStatement.FindDue].Bind("@now", session.Now).Bind("@max", max)
            .Rows(row => (Record: FollowUpRow.Read(row, out var damage), Damage: damage));
        var claimed = new List<ClaimedFollowUp>(due.Count);
        foreach (var (record, damage) in due)
        {
            if (damage is not null)
            {
                session.Statements[SqliteStatement.Quarantine].Bind("@id", record.Id).Bind("@reason", damage).Run();
                continue;
            }

            // Only a lease that ended in this process: TakeOverAtStart ends those of the process before.
            var followUp = record.Leased ? record.FollowUp.TakenOver(session.Now) : record.FollowUp;
            session.Statements[SqliteStatement.Lease]
                .Bind("@id", record.Id)
                .Bind("@intent_at", followUp.IntentAt)
                .Bind("@next_at", session.LeaseEndInRow)
                .Run();
            claimed.Add(new(followUp, new Lease(record.Id, record.Token + 1, session.LeaseEndInProcess)));
        }

        return claimed;
    }
}
