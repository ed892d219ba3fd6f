namespace CxoneAssist.Infrastructure.Tests.Inbox.PostgreSql;

[TestFixture]
public sealed class PostgreSqlInboxTests : FollowUpInboxContract
{
    private InboxDatabase _database = null!;

    private protected override SteppedTime Clock => _database.Clock;

    private protected override bool TakesOverAtStart => false;

    [OneTimeSetUp]
    public async Task MakeDatabaseAsync() => _database = await InboxDatabase.WithSettableClockAsync();

    [SetUp]
    public Task EmptyDatabaseAsync() => _database.EmptyAsync();

    private protected override void Pass(TimeSpan time) => _database.PassAsync(time).GetAwaiter().GetResult();

    private protected override Task<OpenInbox> OpenAsync(int prefetched = 0) => _database.OpenAsync(prefetched);

    private protected override Task<OpenInbox> OpenSecondAsync(OpenInbox open) => _database.OpenAsync();

    private protected override Task TamperAsync(string sql) => _database.AskAsync(sql);

    // A killed host's rows are already in the database; the abandoned one here does nothing any
    // more.
    private protected override Task<OpenInbox> OpenAfterCrashAsync(OpenInbox abandoned) => _database.OpenAsync();
}
