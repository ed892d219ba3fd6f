using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Inbox;
using CxoneAssist.Infrastructure.Inbox.PostgreSql;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Testing;
using Npgsql;

namespace CxoneAssist.Infrastructure.Tests.Inbox.PostgreSql;

/// <summary>Defaults that an administrator gave a role, a database or a server for other programs.</summary>
[TestFixture]
internal sealed class PostgreSqlForeignDefaultsTests
{
    private InboxDatabase _database = null!;

    [SetUp]
    public async Task MakeDatabaseAsync() => _database = await InboxDatabase.CreateAsync();

    [TestCase("default_transaction_isolation", "serializable", "read committed")]
    [TestCase("default_transaction_isolation", "repeatable read", "read committed")]
    [TestCase("default_transaction_deferrable", "on", "off")]
    [TestCase("statement_timeout", "100ms", "5s")]
    [TestCase("lock_timeout", "1ms", "0")]
    [TestCase("idle_in_transaction_session_timeout", "1h", "5s")]
    [TestCase("idle_session_timeout", "1s", "0")]
    [TestCase("enable_indexscan", "off", "on")]
    [TestCase("enable_indexonlyscan", "off", "on")]
    [TestCase("default_transaction_read_only", "on", "on")]
    public async Task Connect_WhateverTheDatabaseDoesByItself_UsesOurs(string setting, string configured, string expected)
    {
        await _database.SetDefaultAsync(setting, configured);

        await using var source = PostgreSqlServer.Parse(_database.ConnectionString).Connect();
        for (var use = 0; use < 2; use++)
        {
            await using var connection = await source.OpenConnectionAsync();
            await using var show = new NpgsqlCommand($"show {setting}", connection);
            Assert.That(await show.ExecuteScalarAsync(), Is.EqualTo(expected));
        }
    }

    [Test]
    public async Task ReceiveAsync_SerializableByDefault_RefusesNone()
    {
        await _database.SetDefaultAsync("default_transaction_isolation", "serializable");
        var hosts = await Task.WhenAll(_database.OpenAsync(100), _database.OpenAsync(100));
        var refused = 0;

        await Task.WhenAll(hosts.Select((host, h) => Task.WhenAll(Enumerable.Range(0, 30).Select(sender => Task.Run(async () =>
        {
            for (var i = 0; i < 30; i++)
            {
                Interlocked.Add(ref refused, await IsRefusedAsync(host, $"i-{(i * 7) % 20}-{sender}-{h & i}") ? 1 : 0);
            }
        })))));

        await TestContext.Out.WriteLineAsync($"refused={refused} of 1,800");
        Assert.That(refused, Is.Zero);
        await Task.WhenAll(hosts.Select(host => host.DisposeAsync().AsTask()));
    }

    [TestCase("40001")]
    [TestCase("40P01")]
    public async Task AnyWrite_ConflictWithAnother_IsRepeatedAtOnceAndNoOutage(string sqlState)
    {
        var logger = new FakeLogger<PostgreSqlInbox>();
        await using var open = await _database.OpenAsync(
            other: _database.ConnectionString + ";Maximum Pool Size=1", clock: TimeProvider.System, logger: logger);
        var before = await _database.ProcessIdsAsync();
        // Statements are prepared at their second use, and used as prepared at the third.
        foreach (var id in new[] { "i-1", "i-2", "i-3", "i-4" })
        {
            await ConflictAsync(sqlState);
            Assert.That(await open.Inbox.ReceiveAsync(Given.Interaction(id), default), Is.EqualTo(ReceiveResult.Stored));
            await ConflictAsync(sqlState);
            var claimed = await open.ClaimOneAsync();
            await ConflictAsync(sqlState);
            Assert.That(await open.Inbox.SaveAsync(claimed.Lease, claimed.FollowUp.Park("x"), LeaseAfter.Release), Is.Not.Null);
            await ConflictAsync(sqlState);
            var read = await open.FindAsync(id);
            Assert.That(await open.Records.AmendAsync(read, read.FollowUp with { Reason = "y" }, new(Given.Noon, "discard", "x"), default));
        }

        Assert.That(logger.Collector.GetSnapshot(), Is.Empty);
        Assert.That(await _database.ProcessIdsAsync(), Is.EqualTo(before), "the pool is kept");
    }

    [Test]
    public async Task OpenAsync_ReadOnlyByDefault_IsRefusedForNowWithTheRemedy()
    {
        await (await _database.OpenAsync()).DisposeAsync();
        await _database.SetDefaultAsync("default_transaction_read_only", "on");

        var refused = await Assert.ThrowsAsync<InboxStartException>(() => _database.OpenAsync());

        Assert.That(refused!.Message, Does.Contain("read-only").And.Contain("default_transaction_read_only"));
        Assert.That(refused.MayPass, "a provider makes it writable again once there is room");
    }

    [Test]
    public async Task OpenExistingAsync_ReadOnlyByDefault_CanBeRead()
    {
        await using (var host = await _database.OpenAsync())
        {
            await host.Inbox.ReceiveAsync(Given.Interaction("i-1"), default);
        }

        await _database.SetDefaultAsync("default_transaction_read_only", "on");
        await using var inbox = new PostgreSqlInbox(
            _database.ConnectionString, new InboxOptions(), new PrefetchBuffer(0), TimeProvider.System, NullLogger<PostgreSqlInbox>.Instance);

        await inbox.OpenExistingAsync(default);

        Assert.That((await inbox.ListAsync(new(), null, 10, default)).Items, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task OpenAsync_NoSchemaInTheSearchPath_SaysHowToNameOne()
    {
        await _database.SetDefaultAsync("search_path", "");

        var refused = await Assert.ThrowsAsync<InboxStartException>(() => _database.OpenAsync());

        Assert.That(refused!.Message, Does.Contain("Search Path=public"));
    }

    private static async Task<bool> IsRefusedAsync(OpenInbox host, string id)
    {
        try
        {
            await host.Inbox.ReceiveAsync(Given.Interaction(id), default);
            return false;
        }
        catch (InboxUnavailableException)
        {
            return true;
        }
    }

    // The next statement that writes follow-ups fails; a sequence forgets nothing when that is rolled back.
    private Task<object?> ConflictAsync(string sqlState) => _database.AskAsync($"""
        create or replace function conflict() returns trigger language plpgsql as $$
        begin
            if nextval('conflicts') = 1 then raise exception 'conflict' using errcode = '{sqlState}'; end if;
            return null;
        end $$;
        drop sequence if exists conflicts;
        create sequence conflicts;
        create or replace trigger conflict before insert or update on follow_up for each statement execute function conflict();
        """);
}
