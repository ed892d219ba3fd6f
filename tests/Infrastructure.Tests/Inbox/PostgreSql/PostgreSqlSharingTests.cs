using System.Collections.Concurrent;
using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Inbox;
using CxoneAssist.Infrastructure.Inbox.PostgreSql;
using CxoneAssist.Infrastructure.Inbox.PostgreSql.Writing;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace CxoneAssist.Infrastructure.Tests.Inbox.PostgreSql;

/// <summary>Several hosts on one database.</summary>
[TestFixture]
public sealed class PostgreSqlSharingTests
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    private InboxDatabase _database = null!;

    [OneTimeSetUp]
    public async Task MakeDatabaseAsync() => _database = await InboxDatabase.WithSettableClockAsync();

    [SetUp]
    public Task EmptyDatabaseAsync() => _database.EmptyAsync();

    [Test]
    public async Task ClaimAsync_FourHostsAtOnceWhileMoreArrive_GivesEachRowToOne()
    {
        const int rows = 2000;
        var hosts = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _database.OpenAsync(prefetched: 100)));
        ConcurrentBag<ClaimedFollowUp> claimed = [];
        var receiving = hosts.Select((host, h) => Task.Run(() => Task.WhenAll(
            Enumerable.Range(0, rows / 4).Select(i => host.Inbox.ReceiveAsync(Given.Interaction($"i-{h}-{i}"), default))))).ToList();
        var received = Task.WhenAll(receiving);
        await Task.WhenAll(hosts.Select(host => Task.Run(async () =>
        {
            IReadOnlyList<ClaimedFollowUp> batch;
            do
            {
                var done = received.IsCompleted;
                batch = await host.Inbox.ClaimAsync(7, default);
                batch.ToList().ForEach(claimed.Add);
                while (host.Prefetched.TryTake(out var handedOver))
                {
                    claimed.Add(handedOver);
                }

                if (done && batch.Count == 0)
                {
                    return;
                }
            }
            while (true);
        })));

        Assert.That(await received, Is.All.All.EqualTo(ReceiveResult.Stored));
        Assert.That(claimed, Has.Count.EqualTo(rows));
        Assert.That(claimed.Select(one => one.Lease.Id), Is.Unique);
        foreach (var host in hosts)
        {
            await host.DisposeAsync();
        }
    }

    [Test]
    public async Task ReceiveAsync_SameInteractionsAtTwoHostsCrosswise_StoresEachOnce()
    {
        await using var one = await _database.OpenAsync(prefetched: 1000);
        await using var two = await _database.OpenAsync(prefetched: 1000);
        var ids = Enumerable.Range(0, 500).Select(i => $"i-{i}").ToList();
        var receipts = await Task.WhenAll(
            ids.Select(id => one.Inbox.ReceiveAsync(Given.Interaction(id), default))
                .Concat(Enumerable.Reverse(ids).Select(id => two.Inbox.ReceiveAsync(Given.Interaction(id), default))));
        Assert.That(receipts.Count(receipt => receipt == ReceiveResult.Stored), Is.EqualTo(500));
        Assert.That(receipts.Count(receipt => receipt == ReceiveResult.Duplicate), Is.EqualTo(500));
        Assert.That((await one.Records.StatusAsync(default)).Counts[FollowUpState.Received], Is.EqualTo(500));
        var counted = await Task.WhenAll(ids.Select(id => two.CountedAsync(id, 1)));
        Assert.That(counted.Select(repetitions => repetitions?.Times), Has.All.EqualTo(1));
    }

    [Test]
    public async Task SaveAsync_DeliveredLateByTheNetwork_DoesNotUndoWhatCameAfter()
    {
        await using var open = await _database.OpenAsync();
        await open.Inbox.ReceiveAsync(Given.Interaction(), default);
        var claimed = await open.ClaimOneAsync();
        var early = claimed.FollowUp with { State = FollowUpState.Creating };
        await open.Inbox.SaveAsync(claimed.Lease, early, LeaseAfter.Renew);
        await open.Inbox.SaveAsync(claimed.Lease, early with { State = FollowUpState.Created, TaskId = "task-1" }, LeaseAfter.Renew);

        await using var source = PostgreSqlServer.Parse(_database.ConnectionString).Connect();
        var late = new PostgreSqlSaveOperation(claimed.Lease, early, LeaseAfter.Renew, checkpoint: 1);
        await using var connection = await source.OpenConnectionAsync();
        var leases = new LeaseClock(Lease, _database.Clock);
        var failures = new DatabaseFailures(source);
        var session = new PostgreSqlSession(
            connection, leases, new PrefetchBuffer(0), failures, Policies: null, Receiving: null, new Generation(NullLogger.Instance),
            new RepetitionCounts(_database.Clock, NullLogger.Instance));
        await PostgreSqlSaveOperation.WriteAsync(session, [late]);

        Assert.That(await late.AnswerAsync(Lease, _database.Clock, default), Is.Null);
        Assert.That((await open.FindAsync("i-1")).FollowUp.TaskId, Is.EqualTo("task-1"));
    }

    [Test]
    public async Task StatusAsync_ChangesAddedUpByManyAtOnce_StaysTheSame()
    {
        await using var open = await _database.OpenAsync();
        for (var i = 0; i < 40; i++)
        {
            await open.Inbox.ReceiveAsync(Given.Interaction($"i-{i}"), default);
        }

        var before = Convert.ToInt64(await _database.AskAsync("select count(*) from state_change"), provider: null);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _database.AskAsync(PostgreSqlStatement.CompactStateCounts.Text())));
        await _database.AskAsync(PostgreSqlStatement.CompactStateCounts.Text());

        Assert.That(before, Is.EqualTo(40));
        Assert.That(await _database.AskAsync("select count(*) from state_change"), Is.EqualTo(1L));
        Assert.That((await open.Records.StatusAsync(default)).Counts[FollowUpState.Received], Is.EqualTo(40));
    }

    [Test]
    public async Task ReceiveAsync_NoRoomAndNotStoredYet_TellsNobodyToLookForIt()
    {
        await using var open = await _database.OpenAsync();
        var told = open.Prefetched.TurnedAway();
        await using var other = new NpgsqlConnection(_database.ConnectionString);
        await other.OpenAsync();
        var held = await other.BeginTransactionAsync();
        await new NpgsqlCommand("lock table follow_up in share mode", other).ExecuteNonQueryAsync();

        var receiving = open.Inbox.ReceiveAsync(Given.Interaction(), default);
        while (await _database.AskAsync("select 1 from pg_locks where not granted and relation = 'follow_up'::regclass") is null)
        {
            Assert.That(receiving.IsCompleted, Is.False);
        }

        Assert.That(told.IsCompleted, Is.False);
        await held.CommitAsync();
        await receiving;
        await told.WaitAsync(Lease);
    }

    [Test]
    public async Task OpenAsync_ServersOwnClock_NeverEndsALeaseBeforeTheProcessThinks()
    {
        var database = await InboxDatabase.CreateAsync();
        await using var open = await database.OpenAsync(prefetched: 1, clock: TimeProvider.System);
        await open.Inbox.ReceiveAsync(Given.Interaction("i-1"), default);
        await open.Inbox.ReceiveAsync(Given.Interaction("i-2"), default);
        List<ClaimedFollowUp> all = [await open.Prefetched.TakeAsync(default), .. await open.Inbox.ClaimAsync(10, default)];
        foreach (var claimed in all)
        {
            var renewed = await open.Inbox.SaveAsync(claimed.Lease, claimed.FollowUp, LeaseAfter.Renew);
            foreach (var lease in new[] { claimed.Lease, renewed! })
            {
                var ends = DateTimeOffset.FromUnixTimeMilliseconds(
                    (long)(await database.AskAsync($"select next_at from follow_up where id = {lease.Id}"))!);
                Assert.That(lease.EndsAt, Is.LessThanOrEqualTo(ends));
            }
        }

        Assert.That(all, Has.Count.EqualTo(2));
    }
}
