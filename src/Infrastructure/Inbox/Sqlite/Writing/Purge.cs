namespace CxoneAssist.Infrastructure.Inbox.Sqlite.Writing;

/// <summary>Deletes the contents of some settled rows.</summary>
internal sealed class Purge(DateTimeOffset settledBefore, int max) : WriteOperation<int>
{
    protected override int Write(WriteSession session)
    {
        session.Statements[SqliteStatement.PurgeInterventions].Bind("@before", settledBefore).Bind("@max", max).Run();
        session.Statements[SqliteStatement.PurgeAdmitted].Bind("@before", settledBefore).Bind("@max", max).Run();
        return session.Statements[SqliteStatement.Purge].Bind("@before", settledBefore).Bind("@max", max).Bind("@now", session.Now).Run();
    }
}
