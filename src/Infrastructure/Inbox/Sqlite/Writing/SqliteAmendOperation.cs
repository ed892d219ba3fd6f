using CxoneAssist.Application;
using CxoneAssist.Application.Ports;

namespace CxoneAssist.Infrastructure.Inbox.Sqlite.Writing;

/// <summary>
/// Applies an operator's decision, unless the follow-up changed since it was read, and keeps what
/// was done.
/// </summary>
internal sealed class SqliteAmendOperation(FollowUpRecord current, FollowUp next, Intervention intervention) : WriteOperation<bool>
{
    protected override bool MustKnow => true;

    protected override bool Write(WriteSession session)
    {
        var changed = session.Statements[SqliteStatement.Amend]
            .Bind("@id", current.Id)
            .Bind("@token", current.Token)
            .Bind(next, session.Now, next.NextAttemptAt, leased: false)
            .Run();
        if (changed == 0)
        {
            return false;
        }

        session.Statements[SqliteStatement.AddIntervention]
            .Bind("@id", current.Id)
            .Bind("@at", intervention.At)
            .Bind("@kind", intervention.Kind)
            .Bind("@note", intervention.Note)
            .Run();
        return true;
    }
}
