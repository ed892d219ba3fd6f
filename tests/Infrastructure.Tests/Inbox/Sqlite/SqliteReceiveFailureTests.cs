using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Inbox.Sqlite;
using Microsoft.Extensions.Logging;

namespace CxoneAssist.Infrastructure.Tests.Inbox.Sqlite;

/// <summary>Webhooks cannot be stored, while everything else can.</summary>
[TestFixture]
public sealed class SqliteReceiveFailureTests : SqliteInboxTest
{
    private const string Forbid =
        "create trigger forbidden before insert on follow_up begin select raise(abort, 'Forbidden.'); end";

    // An error that is not about the content of one operation.
    private const string FailForAll = "select json('{')";

    [Test]
    public async Task ProbeAsync_AfterAReceiveThatFailed_FailsUntilThatOneCouldBeStored()
    {
        await using var open = await Folder.OpenAsync(prefetched: 2);
        await open.Records.ProbeAsync(default);
        Change(Forbid);

        await Assert.ThrowsAsync<InboxUnavailableException>(() => open.Inbox.ReceiveAsync(Given.Interaction(), default));
        for (var i = 0; i < 3; i++)
        {
            Assert.That(await open.Inbox.ClaimAsync(10, default), Is.Empty);
            await Assert.ThrowsAsync<InboxUnavailableException>(() => open.Records.ProbeAsync(default));
        }

        Change("drop trigger forbidden");
        await open.Records.ProbeAsync(default);
        Assert.That(await open.Records.FindAsync("i-1", default), Is.Null, "a probe stores nothing");
        Assert.That(open.Prefetched.TryTake(out _), Is.False);
        Assert.That(await open.Inbox.ReceiveAsync(Given.Interaction(), default), Is.EqualTo(ReceiveResult.Stored));
        Assert.That(Logged(), Is.EqualTo("Error Information"), "once each");
    }

    [Test]
    public async Task ReceiveAsync_AnotherThanTheRefusedOne_DoesNotEndTheOutage()
    {
        await using var open = await Folder.OpenAsync();
        await RefuseAsync(open, "select raise(abort, 'Forbidden.')");

        await open.Inbox.ReceiveAsync(Given.Interaction("i-2"), default);
        await Assert.ThrowsAsync<InboxUnavailableException>(() => open.Records.ProbeAsync(default));
        Assert.That(Logged(), Is.EqualTo("Error"));

        Change("drop trigger forbidden");
        await open.Inbox.ReceiveAsync(Given.Interaction("i-3"), default);
        Assert.That(Logged(), Is.EqualTo("Error"), "another one may take another way through the table");
        await open.Inbox.ReceiveAsync(Given.Interaction(), default);
        Assert.That(Logged(), Is.EqualTo("Error Information"));
    }

    [Test]
    public async Task ProbeAsync_FailingAmongReceives_FailsAlone()
    {
        await using var open = await Folder.OpenAsync();
        await RefuseAsync(open, FailForAll);

        Task probe;
        List<Task<ReceiveResult>> receives;
        using (Folder.HoldTheWriter())
        {
            receives = [.. Enumerable.Range(2, 10).Select(i => open.Inbox.ReceiveAsync(Given.Interaction($"i-{i}"), default))];
            probe = open.Records.ProbeAsync(default);
            receives.Add(open.Inbox.ReceiveAsync(Given.Interaction("i-12"), default));
        }

        Assert.That(await Task.WhenAll(receives), Is.All.EqualTo(ReceiveResult.Stored));
        await Assert.ThrowsAsync<InboxUnavailableException>(() => probe);
    }

    [Test]
    public async Task ReceiveAsync_OneOfSeveralFails_OnlyThatOneEndsTheOutage()
    {
        await using var open = await Folder.OpenAsync();
        Change("create trigger forbidden before insert on follow_up when new.interaction_id = 'i-1' begin select json('{'); end");
        List<Task<ReceiveResult>> receives;
        using (Folder.HoldTheWriter())
        {
            receives = [.. Enumerable.Range(1, 3).Select(i => open.Inbox.ReceiveAsync(Given.Interaction($"i-{i}"), default))];
        }

        foreach (var receive in receives)
        {
            await Assert.ThrowsAsync<InboxUnavailableException>(() => receive);
        }

        await open.Inbox.ReceiveAsync(Given.Interaction("i-3"), default);
        Assert.That(Logged(), Is.EqualTo("Error"), "the first one still fails");
        await Assert.ThrowsAsync<InboxUnavailableException>(() => open.Records.ProbeAsync(default));

        Change("drop trigger forbidden");
        await open.Records.ProbeAsync(default);
        Assert.That(Logged(), Is.EqualTo("Error Information"));
    }

    [Test]
    public async Task ReceiveAsync_IndexDamaged_FailsWithoutTheOtherWork()
    {
        await using var open = await Folder.OpenAsync(prefetched: 1);
        await open.Inbox.ReceiveAsync(Given.Interaction(), default);
        var claimed = await open.Prefetched.TakeAsync(default);
        DamageTheIndexOfInteractions();

        var refused = open.Inbox.ReceiveAsync(Given.Interaction("i-2"), default);
        var saved = open.Inbox.SaveAsync(claimed.Lease, claimed.FollowUp, LeaseAfter.Renew);
        await Assert.ThrowsAsync<InboxUnavailableException>(() => refused);
        Assert.That(await saved, Is.Not.Null);
        await Assert.ThrowsAsync<InboxUnavailableException>(() => open.Records.ProbeAsync(default));
        Assert.That(await open.Inbox.SaveAsync((await saved)!, claimed.FollowUp, LeaseAfter.Release), Is.Not.Null);
        await Assert.ThrowsAsync<InboxUnavailableException>(() => open.Records.ProbeAsync(default));
        Assert.That(Logged(), Is.EqualTo("Error"));
    }

    [Test]
    public async Task ClaimAsync_FailingWhileReceivesSucceed_TellsItsCallerAloneWhy()
    {
        await using var open = await Folder.OpenAsync();
        await open.Inbox.ReceiveAsync(Given.Interaction(), default);
        Change("create trigger forbidden before update on follow_up begin select raise(abort, 'Forbidden.'); end");

        var failed = await Assert.ThrowsAsync<InboxUnavailableException>(() => open.Inbox.ClaimAsync(10, default));
        await open.Inbox.ReceiveAsync(Given.Interaction("more"), default);
        await open.Records.ProbeAsync(default);
        Assert.That(failed!.Message, Does.Contain("SQLite error 1811").And.Not.Contain("Forbidden."));
        Assert.That(Logged(), Is.Empty, "the poller logs it");
    }

    [Test]
    public async Task SaveAsync_FailingWhileReceivesSucceed_IsLoggedOnceWithItsCause()
    {
        await using var open = await Folder.OpenAsync(prefetched: 1);
        await open.Inbox.ReceiveAsync(Given.Interaction(), default);
        var claimed = await open.Prefetched.TakeAsync(default);
        Change($"create trigger forbidden before update on follow_up begin {FailForAll}; end");
        for (var i = 0; i < 3; i++)
        {
            await Assert.ThrowsAsync<InboxUnavailableException>(() => open.Inbox.SaveAsync(claimed.Lease, claimed.FollowUp, LeaseAfter.Renew));
            await open.Inbox.ReceiveAsync(Given.Interaction($"more-{i}"), default);
        }

        Assert.That(Logged(), Is.EqualTo("Error"));
        var message = Folder.Logger.Collector.GetSnapshot()[0].Message;
        Assert.That(message, Does.StartWith("What follow-ups came to cannot be stored").And.Contain("malformed JSON"));

        Change("drop trigger forbidden");
        await open.Inbox.SaveAsync(claimed.Lease, claimed.FollowUp, LeaseAfter.Renew);
        Assert.That(Logged(), Is.EqualTo("Error Information"));
    }

    // Only this one, whatever else is received.
    private async Task RefuseAsync(OpenInbox open, string cause)
    {
        Change($"create trigger forbidden before insert on follow_up when new.interaction_id = 'i-1' begin {cause}; end");
        await Assert.ThrowsAsync<InboxUnavailableException>(() => open.Inbox.ReceiveAsync(Given.Interaction(), default));
        await Assert.ThrowsAsync<InboxUnavailableException>(() => open.Records.ProbeAsync(default));
    }

    private string Logged() => string.Join(
        ' ', Folder.Logger.Collector.GetSnapshot().Where(record => record.Level >= LogLevel.Information).Select(record => record.Level));

    // Its root page becomes one that is no page of an index.
    private void DamageTheIndexOfInteractions()
    {
        using var connection = Folder.Connect();
        connection.Ask("create table wrong (content)");
        connection.Ask("pragma writable_schema = on");
        connection.Ask("update sqlite_schema set rootpage = (select rootpage from sqlite_schema where name = 'wrong') "
            + "where name = 'sqlite_autoindex_follow_up_1'");
        connection.Ask("delete from sqlite_schema where name = 'wrong'");
        connection.Ask("pragma schema_version = 4711");
    }
}
