using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Inbox.Rows;

namespace CxoneAssist.Infrastructure.Inbox.Sqlite.Writing;

/// <summary>Leases what is due. What cannot be read back is parked instead, so that one damaged row never stops the others.</summary>
internal sealed class Claim(int max) : WriteOperation<IReadOnlyList<ClaimedFollowUp>>
{
    protected override bool MustKnow => true;

    protected override IReadOnlyList<ClaimedFollowUp> Write(WriteSession session)
    {
        var due = session.Statements.Due.Bind("@now", session.Now).Bind("@max", max)
            .Rows(row => (Record: FollowUpRow.Read(row, out var damage), Damage: damage));
        var claimed = new List<ClaimedFollowUp>(due.Count);
        foreach (var (record, damage) in due)
        {
            if (damage is not null)
            {
                session.Statements.Quarantine.Bind("@id", record.Row).Bind("@reason", damage).Run();
                continue;
            }

            session.Statements.Lease.Bind("@id", record.Row).Bind("@now", session.Now).Bind("@next_at", session.LeaseEndsAt).Run();
            claimed.Add(new(TakenOver(record, session.Now), new Lease(record.Row, record.Token + 1, session.HeldUntil)));
        }

        return claimed;
    }

    // As lease.sql stores it.
    private static FollowUp TakenOver(FollowUpRecord record, DateTimeOffset now) =>
        record is { Leased: true, FollowUp.State: FollowUpState.Creating } ? record.FollowUp with { IntentAt = now } : record.FollowUp;
}
