using CxoneAssist.Infrastructure.Inbox;
using CxoneAssist.Infrastructure.Inbox.PostgreSql;
using Microsoft.Extensions.Logging.Testing;
using Npgsql;

namespace CxoneAssist.Infrastructure.Tests.Inbox.PostgreSql;

/// <summary>A migration that has to wait for a table's lock must not hold up the hosts that are running.</summary>
[TestFixture]
internal sealed class PostgreSqlMigrationLockTests
{
    private const int TriesWithReader = 3;

    // Finds what hangs.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Test]
    public async Task ApplyAsync_DumpReadsTheTable_LetsRunningHostsReceiveAndMigratesAfterwards()
    {
        var database = await InboxDatabase.CreateAsync();
        // Its clock stands still, so that it gives up no webhook by itself; a statement that waits for two seconds fails.
        await using var running = await database.OpenAsync();
        await using var dump = new NpgsqlConnection(database.ConnectionString + ";Pooling=false;Application Name=pg_dump");
        await dump.OpenAsync();
        var reading = await dump.BeginTransactionAsync();
        await using var locking = new NpgsqlCommand("lock table follow_up in access share mode", dump, reading);
        await locking.ExecuteNonQueryAsync();

        var logger = new FakeLogger();
        var migrating = MigrateAsync(database, logger, reading).WaitAsync(Patience);
        for (var i = 0; !migrating.IsCompleted; i++)
        {
            await running.Inbox.ReceiveAsync(Given.Interaction($"i-{i}"), default).WaitAsync(Patience);
        }

        await migrating;
        Assert.That(await database.AskAsync("select count(added) from follow_up"), Is.Zero, "the migration is done");
        Assert.That(
            logger.Collector.GetSnapshot().Select(record => record.Message).ToList(),
            Has.Count.EqualTo(TriesWithReader).And.All.Contain("in use by").And.All.Contain("'pg_dump'"));
    }

    // As the opener does: it tries again what may pass. The dump ends after some tries.
    private static async Task MigrateAsync(InboxDatabase database, FakeLogger logger, NpgsqlTransaction reading)
    {
        var server = PostgreSqlServer.Parse(database.ConnectionString);
        await using var source = server.Connect();
        for (var tries = 1; ; tries++)
        {
            try
            {
                await using var connection = await source.OpenConnectionAsync();
                await PostgreSqlMigrations.ApplyAsync(
                    server, connection, TimeProvider.System, logger, default, [.. PostgreSqlMigrations.All, "alter table follow_up add column added bigint"]);
                await using var show = new NpgsqlCommand("show statement_timeout", connection);
                Assert.That(await show.ExecuteScalarAsync(), Is.EqualTo("5s"), "the pool goes on using the connection");
                return;
            }
            catch (InboxStartException busy) when (busy.MayPass)
            {
                if (tries == TriesWithReader)
                {
                    await reading.DisposeAsync();
                }
            }
        }
    }
}
