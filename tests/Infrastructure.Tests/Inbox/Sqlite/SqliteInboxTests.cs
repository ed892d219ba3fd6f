using CxoneAssist.Infrastructure.Inbox.Sqlite;

namespace CxoneAssist.Infrastructure.Tests.Inbox.Sqlite;

[TestFixture]
public sealed class SqliteInboxTests : FollowUpInboxContract
{
    private readonly List<InboxFolder> _folders = [];

    private protected override SteppedTime Clock => _folders[0].Clock;

    private protected override bool TakesOverAtStart => true;

    [SetUp]
    public void MakeFolder() => _folders.Add(new InboxFolder());

    [TearDown]
    public void RemoveFolders()
    {
        _folders.ForEach(folder => folder.Dispose());
        _folders.Clear();
    }

    private protected override void Pass(TimeSpan time) => _folders[0].Clock.Advance(time);

    private protected override Task<OpenInbox> OpenAsync(int prefetched = 0) => _folders[0].OpenAsync(prefetched);

    // One host a file.
    private protected override Task<OpenInbox> OpenSecondAsync(OpenInbox open) => Task.FromResult(open);

    private protected override Task TamperAsync(string sql)
    {
        using var connection = _folders[0].Connect();
        connection.Ask(sql);
        return Task.CompletedTask;
    }

    private protected override Task<OpenInbox> OpenAfterCrashAsync(OpenInbox abandoned)
    {
        _folders.Add(_folders[0].CopyAsKilled());
        return _folders[^1].OpenAsync();
    }
}
