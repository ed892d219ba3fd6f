using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Inbox.Rows;

namespace CxoneAssist.Infrastructure.Inbox.Sqlite.Writing;

/// <summary>
/// Saves what becomes of a follow-up in view of its customer's others. The one writer is what makes
/// it a turn.
/// </summary>
internal sealed class SqliteSuppressionSaveOperation(Lease lease, SuppressionKey key, Func<CustomerHistory, FollowUp> next)
    : WriteOperation<SuppressionResult?>
{
    public override WriteKind Kind => WriteKind.Save;

    /// <summary>What was tried to be saved last.</summary>
    public FollowUp? Saved { get; private set; }

    protected override bool MustKnow => true;

    protected override SuppressionResult? Write(WriteSession session)
    {
        var followUp = next(AdmittedFollowUps.History(Earlier(session), Undecided(session)));
        Saved = followUp;
        var goesOn = followUp.State == FollowUpState.Creating;
        var changed = session.Statements[SqliteStatement.Save]
            .Bind("@id", lease.Id)
            .Bind("@token", lease.Token)
            .Bind(followUp, session.Now, goesOn ? session.LeaseEndInRow : followUp.NextAttemptAt, goesOn)
            .Run();
        if (changed == 0)
        {
            return null;
        }

        if (goesOn)
        {
            Admit(session);
        }

        return new SuppressionResult(goesOn ? lease with { EndsAt = session.LeaseEndInProcess } : null, followUp);
    }

    private List<AdmittedFollowUp?> Earlier(WriteSession session) => session.Statements[SqliteStatement.FindAdmitted]
        .Bind("@turn_key", CustomerKeys.OfSuppression(key))
        .Bind("@since", key.Since)
        .Bind("@id", lease.Id)
        .Rows(AdmittedFollowUps.Read);

    private string? Undecided(WriteSession session) => session.Statements[SqliteStatement.FindUndecided]
        .Bind("@id", lease.Id)
        .Bind("@customer_key", CustomerKeys.OfCustomer(key.CustomerId))
        .Bind("@customer_id", key.CustomerId)
        .Rows(row => row.Text(0))
        .FirstOrDefault();

    private void Admit(WriteSession session) => session.Statements[SqliteStatement.Admit]
        .Bind("@id", lease.Id)
        .Bind("@turn_key", CustomerKeys.OfSuppression(key))
        .Bind("@at", key.At)
        .Bind("@score", AdmittedFollowUps.Score(key.Score))
        .Run();
}
