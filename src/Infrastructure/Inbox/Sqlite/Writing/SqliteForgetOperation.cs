using CxoneAssist.Application.Ports;

namespace CxoneAssist.Infrastructure.Inbox.Sqlite.Writing;

/// <summary>Deletes the contents of a customer's follow-ups that have ended, and keeps that with each of them.</summary>
internal sealed class SqliteForgetOperation(string customer, OperatorAction action, int max) : WriteOperation<int>
{
    protected override bool MustKnow => true;

    protected override int Write(WriteSession session)
    {
        Of(session, SqliteStatement.ForgetOperatorActions).Run();
        Of(session, SqliteStatement.ForgetAdmitted).Run();
        Of(session, SqliteStatement.AddForgetting)
            .Bind("@at", action.At)
            .Bind("@kind", action.Kind)
            .Bind("@note", action.Note)
            .Bind("@actor", action.Actor)
            .Run();
        return Of(session, SqliteStatement.Forget).Bind("@now", session.Now).Run();
    }

    private PreparedStatement Of(WriteSession session, SqliteStatement statement) =>
        session.Statements[statement].Bind("@customer", customer).Bind("@max", max);
}
