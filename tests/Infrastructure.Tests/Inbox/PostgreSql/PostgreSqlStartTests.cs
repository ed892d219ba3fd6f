using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Inbox;
using CxoneAssist.Infrastructure.Inbox.PostgreSql;
using CxoneAssist.Tests.Shared.PostgreSql;
using Npgsql;

namespace CxoneAssist.Infrastructure.Tests.Inbox.PostgreSql;

[TestFixture]
public sealed class PostgreSqlStartTests
{
    private PostgreSqlCluster _cluster = null!;
    private InboxDatabase _database = null!;

    [SetUp]
    public async Task MakeDatabaseAsync()
    {
        _cluster = await SharedCluster.GetAsync();
        _database = await InboxDatabase.CreateAsync();
    }

    [Test]
    public async Task OpenAsync_SeveralHostsOnAnEmptyDatabase_MigrateItOnce()
    {
        var hosts = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => _database.OpenAsync())));
        await Task.WhenAll(hosts.Select(host => host.Records.ProbeAsync(default)));
        Assert.That(await _database.AskAsync("select string_agg(version::text, ' ') from inbox_schema"), Is.EqualTo($"{PostgreSqlMigrations.All.Count}"));
        foreach (var host in hosts)
        {
            await host.DisposeAsync();
        }
    }

    [Test]
    public async Task Location_NamesServerAndDatabaseWithoutPassword_AndIsNewForTheOneThatMadeTheTables()
    {
        await using var first = await _database.OpenAsync();
        await using var second = await _database.OpenAsync();
        var (made, found) = (((IOpenedInbox)first.Inbox).Location!, ((IOpenedInbox)second.Inbox).Location!);

        Assert.That((made.IsNew, found.IsNew), Is.EqualTo((true, false)));
        Assert.That(made.Text, Does.Match(@"^\S+:\d+/db_\w+$").And.Not.Contain(_cluster.Password));
        Assert.That(found.Text, Is.EqualTo(made.Text));
    }

    [Test]
    public async Task OpenAsync_RoleThatMayChangeNoTables_WorksOnceItIsMigrated()
    {
        var role = $"host_{_database.ConnectionString.Split("db_")[1]}";
        await _database.AskAsync($"create role {role} login password '{_cluster.Password}'");
        var asHost = _database.ConnectionString.Replace("Username=postgres", $"Username={role}", StringComparison.Ordinal);
        await RefusedAsync("needs rights", asHost);

        await (await _database.OpenAsync()).DisposeAsync();
        await RefusedAsync("needs rights", asHost);
        await _database.AskAsync($"grant select, insert, update, delete on all tables in schema public to {role}");
        await using var open = await _database.OpenAsync(prefetched: 1, other: asHost, clock: TimeProvider.System);
        await open.Inbox.ReceiveAsync(Given.Interaction("i-1"), default);
        await open.Inbox.ReceiveAsync(Given.Interaction("i-2"), default);
        var claimed = await open.ClaimOneAsync();
        await open.Inbox.SaveAsync(claimed.Lease, claimed.FollowUp, LeaseAfter.Release);
        var read = await open.FindAsync("i-2");
        Assert.That(await open.Records.AmendAsync(read, read.FollowUp.Park("x"), new(Given.Noon, "discard", "x"), default));
        await open.Records.ProbeAsync(default);
        Assert.That((await open.Records.StatusAsync(default)).Counts.Values.Sum(), Is.EqualTo(2));
    }

    [Test]
    public async Task OpenAsync_DatabaseFromBeforePolicies_KeepsItsRowsAndCounts()
    {
        await _database.AskAsync("create table inbox_schema (version integer not null); insert into inbox_schema values (1)");
        await _database.AskAsync(PostgreSqlMigrations.All[0]);
        await _database.AskAsync("""
            insert into follow_up (interaction_id, agent_id, customer_id, received_at, state, outcome, next_at, leased, lease_token)
            values ('done', 'a', 'c', 0, 3, 1, 0, false, 1), ('open', 'a', 'c', 0, 0, 0, 0, false, 1)
            """);

        await using var open = await _database.OpenAsync();
        var claimed = await open.ClaimOneAsync();
        var decided = claimed.FollowUp with { Decision = Given.Decision with { Shadow = Given.Decision } };
        await open.Inbox.SaveAsync(claimed.Lease, decided.Ended(FollowUpOutcome.Shadowed), LeaseAfter.Release);
        var status = await open.Records.StatusAsync(default);
        Assert.That((status.Counts[FollowUpState.Done], status.Shadowed, status.Compared, status.Differing), Is.EqualTo((2, 1, 1, 0)));
        Assert.That(status.Counts.GetValueOrDefault(FollowUpState.Received), Is.Zero);
    }

    [Test]
    public async Task OpenAsync_NewerSchema_IsRefused()
    {
        await (await _database.OpenAsync()).DisposeAsync();
        await _database.AskAsync("update inbox_schema set version = 99");
        await RefusedAsync("newer version");
    }

    [Test]
    public async Task OpenAsync_TableOfAnotherProgram_IsRefusedAndLeftAsItWas()
    {
        await _database.AskAsync("create table follow_up (x integer)");
        await RefusedAsync("another program");
        Assert.That(await _database.AskAsync("select to_regclass('inbox_schema')::text"), Is.EqualTo(DBNull.Value));
    }

    [Test]
    public async Task OpenAsync_WrongPasswordUserOrDatabaseOrServer_SaysSo()
    {
        await RefusedAsync("check name and password", _database.ConnectionString.Replace(_cluster.Password, "hunter2", StringComparison.Ordinal));
        await RefusedAsync(
            "check name and password", _database.ConnectionString.Replace("Username=postgres", "Username=nobody", StringComparison.Ordinal));
        await RefusedAsync("does not exist", _cluster.ConnectionString("not_there"));
        await RefusedAsync("cannot be reached", "Host=127.0.0.1;Port=1;Username=u;Password=hunter2;Database=d", mayPass: true);
    }

    [TestCase("Host=127.0.0.1;Nonsense=hunter2")]
    [TestCase("Host=127.0.0.1;Port=hunter2")]
    [TestCase("Host=;Password=hunter2")]
    [TestCase("postgresql://user:hunter2@127.0.0.1/inbox")]
    public Task OpenAsync_ConnectionStringOfNoUse_IsRefusedWithoutBeingQuoted(string connectionString) =>
        RefusedAsync("is not a connection string of PostgreSQL", connectionString);

    [TestCase("Host=a,b", 1)]
    [TestCase("Host=a,b;Host Recheck Seconds=7", 7)]
    [TestCase("Host=a,b;hostrecheckseconds=10", 10)]
    [TestCase("Host=a", 10)]
    public void Connect_SeveralServers_LooksEverySecondForTheOneThatWasPromoted(string connectionString, int seconds)
    {
        using var source = PostgreSqlServer.Parse(connectionString + ";Username=u").Connect();
        Assert.That(new NpgsqlConnectionStringBuilder(source.ConnectionString).HostRecheckSeconds, Is.EqualTo(seconds));
    }

    [TestCase("Host=h", true)]
    [TestCase(" host = h", true)]
    [TestCase("SERVER=h", true)]
    [TestCase("postgres://h/d", true)]
    [TestCase("Data Source=hostess.db", false)]
    [TestCase("Hostess=h", false)]
    [TestCase("", false)]
    [TestCase(null, false)]
    public void IsMeantBy_AnyConnectionString_TellsTheDatabasesApart(string? connectionString, bool expected) =>
        Assert.That(PostgreSqlServer.IsMeantBy(connectionString), Is.EqualTo(expected));

    [TestCase("off", "on")]
    [TestCase("local", "on")]
    [TestCase("on", "on")]
    [TestCase("remote_apply", "remote_apply")]
    public async Task Connect_WhateverTheServerDoesByItself_SyncsEveryCommit(string configured, string expected)
    {
        await _database.AskAsync($"alter database {_database.ConnectionString.Split("Database=")[1]} set synchronous_commit = {configured}");
        await using var source = PostgreSqlServer.Parse(_database.ConnectionString).Connect();
        for (var use = 0; use < 2; use++)
        {
            await using var connection = await source.OpenConnectionAsync();
            await using var ask = connection.Command(PostgreSqlStatement.ReadDurability);
            Assert.That((await ask.RowsAsync(row => row.Text(0)))[0], Is.EqualTo(expected));
        }
    }

    [Test]
    public async Task OpenAsync_ServerThatSyncsNothing_IsRefused()
    {
        await using var careless = await PostgreSqlCluster.StartAsync("fsync=off");
        await RefusedAsync("fsync=off", await careless.CreateDatabaseAsync());
    }

    private async Task RefusedAsync(string reason, string? connectionString = null, bool mayPass = false)
    {
        var refused = await Assert.ThrowsAsync<InboxStartException>(() => _database.OpenAsync(other: connectionString));
        Assert.That(refused!.Message, Does.Contain(reason).And.Contain("ConnectionStrings:Inbox").And.EndsWith("."));
        Assert.That(refused.MayPass, Is.EqualTo(mayPass));
        Assert.That(refused.ToString(), Does.Not.Contain("hunter2").And.Not.Contain(_cluster.Password));
    }
}
