using System.Globalization;
using System.Net;
using CxoneAssist.EndToEnd.Tests.Running;
using CxoneAssist.EndToEnd.Tests.Client;
using CxoneAssist.EndToEnd.Tests.Upgrade;
using CxoneAssist.Tests.Shared.PostgreSql;
using Microsoft.Data.Sqlite;

namespace CxoneAssist.EndToEnd.Tests;

/// <summary>
/// An inbox of the version before the counts had names, with rows in every state, is opened and
/// worked on.
/// </summary>
public sealed class UpgradeTests : DatabaseTest
{
    private static readonly string[] WorkedOn =
    [
        "received", "leased", "decided", "absent", "insisted", "created", "several", "sending", "done", "leased-creating",
    ];

    // Those whose task this version created, and the one whose task the earlier version did.
    private static readonly string[] GivenATask =
    [
        "absent", "decided", "discarded", "insisted", "leased-creating", "leased", "no-form", "parked", "present",
        "received", "shadowed", "suppressed",
    ];

    [Test]
    public async Task Inbox_OfAnEarlierVersionWithRowsInEveryState_IsWorkedOnToTheEnd([Values] bool isSqlite)
    {
        await StartCxoneAsync();
        await MakeAsync(isSqlite);

        var host = await StartHostAsync(await SuppressingAsync());

        const string Counts = "held~s2~ 0 2, no-form~s2~ 7 0, waiting~s2~ 4 0";
        Assert.That(await CountsAsync(isSqlite), Is.EqualTo(Counts), "form polls and look-ups");
        var urgent = (await host.Operator.AskAsync("customer=customer-7&priority=high")).Json.GetProperty("items").EnumerateArray();
        Assert.That(urgent.Single().Text("interactionId"), Is.EqualTo("done~s2~"), "decided before there were priorities");
        await SeeTheEndedAsync(
            host, ("no-task", "noTask"), ("suppressed", "noTask"), ("discarded", "discarded"), ("shadowed", "shadowed"));
        foreach (var id in WorkedOn)
        {
            var ended = await host.Operator.SeeAsync($"{id}~s2~", "done");
            Assert.That(ended.Text("outcome"), Is.EqualTo("taskCreated"), id);
        }

        var found = await host.Operator.SeeAsync("present~s2~", "done");
        await host.Operator.ConfirmAsync("held~s2~", "task-held", "Seen in CXone.");
        await host.Operator.SeeAsync("held~s2~", "done");
        foreach (var id in new[] { "parked~s2~", "suppressed~s2~", "discarded~s2~", "shadowed~s2~" })
        {
            var replay = await host.Operator.ReplayAsync(id, "Its task is owed.");
            Assert.That(replay.Status, Is.EqualTo(HttpStatusCode.OK), replay.Body);
            Assert.That((await host.Operator.SeeAsync(id, "done")).Text("outcome"), Is.EqualTo("taskCreated"), id);
        }

        await host.Webhooks.SendAsync(new Webhook("later~s2~") { CustomerId = EarlierInbox.Customer });
        var later = await host.Operator.SeeAsync("later~s2~", "done");
        await host.Webhooks.SendAsync(new Webhook("no-form~s2~"));
        var reopened = await host.Operator.SeeAsync("no-form~s2~", "done");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(later.Text("outcome"), Is.EqualTo("noTask"));
            Assert.That(later.Text("reason"), Does.EndWith("The earlier task is that of interaction done~s2~."));
            Assert.That(found.Text("taskId"), Is.Not.Empty);
            Assert.That(reopened.Text("outcome"), Is.EqualTo("taskCreated"));
            Assert.That((await host.Operator.GetAsync("several~s2~")).Json.Text("reason"), Does.StartWith("CXone holds 2 tasks"));
            Assert.That((await host.Operator.GetAsync("sending~s2~")).Json.Text("notification"), Is.EqualTo("unknown"));
            Assert.That(
                Ledger.TasksPerInteraction().Select(tasks => $"{tasks.Key}={tasks.Value}").Order(StringComparer.Ordinal),
                Is.EqualTo(GivenATask.Select(id => $"{id}~s2~=1")));
        }
    }

    // Each of a row at rest: the host changes those of the rows that it works on.
    private async Task<string> CountsAsync(bool isSqlite)
    {
        const string Counts = """
            select string_agg(interaction_id || ' ' || form_polls || ' ' || look_ups, ', ' order by interaction_id)
            from follow_up where interaction_id in ('held~s2~', 'no-form~s2~', 'waiting~s2~')
            """;
        if (!isSqlite)
        {
            return (string)(await PostgreSqlCluster.ExecuteAsync(Settings["ConnectionStrings__Inbox"]!, Counts))!;
        }

        await using var connection = new SqliteConnection($"Data Source={Settings.InboxFile};Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = Counts;
        return (string)(await command.ExecuteScalarAsync())!;
    }

    private static async Task SeeTheEndedAsync(HostClient host, params (string Id, string Outcome)[] ended)
    {
        foreach (var (id, outcome) in ended)
        {
            var shown = (await host.Operator.GetAsync($"{id}~s2~")).Json;
            Assert.That((shown.Text("state"), shown.Text("outcome")), Is.EqualTo(("done", outcome)), id);
        }
    }

    private async Task<HostSettings> SuppressingAsync()
    {
        var file = Path.Combine(Folder, "policy.json");
        await File.WriteAllTextAsync(file, $$"""
            {
              "name": "{{EarlierInbox.Policy}}",
              "score": { "field": "overall_satisfaction", "min": 1, "max": 5 },
              "tiers": [{ "name": "below 3", "below": 3, "priority": "High", "due": "24h" }],
              "suppress": { "per": "customerId", "within": "14d", "unless": "worse" }
            }
            """);
        return Settings.With(("CXONE_POLICY_FILE", file));
    }

    private async Task MakeAsync(bool isSqlite)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "Upgrade", "rows.sql");
        var rows = EarlierInbox.Fill(await File.ReadAllTextAsync(file), isSqlite);
        await CreateTaskAsync("present~s2~");
        if (isSqlite)
        {
            await using var connection = new SqliteConnection($"Data Source={Settings.InboxFile};Pooling=false");
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = EarlierInbox.Migrations("Sqlite", 4)
                + "pragma application_id = 1129860929; pragma user_version = 4;" + rows;
            await command.ExecuteNonQueryAsync();
        }
        else
        {
            await UsePostgreSqlAsync();
            var schema = "create table inbox_schema (version integer not null); insert into inbox_schema values (3);"
                + EarlierInbox.Migrations("PostgreSql", 3);
            await PostgreSqlCluster.ExecuteAsync(Settings["ConnectionStrings__Inbox"]!, schema + rows);
        }
    }

    // The tasks that the earlier version's call had created before its answer was lost.
    private async Task CreateTaskAsync(string id)
    {
        using var http = new HttpClient { BaseAddress = Cxone.BaseAddress };
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = HostSettings.ClientId,
            ["client_secret"] = HostSettings.ClientSecret,
            ["scope"] = "workflow:task:create",
        });
        using var token = await http.PostAsync(new Uri("oauth/token", UriKind.Relative), form);
        using var granted = System.Text.Json.JsonDocument.Parse(await token.Content.ReadAsStringAsync());
        http.DefaultRequestHeaders.Authorization = new("Bearer", granted.RootElement.GetProperty("access_token").GetString());
        var due = TimeProvider.System.GetUtcNow().AddDays(1).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        using var payload = new StringContent(EarlierInbox.Payload(id, due), System.Text.Encoding.UTF8, "application/json");
        using var created = await http.PostAsync(new Uri("api/v2/workflows/tasks", UriKind.Relative), payload);
        created.EnsureSuccessStatusCode();
    }
}
