using System.Net;
using CxoneAssist.EndToEnd.Tests.Running;
using CxoneAssist.EndToEnd.Tests.Client;
using Microsoft.Data.Sqlite;

namespace CxoneAssist.EndToEnd.Tests;

public sealed class StorageTests : EndToEndTest
{
    [Test]
    public async Task Webhook_WhileTheInboxCannotStore_IsRefusedAndReadinessSaysSoUntilItCanAgain()
    {
        await StartCxoneAsync(new() { DefaultScore = "2" });
        var host = await StartHostAsync();
        await host.Webhooks.SendAsync(new Webhook("before"));
        await host.Operator.SeeAsync("before", "done");

        HostResponse refused, unready;
        using (LockTheDatabase())
        {
            refused = await host.Webhooks.SendAsync(new Webhook("meanwhile"));
            unready = await Eventually.SeeAsync(host.ReadyAsync, ready => ready.Status != HttpStatusCode.OK, ready => ready.Body);
        }

        var ready = await Eventually.SeeAsync(host.ReadyAsync, ready => ready.Status == HttpStatusCode.OK, ready => ready.Body);
        var again = await host.Webhooks.SendAsync(new Webhook("meanwhile"));
        await host.Operator.SeeAsync("meanwhile", "done");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((refused.Status, refused.ContentType), Is.EqualTo((HttpStatusCode.ServiceUnavailable, "application/problem+json")));
            Assert.That(refused.RetryAfter, Is.GreaterThan(TimeSpan.Zero));
            Assert.That((unready.Status, unready.Json.Text("status")), Is.EqualTo((HttpStatusCode.ServiceUnavailable, "unhealthy")));
            Assert.That(unready.Json.GetProperty("attention").ToString(), Does.Contain("another program holds the inbox").Or.Contain("no answer within"));
            Assert.That(ready.Json.Text("status"), Is.EqualTo("healthy"));
            Assert.That((again.Status, again.Body), Is.EqualTo((HttpStatusCode.OK, """{"received":true}""")), "A refused webhook leaves nothing behind.");
            Assert.That(Ledger.TasksOf("meanwhile"), Has.Count.EqualTo(1));
        }
    }

    [Test]
    public async Task Webhook_WhileOnlyWebhooksCannotBeStored_IsRefusedAndReadinessSaysSoUntilTheyCan()
    {
        await StartCxoneAsync(new() { DefaultScore = "2" });
        var host = await StartHostAsync();
        await host.ReadyAsync();
        Change("create trigger forbidden before insert on follow_up begin select raise(abort, 'Forbidden.'); end");

        var refused = await host.Webhooks.SendAsync(new Webhook("meanwhile"));
        var unready = await Eventually.SeeAsync(host.ReadyAsync, ready => ready.Status != HttpStatusCode.OK, ready => ready.Body);
        Change("drop trigger forbidden");
        await Eventually.SeeAsync(host.ReadyAsync, ready => ready.Status == HttpStatusCode.OK, ready => ready.Body);
        await StopCleanlyAsync(host);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
            Assert.That(unready.Json.Text("status"), Is.EqualTo("unhealthy"));
            Assert.That(unready.Json.GetProperty("attention").ToString(), Does.Match(@"see the log \(SQLite error \d+\)").And.Not.Contain("Forbidden"));
            Assert.That(host.Process.Log.Count(line => line.Contains("Webhooks cannot be stored in the inbox", StringComparison.Ordinal)), Is.EqualTo(1));
            Assert.That(host.Process.Log.Count(line => line.Contains("Webhooks can be stored in the inbox", StringComparison.Ordinal)), Is.EqualTo(1));
        }
    }

    [Test]
    [Platform("Linux")]
    public async Task Webhook_AfterTheDatabaseWasDeleted_IsRefusedAtOnceUntilTheHostIsStartedAgain()
    {
        await StartCxoneAsync(new() { DefaultScore = "2" });
        var host = await StartHostAsync();
        await host.Webhooks.SendAsync(new Webhook("before"));
        await host.Operator.SeeAsync("before", "done");
        File.Delete(Settings.InboxFile);

        var refused = await host.Webhooks.SendAsync(new Webhook("meanwhile"));
        var unready = await Eventually.SeeAsync(host.ReadyAsync, ready => ready.Status != HttpStatusCode.OK, ready => ready.Body);
        var isMade = File.Exists(Settings.InboxFile);
        var exitCode = await host.Process.StopAsync();
        var again = await StartHostAsync();
        var stored = await again.Webhooks.SendAsync(new Webhook("meanwhile"));
        await again.Operator.SeeAsync("meanwhile", "done");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
            Assert.That(unready.Json.GetProperty("attention")[0].GetString(), Does.Contain(Settings.InboxFile).And.Contain("restart the host"));
            Assert.That((isMade, exitCode, stored.Status), Is.EqualTo((false, 0, HttpStatusCode.OK)));
            Assert.That(Ledger.TasksOf("meanwhile"), Has.Count.EqualTo(1));
        }
    }

    private void Change(string sql)
    {
        using var tool = new SqliteConnection($"Data Source={Settings.InboxFile};Pooling=False");
        tool.Open();
        using var change = tool.CreateCommand();
#pragma warning disable CA2100 // Only texts of this test.
        change.CommandText = sql;
#pragma warning restore CA2100
        change.ExecuteNonQuery();
    }

    // Another tool with an open transaction: until it commits, the host cannot write.
    private SqliteConnection LockTheDatabase()
    {
        var tool = new SqliteConnection($"Data Source={Settings.InboxFile};Pooling=False");
        tool.Open();
        using var begin = tool.CreateCommand();
        begin.CommandText = "begin immediate";
        begin.ExecuteNonQuery();
        return tool;
    }
}
