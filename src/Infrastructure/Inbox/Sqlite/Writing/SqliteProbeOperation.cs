namespace CxoneAssist.Infrastructure.Inbox.Sqlite.Writing;

/// <summary>
/// Shows that webhooks can be stored: it writes something, and where the last webhook could not be stored, it does that
/// again and takes it back.
/// </summary>
internal sealed class SqliteProbeOperation : WriteOperation<bool>
{
    public override WriteKind Kind => WriteKind.Receive;

    protected override bool Write(WriteSession session)
    {
        session.LastRefused?.Rehearse(session);
        session.Statements[SqliteStatement.Probe].Run();
        return true;
    }
}
