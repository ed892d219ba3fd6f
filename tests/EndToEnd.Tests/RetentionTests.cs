using System.Net;
using CxoneAssist.EndToEnd.Tests.Running;
using CxoneAssist.EndToEnd.Tests.Client;
using Microsoft.Data.Sqlite;

namespace CxoneAssist.EndToEnd.Tests;

public sealed class RetentionTests : EndToEndTest
{
    [Test]
    public async Task Contents_SettledLongAgo_AreDeletedAndTheInteractionIsStillKnown()
    {
        await StartCxoneAsync(new() { DefaultScore = "2" });
        var before = await StartHostAsync();
        await before.Webhooks.SendAsync(new Webhook("old") { CustomerId = "customer-1" });
        await before.Webhooks.SendAsync(new Webhook("recent"));
        await before.Operator.SeeAsync("old", "done");
        await before.Operator.SeeAsync("recent", "done");
        await before.Process.StopAsync();
        LetTimePass(Settings.InboxFile, "old");

        var host = await StartHostAsync();
        await host.Webhooks.SendAsync(new Webhook("new"));
        await host.Operator.SeeAsync("new", "done");
        var old = await Eventually.SeeAsync(
            () => host.Operator.GetAsync("old"), reply => reply.Json.Text("purgedAt") is { Length: > 0 }, reply => reply.Body);
        var replayed = await host.Webhooks.SendAsync(new Webhook("old") { CustomerId = "customer-1" });
        var intervened = await host.Operator.ReplayAsync("old", "why not");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(old.Body, Does.Not.Contain("agent-042").And.Not.Contain("customer-1").And.Contain("\"taskId\":\"task-"));
            Assert.That(old.Json.Text("outcome"), Is.EqualTo("taskCreated"));
            Assert.That(replayed.Body, Is.EqualTo("""{"received":true,"duplicate":true}"""));
            Assert.That((intervened.Status, intervened.Json.Text("error")), Is.EqualTo((HttpStatusCode.Conflict,
                "Its contents were deleted: there is nothing left to work with.")));
            Assert.That((await host.Operator.GetAsync("new")).Json.Text("purgedAt"), Is.Empty);
            Assert.That((await host.Operator.ListAsync("done")).Json.GetProperty("items").GetArrayLength(), Is.EqualTo(3));
            Assert.That(Ledger.TasksOf("old"), Has.Count.EqualTo(1));
        }
    }

    internal static void LetTimePass(string inbox, string interactionId)
    {
        using var tool = new SqliteConnection($"Data Source={inbox};Pooling=False");
        tool.Open();
        using var command = tool.CreateCommand();
        command.CommandText = "update follow_up set settled_at = settled_at - 91 * 86400000 where interaction_id = $id";
        command.Parameters.AddWithValue("$id", interactionId);
        Assert.That(command.ExecuteNonQuery(), Is.EqualTo(1));
    }
}
