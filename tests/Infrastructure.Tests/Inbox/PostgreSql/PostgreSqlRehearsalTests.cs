using CxoneAssist.Application.Ports;
using CxoneAssist.Domain;
using CxoneAssist.Infrastructure.Inbox;
using CxoneAssist.Infrastructure.Inbox.PostgreSql;
using CxoneAssist.Infrastructure.Inbox.PostgreSql.Writing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Testing;
using Npgsql;

namespace CxoneAssist.Infrastructure.Tests.Inbox.PostgreSql;

/// <summary>What readiness tries holds up no other work, and a lock that another holds for a while proves nothing.</summary>
[TestFixture]
internal sealed class PostgreSqlRehearsalTests
{
    private const string LockTable = "lock table follow_up in share mode";

    private InboxDatabase _database = null!;
    private FakeLogger<PostgreSqlInbox> _logger = null!;
    private OpenInbox _open = null!;

    private string OneConnection => _database.ConnectionString + ";Maximum Pool Size=1";

    [SetUp]
    public async Task OpenAsync()
    {
        (_database, _logger) = (await InboxDatabase.CreateAsync(), new());
        _open = await _database.OpenAsync(other: OneConnection, logger: _logger);
    }

    [TearDown]
    public async Task CloseAsync()
    {
        if (_open is not null)
        {
            await _open.DisposeAsync();
        }
    }

    [Test]
    public async Task ProbeAsync_TableIsLocked_IsNoOutage()
    {
        await using var other = await _database.HoldAsync(LockTable);
        var before = await _database.ProcessIdsAsync();

        await _open.Records.ProbeAsync(default);

        Assert.That(_logger.Collector.GetSnapshot(), Is.Empty);
        Assert.That(await _database.ProcessIdsAsync(), Is.EqualTo(before), "the pool is kept");
    }

    [Test]
    public async Task ProbeAsync_TableIsLockedDuringAnOutage_DoesNotEndIt()
    {
        await _database.AskAsync("alter table follow_up rename to away");
        await Assert.ThrowsAsync<InboxUnavailableException>(() => _open.Inbox.ReceiveAsync(Given.Interaction(), default));
        await _database.AskAsync("alter table away rename to follow_up");
        await using (await _database.HoldAsync(LockTable))
        {
            var unavailable = await Assert.ThrowsAsync<InboxUnavailableException>(() => _open.Records.ProbeAsync(default));
            Assert.That(unavailable!.Message, Does.Contain("SQLSTATE 55P03"));
        }

        await _open.Records.ProbeAsync(default);
        var logged = _logger.Collector.GetSnapshot().Select(record => record.Message).ToList();
        Assert.That(logged, Has.Count.EqualTo(2));
        Assert.That(logged[0], Does.StartWith("Webhooks cannot be stored"));
        Assert.That(logged[1], Does.StartWith("Webhooks can be stored"));
    }

    [Test]
    public async Task RehearseAsync_RowIsLocked_SaysSoAndKeepsThePool()
    {
        await ReceiveAsync("i-1", "i-2");
        await using var source = PostgreSqlServer.Parse(_database.ConnectionString).Connect();
        var before = await ProcessIdAsync(source);
        await using (await _database.HoldAsync("select from follow_up where interaction_id = 'i-1' for update"))
        {
            var busy = await Assert.ThrowsAsync<InboxUnavailableException>(() => RehearseAsync(source, "i-1", "i-2"));
            Assert.That((busy!.InnerException as PostgresException)?.SqlState, Is.EqualTo("55P03"));
        }

        Assert.That(await ProcessIdAsync(source), Is.EqualTo(before));
        await RehearseAsync(source, "i-1", "i-2");
    }

    [Test]
    public async Task RehearseAsync_AnyOrder_LocksInTheOrderOfKeys()
    {
        await ReceiveAsync("i-1", "i-2");
        // Sequences forget nothing when a transaction is rolled back.
        await _database.AskAsync("""
            create sequence updates; create sequence first_id;
            create function note() returns trigger language plpgsql as $$
            begin
                if nextval('updates') = 1 then perform setval('first_id', new.id); end if;
                return new;
            end $$;
            create trigger note before update on follow_up for each row execute function note();
            """);
        await using var source = PostgreSqlServer.Parse(_database.ConnectionString).Connect();

        await RehearseAsync(source, "i-2", "i-1");

        Assert.That(await _database.AskAsync("select last_value from first_id"), Is.EqualTo((await _open.FindAsync("i-1")).Id));
    }

    [Test]
    public async Task StoredAsync_TwoAtOnceAfterAnOutage_RehearseOnce()
    {
        await using var source = PostgreSqlServer.Parse(_database.ConnectionString).Connect();
        var failures = new DatabaseFailures(source);
        var rehearsals = 0;
        var clock = new InterruptedTime();
        var watch = new ReceiveWatch(failures, connection => Interlocked.Increment(ref rehearsals) > 0 ? Session(connection, failures) : null!, clock, _logger);
        watch.Failed([new PostgreSqlReceiveOperation(Given.Interaction())], new TimeoutException());
        clock.Interrupt = () => watch.StoredAsync().GetAwaiter().GetResult();

        await watch.StoredAsync();

        Assert.That(rehearsals, Is.EqualTo(1));
    }

    [Test]
    public async Task ReceiveAsync_StatementIsCancelled_KeepsThePool()
    {
        var before = await _database.ProcessIdsAsync();
        await using var other = await _database.HoldAsync(LockTable);
        var receiving = _open.Inbox.ReceiveAsync(Given.Interaction(), default);
        while (await _database.AskAsync("select pg_cancel_backend(pid) from pg_locks where not granted and relation = 'follow_up'::regclass") is null)
        {
            Assert.That(receiving.IsCompleted, Is.False);
        }

        Assert.That((await Assert.ThrowsAsync<InboxUnavailableException>(() => receiving))!.Message, Does.Contain("SQLSTATE 57014"));
        await other.DisposeAsync();
        await _open.Inbox.ReceiveAsync(Given.Interaction(), default);

        Assert.That(await _database.ProcessIdsAsync(), Is.EqualTo(before));
    }

    private static async Task<object?> ProcessIdAsync(NpgsqlDataSource source)
    {
        await using var ask = source.CreateCommand("select pg_backend_pid()");
        return await ask.ExecuteScalarAsync();
    }

    private static PostgreSqlSession Session(NpgsqlConnection connection, DatabaseFailures failures) =>
        new(
            connection, new LeaseClock(TimeSpan.FromMinutes(1), TimeProvider.System), new PrefetchBuffer(0), failures, null, null,
            new Generation(NullLogger.Instance), new RepetitionCounts(TimeProvider.System, NullLogger.Instance));

    // Webhooks of known interactions with another agent: each is written to its row.
    private static async Task RehearseAsync(NpgsqlDataSource source, params string[] ids)
    {
        var failures = new DatabaseFailures(source);
        List<CompletedInteraction> again = [.. ids.Select(id => Given.Interaction(id) with { AgentId = "another" })];
        await failures.RunAsync(connection => PostgreSqlReceiveOperation.RehearseAsync(Session(connection, failures), again), default);
    }

    private async Task ReceiveAsync(params string[] ids)
    {
        foreach (var id in ids)
        {
            await _open.Inbox.ReceiveAsync(Given.Interaction(id), default);
        }
    }

    // Another writer comes first, once: when the time is asked for.
    private sealed class InterruptedTime : TimeProvider
    {
        public Action? Interrupt { get; set; }

        public override long GetTimestamp()
        {
            (var interrupt, Interrupt) = (Interrupt, null);
            interrupt?.Invoke();
            return base.GetTimestamp();
        }
    }
}
