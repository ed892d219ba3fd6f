using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Inbox.Rows;

namespace CxoneAssist.Infrastructure.Inbox.Sqlite.Writing;

/// <summary>Saves what becomes of a follow-up in view of its customer's others. The one writer is what makes it a turn.</summary>
internal sealed class SqliteSuppressionSaveOperation(Lease lease, CustomerTurn turn, Func<CustomerHistory, FollowUp> next) : WriteOperation<TurnTaken?>
{
    protected override bool MustKnow => true;

    protected override TurnTaken? Write(WriteSession session)
    {
        var followUp = next(Precedents.History(Earlier(session), Undecided(session)));
        var goesOn = followUp.State == FollowUpState.Creating;
        var changed = session.Statements[SqliteStatement.Save]
            .Bind("@id", lease.Row)
            .Bind("@token", lease.Token)
            .Bind(followUp, session.Now, goesOn ? session.LeaseEndsAt : followUp.NextAt, goesOn)
            .Run();
        if (changed == 0)
        {
            return null;
        }

        if (goesOn)
        {
            Precede(session);
        }

        return new TurnTaken(goesOn ? lease with { EndsAt = session.HeldUntil } : null, followUp);
    }

    private List<Precedent?> Earlier(WriteSession session) => session.Statements[SqliteStatement.FindAdmitted]
        .Bind("@turn_key", CustomerKeys.OfTurn(turn))
        .Bind("@since", turn.Since)
        .Bind("@id", lease.Row)
        .Rows(Precedents.Read);

    private string? Undecided(WriteSession session) => session.Statements[SqliteStatement.FindUndecided]
        .Bind("@id", lease.Row)
        .Bind("@customer_key", CustomerKeys.OfCustomer(turn.CustomerId))
        .Bind("@customer_id", turn.CustomerId)
        .Rows(row => row.Text(0))
        .FirstOrDefault();

    private void Precede(WriteSession session) => session.Statements[SqliteStatement.Admit]
        .Bind("@id", lease.Row)
        .Bind("@turn_key", CustomerKeys.OfTurn(turn))
        .Bind("@at", turn.At)
        .Bind("@score", Precedents.Score(turn.Score))
        .Run();
}
