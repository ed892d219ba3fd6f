namespace CxoneAssist.Infrastructure.Inbox.Sqlite.Writing;

/// <summary>Writes something of no account, to see that it can be written.</summary>
internal sealed class Probe : WriteOperation<bool>
{
    protected override bool Write(WriteSession session)
    {
        session.Statements[SqliteStatement.Probe].Run();
        return true;
    }
}
