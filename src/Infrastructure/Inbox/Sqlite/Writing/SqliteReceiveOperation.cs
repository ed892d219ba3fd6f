using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using CxoneAssist.Domain;
using CxoneAssist.Infrastructure.Inbox.Rows;

namespace CxoneAssist.Infrastructure.Inbox.Sqlite.Writing;

/// <summary>Stores an interaction once, leased at once where a worker has room for it.</summary>
internal sealed class SqliteReceiveOperation(CompletedInteraction interaction, bool suppressing) : WriteOperation<ReceiveResult>
{
    // As it will be read back: a follow-up handed over in memory is to equal the one claimed from the database.
    private readonly CompletedInteraction _interaction =
        interaction.CompletedAt is { } at ? interaction with { CompletedAt = UnixTime.Stored(at) } : interaction;

    public override WriteKind Kind => WriteKind.Receive;

    public override bool MayPrefetch => true;

    public string InteractionId => _interaction.InteractionId;

    /// <summary>Does what it would once more, and takes it back.</summary>
    public void Rehearse(WriteSession session) => session.Rehearse(again => Write(again));

    protected override ReceiveResult Write(WriteSession session)
    {
        var leased = session.CanLeaseAtOnce;
        var row = session.Statements[SqliteStatement.Receive]
            .Bind(_interaction, suppressing)
            .Bind("@now", session.Now)
            .Bind("@leased", leased)
            .Bind("@next_at", leased ? session.LeaseEndInRow : session.Now)
            .Number();
        if (row is null)
        {
            return WriteAgain(session);
        }

        if (leased)
        {
            session.Prefetch(new(new FollowUp(_interaction, session.Now), new Lease(row.Value, 1, session.LeaseEndInProcess)));
        }

        return ReceiveResult.Stored;
    }

    private ReceiveResult WriteAgain(WriteSession session)
    {
        var known = session.Statements[SqliteStatement.Find].Bind("@interaction_id", InteractionId).Rows(FollowUpRow.Read)[0];
        var again = known.PurgedAt is null ? known.FollowUp.RecordAgent(_interaction.AgentId) : known.FollowUp;
        if (again.OtherAgents != known.FollowUp.OtherAgents)
        {
            session.Statements[SqliteStatement.SetOtherAgents].Bind("@id", known.Id).Bind("@other_agents", again.OtherAgents).Run();
        }

        if (!again.CanBeReopened)
        {
            session.Statements[SqliteStatement.CountRepetition].Bind("@id", known.Id).Bind("@now", session.Now).Run();
            return ReceiveResult.Duplicate;
        }

        Reopen(session, known, again.Reopen(known.PurgedAt is null ? again.Interaction : _interaction, session.Now));
        return ReceiveResult.Reopened;
    }

    private void Reopen(WriteSession session, FollowUpRecord known, FollowUp followUp)
    {
        var leased = session.CanLeaseAtOnce;
        session.Statements[SqliteStatement.Reopen]
            .Bind(followUp.Interaction, suppressing)
            .Bind("@id", known.Id)
            .Bind("@now", session.Now)
            .Bind(followUp, session.Now, leased ? session.LeaseEndInRow : session.Now, leased)
            .Run();
        if (leased)
        {
            session.Prefetch(new(followUp, new Lease(known.Id, known.Token + 1, session.LeaseEndInProcess)));
        }
    }
}
