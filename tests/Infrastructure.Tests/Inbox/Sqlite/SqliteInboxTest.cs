using CxoneAssist.Infrastructure.Inbox.Sqlite;

namespace CxoneAssist.Infrastructure.Tests.Inbox.Sqlite;

/// <summary>A test with an inbox in a folder of its own.</summary>
public abstract class SqliteInboxTest
{
    private protected InboxFolder Folder { get; private set; } = null!;

    [SetUp]
    public void MakeFolder() => Folder = new InboxFolder();

    [TearDown]
    public void RemoveFolder() => Folder.Dispose();

    /// <summary>Changes the database as another program would.</summary>
    private protected void Change(string sql)
    {
        using var connection = Folder.Connect();
        connection.Ask(sql);
    }
}
