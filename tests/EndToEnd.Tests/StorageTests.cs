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
            Assert.That(ready.Json.Text("status"), Is.EqualTo("healthy"));
            Assert.That((again.Status, again.Body), Is.EqualTo((HttpStatusCode.OK, """{"received":true}""")), "A refused webhook leaves nothing behind.");
            Assert.That(Ledger.TasksOf("meanwhile"), Has.Count.EqualTo(1));
        }
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
