using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Inbox.PostgreSql;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace CxoneAssist.Infrastructure.Tests.Inbox.PostgreSql;

/// <summary>The probe of readiness, and the log, say what receiving does.</summary>
[TestFixture]
internal sealed class PostgreSqlReadinessTests
{
    private const string Refuse = """
        create or replace function refuse() returns trigger language plpgsql as $$
        begin
            if new.interaction_id = 'bad' then raise exception 'damaged' using errcode = 'XX001'; end if;
            return new;
        end $$;
        create trigger refuse before insert on follow_up for each row execute function refuse();
        """;

    private InboxDatabase _database = null!;
    private FakeLogger<PostgreSqlInbox> _logger = null!;
    private string _role = null!;
    private OpenInbox _open = null!;

    private IEnumerable<string> Logged => _logger.Collector.GetSnapshot().Select(record => record.Message);

    [SetUp]
    public async Task OpenAsHostAsync()
    {
        _database = await InboxDatabase.CreateAsync();
        _role = await _database.CreateHostRoleAsync();
        _logger = new();
        _open = await _database.OpenAsync(other: _database.ConnectionStringOf(_role), clock: TimeProvider.System, logger: _logger);
    }

    [TearDown]
    public async Task CloseAsync() => await _open.DisposeAsync();

    [TestCase("follow_up", "insert")]
    [TestCase("state_change", "insert")]
    public async Task ProbeAsync_RightToReceiveRevoked_FailsBeforeAnyWebhookCame(string table, string right)
    {
        await _open.Records.ProbeAsync(default);
        await _database.AskAsync($"revoke {right} on {table} from {_role}");
        var unavailable = await Assert.ThrowsAsync<InboxUnavailableException>(() => _open.Records.ProbeAsync(default));
        Assert.That(unavailable!.Message, Does.Contain("SQLSTATE 42501").And.Contain("grant"));

        await _database.AskAsync($"grant {right} on {table} to {_role}");
        await _open.Records.ProbeAsync(default);
    }

    [Test]
    public async Task Log_RightRevokedWhileEverythingElseGoesOn_SaysItOnceAndItsEndOnce()
    {
        await _open.Inbox.ReceiveAsync(Given.Interaction("before"), default);
        await _database.AskAsync($"revoke insert on follow_up from {_role}");
        for (var i = 0; i < 20; i++)
        {
            await RefusedAsync($"i-{i}");
            await Assert.ThrowsAsync<InboxUnavailableException>(() => _open.Records.ProbeAsync(default));
            Assert.That(await _open.Inbox.ReceiveAsync(Given.Interaction("before"), default).ContinueWith(task => task.IsFaulted, TaskScheduler.Default));
            foreach (var claimed in await _open.Inbox.ClaimAsync(1, default))
            {
                await _open.Inbox.SaveAsync(claimed.Lease, claimed.FollowUp, LeaseAfter.Release);
            }
        }

        await _database.AskAsync($"grant insert on follow_up to {_role}");
        await _open.Records.ProbeAsync(default);

        Assert.That(Logged.Count(), Is.EqualTo(2), string.Join('\n', Logged));
        var failing = _logger.Collector.GetSnapshot()[0];
        Assert.That((failing.Level, failing.Exception), Is.EqualTo((LogLevel.Error, (Exception?)null)));
        Assert.That(failing.Message, Does.StartWith("Webhooks cannot be stored").And.Contain("SQLSTATE 42501").And.Contain("grant"));
        Assert.That(Logged.Last(), Does.StartWith("Webhooks can be stored"));
    }

    [Test]
    public async Task ProbeAsync_SomeWebhooksMeetDamage_FailsUntilThoseCouldBeStored()
    {
        await _database.AskAsync(Refuse);
        await RefusedAsync("bad");
        await _open.Inbox.ReceiveAsync(Given.Interaction("good"), default);
        var unavailable = await Assert.ThrowsAsync<InboxUnavailableException>(() => _open.Records.ProbeAsync(default));
        Assert.That(unavailable!.Message, Does.Contain("SQLSTATE XX001"));
        Assert.That(Logged.Count(), Is.EqualTo(1), "a good one in between is no end");

        await _database.AskAsync("drop trigger refuse on follow_up");
        await _open.Records.ProbeAsync(default);

        Assert.That(Logged.Count(), Is.EqualTo(2));
        Assert.That(await _open.Records.FindAsync("bad", default), Is.Null, "its sender was told that it is not stored");
        Assert.That(await _open.Inbox.ReceiveAsync(Given.Interaction("bad"), default), Is.EqualTo(ReceiveResult.Stored));
    }

    [Test]
    public async Task ReceiveAsync_AfterAnOutageWithoutProbes_EndsItInTheLog()
    {
        await _database.AskAsync(Refuse);
        await RefusedAsync("bad");
        await _database.AskAsync("drop trigger refuse on follow_up");

        await _open.Inbox.ReceiveAsync(Given.Interaction("good"), default);
        await _open.DisposeAsync();

        Assert.That(Logged.Last(), Does.StartWith("Webhooks can be stored"));
    }

    [Test]
    public async Task ProbeAsync_WebhookOfAKnownInteractionFailed_TriesItsWay()
    {
        await _open.Inbox.ReceiveAsync(Given.Interaction("i-1"), default);
        await _database.AskAsync($"revoke update on follow_up from {_role}");
        await Assert.ThrowsAsync<InboxUnavailableException>(
            () => _open.Inbox.ReceiveAsync(Given.Interaction("i-1") with { AgentId = "another" }, default));
        await Assert.ThrowsAsync<InboxUnavailableException>(() => _open.Records.ProbeAsync(default));

        await _database.AskAsync($"grant update on follow_up to {_role}");
        await _open.Records.ProbeAsync(default);

        Assert.That((await _open.FindAsync("i-1")).FollowUp.OtherAgents, Is.Null);
    }

    [Test]
    public async Task ReceiveAsync_RepetitionThatCannotBeCounted_IsAnsweredAndLoggedOnce()
    {
        await _open.Inbox.ReceiveAsync(Given.Interaction("i-1"), default);
        await _database.AskAsync($"revoke insert on repeated_webhook from {_role}");

        for (var i = 0; i < 5; i++)
        {
            Assert.That(await _open.Inbox.ReceiveAsync(Given.Interaction("i-1"), default), Is.EqualTo(ReceiveResult.Duplicate));
            Assert.That(await _open.Inbox.ReceiveAsync(Given.Interaction($"new-{i}"), default), Is.EqualTo(ReceiveResult.Stored));
        }

        await _open.Records.ProbeAsync(default);
        await _database.AskAsync($"grant insert on repeated_webhook to {_role}");
        await _open.Inbox.ReceiveAsync(Given.Interaction("i-1"), default);

        Assert.That((await _open.CountedAsync("i-1", 1))?.Times, Is.EqualTo(1));
        Assert.That(
            _logger.Collector.GetSnapshot().Count(line => line.Message.Contains("but not counted: its user lacks a right", StringComparison.Ordinal)),
            Is.EqualTo(1));
    }

    private async Task RefusedAsync(string id) =>
        await Assert.ThrowsAsync<InboxUnavailableException>(() => _open.Inbox.ReceiveAsync(Given.Interaction(id), default));
}
