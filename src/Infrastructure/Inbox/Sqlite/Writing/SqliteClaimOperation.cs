using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Inbox.Rows;

namespace CxoneAssist.Infrastructure.Inbox.Sqlite.Writing;

/// <summary>
/// Leases what is due, or where no number is given, one as a probe. What cannot be read back is parked instead, so that one damaged row never
/// stops the others.
/// </summary>
internal sealed class SqliteClaimOperation(int? max = null) : WriteOperation<IReadOnlyList<ClaimedFollowUp>>
{
    public override WriteKind Kind => WriteKind.Claim;

    protected override bool MustKnow => true;

    protected override IReadOnlyList<ClaimedFollowUp> Write(WriteSession session)
    {
        var inHand = $"[{string.Join(',', session.InHand.Ids())}]";
        var (least, most, earliest) = max is null ? FindProbe(session, inHand) : (0, long.MaxValue, long.MinValue);
        var due = session.Statements[SqliteStatement.FindDue].Bind("@now", session.Now).Bind("@max", max ?? 1)
            .Bind("@in_hand", inHand).Bind("@least", least).Bind("@most", most).Bind("@earliest", earliest)
            .Rows(row => (Record: FollowUpRow.Read(row, out var damage), Damage: damage));
        var claimed = new List<ClaimedFollowUp>(due.Count);
        foreach (var (record, damage) in due)
        {
            if (damage is not null)
            {
                session.Statements[SqliteStatement.Quarantine].Bind("@id", record.Id).Bind("@token", record.Token)
                    .Bind("@leased", record.Leased).Bind("@reason", damage).Run();
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

    // Where it is due too, so that the claim need not pass over all that are due before it.
    private static (long Least, long Most, long Earliest) FindProbe(WriteSession session, string inHand)
    {
        var found = session.Statements[SqliteStatement.FindProbe].Bind("@now", session.Now).Bind("@in_hand", inHand)
            .Rows(row => (Id: row.Long(0), DueAt: row.Long(1)));
        return found is [var probe] ? (probe.Id, probe.Id, probe.DueAt) : (0, 0, 0);
    }
}
