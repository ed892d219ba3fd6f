using CxoneAssist.Application;
using CxoneAssist.Application.Ports;

namespace CxoneAssist.Infrastructure.Inbox.Sqlite.Writing;

/// <summary>
/// Applies an operator's decision, unless the follow-up changed since it was read, and keeps what
/// was done.
/// </summary>
internal sealed class SqliteAmendOperation(FollowUpRecord current, FollowUp next, OperatorAction action) : WriteOperation<bool>
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

        session.Statements[SqliteStatement.AddOperatorAction]
            .Bind("@id", current.Id)
            .Bind("@at", action.At)
            .Bind("@kind", action.Kind)
            .Bind("@note", action.Note)
            .Bind("@actor", action.Actor)
            .Run();
        return true;
    }
}
