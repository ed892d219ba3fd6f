using CxoneAssist.Host.Cli.Tests.Running;
using CxoneAssist.Tests.Shared.PostgreSql;

namespace CxoneAssist.Host.Cli.Tests.Inbox;

internal sealed class PostgreSqlInboxCommandTests
{
    [Test]
    public async Task ListAndReplay_BesideARunningHost_ReadAndAmendTheSharedInbox()
    {
        var cluster = await SharedCluster.GetAsync();
        var database = await cluster.CreateDatabaseAsync();
        await using var host = await FilledInbox.PostgreSqlAsync(database);

        var list = await Tool.RunAsync("inbox", "list", "--state", "parked", "--inbox", database, "--json");
        var replay = await Tool.RunAsync(
            "inbox", "replay", "parked-1", "--note", "The scope is granted.", "--set", "ConnectionStrings:Inbox=" + database);

        Assert.That(list.Json.GetProperty("items")[0].GetProperty("interactionId").GetString(), Is.EqualTo("parked-1"), list.Errors);
        Assert.That((replay.Code, replay.Output), Is.EqualTo((0, "parked-1: It is worked on again.\n")), replay.Errors);
        var record = await host.FindAsync("parked-1", CancellationToken.None);
        Assert.That(record!.FollowUp.State, Is.EqualTo(Application.FollowUpState.Received));
        Assert.That(record.OperatorActions.Single().Note, Is.EqualTo("The scope is granted."));
    }

    [Test]
    public async Task List_OnADatabaseThatIsAway_FailsAtOnceAndSaysWhatToCheck()
    {
        var run = await Tool.RunAsync("inbox", "list", "--inbox", "Host=127.0.0.1;Port=9;Database=inbox;Username=host;Password=secret-word", "--json");

        Assert.That(run.Code, Is.EqualTo(1));
        Assert.That(run.Json.GetProperty("error").GetString(), Does.Contain("cannot be reached: check host and port").And.Not.Contain("secret-word"));
    }

    [Test]
    public async Task List_OnADatabaseWithoutAnInbox_FailsAndMakesNone()
    {
        var cluster = await SharedCluster.GetAsync();
        var database = await cluster.CreateDatabaseAsync();

        var run = await Tool.RunAsync("inbox", "list", "--inbox", database);

        Assert.That(run.Code, Is.EqualTo(78));
        Assert.That(run.Errors, Does.Contain("holds no inbox: name the one that the host uses").And.Not.Contain(cluster.Password));
        Assert.That(await PostgreSqlCluster.ExecuteAsync(database, "select count(*) from pg_tables where schemaname = 'public'"), Is.Zero);
    }
}
