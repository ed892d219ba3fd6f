using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Inbox;
using CxoneAssist.Infrastructure.Inbox.PostgreSql;
using Microsoft.Extensions.Logging.Testing;

namespace CxoneAssist.Infrastructure.Tests.Inbox.PostgreSql;

/// <summary>What the database rejects for its content concerns nothing else.</summary>
[TestFixture]
internal sealed class PostgreSqlRejectionTests
{
    private InboxDatabase _database = null!;
    private FakeLogger<PostgreSqlInbox> _logger = null!;

    [SetUp]
    public async Task MakeDatabaseAsync() => (_database, _logger) = (await InboxDatabase.CreateAsync(), new());

    [TestCase("LATIN1")]
    [TestCase("SQL_ASCII")]
    public async Task OpenAsync_EncodingThatCannotKeepEveryText_IsRefusedWithTheRemedy(string encoding)
    {
        var name = "db_" + encoding.ToLowerInvariant();
        await _database.AskAsync($"create database {name} template template0 encoding '{encoding}' lc_collate 'C' lc_ctype 'C'");

        var refused = await Assert.ThrowsAsync<InboxStartException>(
            async () => await _database.OpenAsync(other: (await SharedCluster.GetAsync()).ConnectionString(name)));

        Assert.That(refused!.Message, Does.Contain(encoding).And.Contain($"create database \"{name}_utf8\" template template0 encoding 'UTF8'"));
        Assert.That(refused.MayPass, Is.False);
    }

    [Test]
    public async Task ReceiveAsync_RejectedForItsContent_IsRefusedAloneAndNoOutage()
    {
        await using var open = await _database.OpenAsync(clock: TimeProvider.System, logger: _logger);
        await _database.AskAsync("alter table follow_up alter column queue type varchar(5)");

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => ReceivedAsync(open, i, i % 10 == 7 ? "too long" : "short")));

        Assert.That(string.Join(' ', answers.Index().Where(answer => !answer.Item).Select(answer => answer.Index)), Is.EqualTo("7 17 27 37"));
        await open.Records.ProbeAsync(default);
        var log = _logger.Collector.GetSnapshot().Select(record => record.Message).ToList();
        Assert.That(log, Has.Count.EqualTo(4).And.All.Contain("SQLSTATE 22001").And.None.Contain("too long"));
    }

    [Test]
    public async Task SaveAsync_RejectedForItsContent_ParksTheRowWithReasonAndTask()
    {
        await using var open = await _database.OpenAsync(clock: TimeProvider.System, logger: _logger);
        await open.Inbox.ReceiveAsync(Given.Interaction("i-1"), default);
        await _database.AskAsync("alter table follow_up alter column payload type varchar(5)");
        var claimed = await open.ClaimOneAsync();
        var done = claimed.FollowUp with { State = FollowUpState.Created, Payload = "too long", TaskId = "task-1" };

        Assert.That(await open.Inbox.SaveAsync(claimed.Lease, done, LeaseAfter.Renew), Is.Null);

        var parked = (await open.FindAsync("i-1")).FollowUp;
        Assert.That(parked.State, Is.EqualTo(FollowUpState.Parked));
        Assert.That(parked.Reason, Does.Contain("SQLSTATE 22001").And.Contain("task-1"));
        Assert.That(await open.Inbox.ClaimAsync(10, default), Is.Empty);
    }

    private static async Task<bool> ReceivedAsync(OpenInbox open, int i, string queue)
    {
        try
        {
            return await open.Inbox.ReceiveAsync(Given.Interaction($"i-{i}") with { Queue = queue }, default) == ReceiveResult.Stored;
        }
        catch (InboxUnavailableException)
        {
            return false;
        }
    }
}
