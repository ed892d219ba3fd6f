using CxoneAssist.Tests.Shared.PostgreSql;

namespace CxoneAssist.Infrastructure.Tests.Inbox.PostgreSql;

[TestFixture]
public sealed class PostgreSqlClusterTests
{
    [Test]
    public async Task StopImmediatelyAsync_ThenStartAgain_KeepsWhatWasCommitted()
    {
        SharedCluster.SkipWhereMissing();
        await using var cluster = await PostgreSqlCluster.StartAsync();
        var database = await cluster.CreateDatabaseAsync();
        await PostgreSqlCluster.ExecuteAsync(database, "create table t as select 1 as n");
        await cluster.StopImmediatelyAsync();
        await cluster.StartAgainAsync();
        Assert.That(await PostgreSqlCluster.ExecuteAsync(database, "select n from t"), Is.EqualTo(1));
    }
}
