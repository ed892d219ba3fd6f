using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Inbox;
using CxoneAssist.Infrastructure.Inbox.Search;
using CxoneAssist.Infrastructure.Inbox.Sqlite;
using Microsoft.Data.Sqlite;

namespace CxoneAssist.Infrastructure.Tests.Inbox.Sqlite;

[TestFixture]
public sealed class SqliteFailureTests : SqliteInboxTest
{
    [Test]
    public async Task ReceiveAsync_DatabaseCannotBeWritten_FailsEveryCallerAndGoesOnAfterwards()
    {
        await using var open = await Folder.OpenAsync(prefetched: 2);
        using (HoldTheWriteLock())
        {
            var calls = Enumerable.Range(0, 50).Select(i => open.Inbox.ReceiveAsync(Given.Interaction($"i-{i}"), default)).ToList();
            foreach (var call in calls)
            {
                await Assert.ThrowsAsync<InboxUnavailableException>(() => call);
            }

            Assert.That(await open.ListAsync(new(), null, 100, default), Is.Empty, "readers are not held up");
        }

        await Task.WhenAll(Enumerable.Range(0, 5).Select(i => open.Inbox.ReceiveAsync(Given.Interaction($"i-{i}"), default)));
        Assert.That(await open.Inbox.ClaimAsync(10, default), Has.Count.EqualTo(3), "the slots of the failed ones are free again");
    }

    [Test]
    public async Task ReceiveAsync_NoAnswerInTime_IsRefusedAndCertainlyNotStored()
    {
        await using var open = await Folder.OpenAsync(options: new InboxOptions { MaxBatch = 1 });
        var held = Folder.HoldTheWriter();
        var first = open.Inbox.ReceiveAsync(Given.Interaction("i-1"), default);
        await held.Reached;
        var second = open.Inbox.ReceiveAsync(Given.Interaction("i-2"), default);
        Folder.Clock.Advance(TimeSpan.FromSeconds(2));
        await Assert.ThrowsAsync<InboxUnavailableException>(() => first);
        await Assert.ThrowsAsync<InboxUnavailableException>(() => second);
        held.Dispose();

        await open.Records.ProbeAsync(default);
        Assert.That(await open.Records.FindAsync("i-2", default), Is.Null);
    }

    [Test]
    public async Task ReceiveAsync_QueueFull_IsRefusedAtOnce()
    {
        await using var open = await Folder.OpenAsync(options: new InboxOptions { MaxBatch = 1, QueueCapacity = 4 });
        using var held = Folder.HoldTheWriter();
        var calls = Enumerable.Range(0, 20).Select(i => open.Inbox.ReceiveAsync(Given.Interaction($"i-{i}"), default)).ToList();
        Assert.That(calls.Count(call => call.IsFaulted), Is.GreaterThanOrEqualTo(15), "one is worked on, four wait");
        await Assert.ThrowsAsync<InboxUnavailableException>(() => calls.First(call => call.IsFaulted));
    }

    [Test]
    public async Task SaveAsync_WhatTheDatabaseRejects_IsParkedAloneAmongItsBatch()
    {
        await using var open = await Folder.OpenAsync(prefetched: 4);
        await open.Inbox.ReceiveAsync(Given.Interaction(), default);
        var claimed = await open.Prefetched.TakeAsync(default);
        Task<Lease?> bad;
        List<Task<ReceiveResult>> good;
        using (Folder.HoldTheWriter())
        {
            // The writer waits with the first one in progress; all that arrive afterwards form one
            // batch.
            var first = open.Records.ProbeAsync(default);
            good = [.. Enumerable.Range(0, 10).Select(i => open.Inbox.ReceiveAsync(Given.Interaction($"before-{i}"), default))];
            bad = open.Inbox.SaveAsync(claimed.Lease, claimed.FollowUp with { State = (FollowUpState)9 }, LeaseAfter.Release);
            good.AddRange(Enumerable.Range(0, 10).Select(i => open.Inbox.ReceiveAsync(Given.Interaction($"after-{i}"), default)));
        }

        Assert.That(await Task.WhenAll(good), Is.All.EqualTo(ReceiveResult.Stored));
        Assert.That(await bad, Is.Null);
        Assert.That((await open.FindAsync("i-1")).FollowUp.State, Is.EqualTo(FollowUpState.Parked));
        Assert.That(await open.ListAsync(new(), null, 100, default), Has.Count.EqualTo(21));
        Assert.That(await open.Inbox.ClaimAsync(100, default), Has.Count.EqualTo(16), "four were handed over, none of them twice");
    }

    [TestCase("{")]
    [TestCase("null")]
    [TestCase("{\"policy\":null}")]
    [TestCase("{\"policy\":\"p\"}")]
    public async Task ClaimAsync_DamagedRow_ParksItAndTakesTheOthers(string damage)
    {
        await using var open = await Folder.OpenAsync();
        foreach (var id in new[] { "i-1", "i-2", "i-3" })
        {
            await open.Inbox.ReceiveAsync(Given.Interaction(id), default);
        }

        using (var other = Folder.Connect())
        {
            other.Ask($"update follow_up set decision = '{damage}' where interaction_id = 'i-2'");
        }

        var claimed = await open.Inbox.ClaimAsync(10, default);
        Assert.That(string.Join(' ', claimed.Select(one => one.FollowUp.Interaction.InteractionId).Order()), Is.EqualTo("i-1 i-3"));
        var record = await open.FindAsync("i-2");
        Assert.That(record.FollowUp.State, Is.EqualTo(FollowUpState.Parked));
        Assert.That(record.FollowUp.Reason, Is.EqualTo("The stored decision cannot be read."));

        Assert.That(await open.Records.AmendAsync(record, new(record.FollowUp.Interaction, Given.Noon), new(Given.Noon, "replay", ""), default));
        Assert.That((await open.ClaimOneAsync()).FollowUp.Interaction.InteractionId, Is.EqualTo("i-2"), "an operator can start it anew");
    }

    [TestCase(nameof(SqliteStatement.FindDue), "follow_up_due")]
    [TestCase(nameof(SqliteStatement.TakeOverAtStart), "follow_up_due")]
    [TestCase(nameof(SqliteStatement.OldestDue), "follow_up_due")]
    [TestCase(nameof(SqliteStatement.FindOverlongWaits), "follow_up_due")]
    [TestCase(nameof(SqliteStatement.EndOverlongWaits), "INTEGER PRIMARY KEY")]
    [TestCase(nameof(SqliteStatement.CountUnconfirmed), "follow_up_unconfirmed")]
    [TestCase(nameof(SqliteStatement.Find), "sqlite_autoindex_follow_up_1")]
    [TestCase(nameof(SqliteStatement.FindOperatorActions), "intervention_follow_up")]
    public async Task Statement_HoweverManyRows_FindsItsOwnByAnIndex(string statement, string index)
    {
        await using var open = await Folder.OpenAsync();
        using var connection = Folder.Connect();
        using var explain = new PreparedStatement(connection, "explain query plan " + Enum.Parse<SqliteStatement>(statement).Text());
        var plan = string.Join('\n', explain.Rows(row => row.Text(3)));
        Assert.That(plan, Does.Contain(index).And.Not.Contain("TEMP B-TREE"));
    }

    // What is sorted is what is looked at for a page, not the table: the rows of each index come in its order.
    [TestCaseSource(typeof(Searches), nameof(Searches.All))]
    public async Task Search_HoweverManyRows_FindsItsOwnByAnIndexInItsOrder(FollowUpFilter filter, string index)
    {
        await using var open = await Folder.OpenAsync();
        using var connection = Folder.Connect();
        foreach (var continues in new[] { false, true })
        {
            var page = SearchStatement.Compose(filter, SearchDialect.Sqlite, continues).Page;
            using var explain = new PreparedStatement(connection, "explain query plan " + page);
            var plan = string.Join('\n', explain.Rows(row => row.Text(3)));
            Assert.That(plan, Does.Contain("INDEX " + index).And.Not.Match("SCAN follow_up(?! USING (COVERING )?INDEX follow_up_(unconfirmed|shadow))"));
            Assert.That(plan, Does.Contain("SEARCH follow_up USING INTEGER PRIMARY KEY"));
        }
    }

    [Test]
    public async Task FindProbe_HoweverManyAreDue_CopiesNoneOfThem()
    {
        await using var open = await Folder.OpenAsync();
        using var connection = Folder.Connect();
        using var explain = new PreparedStatement(connection, "explain query plan " + SqliteStatement.FindProbe.Text());
        var plan = string.Join('\n', explain.Rows(row => row.Text(3)));
        Assert.That(plan, Does.Not.Contain("MATERIALIZE due").And.Not.Contain("SCAN follow_up\n"));
    }

    private HeldLock HoldTheWriteLock() => new(Folder.Connect());

    /// <summary>Another program in the middle of a transaction.</summary>
    private sealed class HeldLock : IDisposable
    {
        private readonly SqliteConnection _connection;

        public HeldLock(SqliteConnection connection)
        {
            _connection = connection;
            _connection.Ask("begin immediate");
        }

        public void Dispose()
        {
            if (_connection.State == System.Data.ConnectionState.Open)
            {
                _connection.Ask("rollback");
            }

            _connection.Dispose();
        }
    }
}
