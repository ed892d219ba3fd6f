using CxoneAssist.EndToEnd.Tests.Running;

namespace CxoneAssist.EndToEnd.Tests;

/// <summary>Hosts whose inbox may be in a PostgreSQL database of this test instead of a file.</summary>
public abstract class DatabaseTest : EndToEndTest
{
    private string? _database;

    private protected override HostSettings Settings =>
        _database is null ? base.Settings : base.Settings.With(("ConnectionStrings__Inbox", _database));

    private protected async Task UsePostgreSqlAsync() => _database = await (await SharedCluster.GetAsync()).CreateDatabaseAsync();
}
