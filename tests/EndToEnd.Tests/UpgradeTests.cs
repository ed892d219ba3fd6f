using System.Globalization;
using CxoneAssist.EndToEnd.Tests.Running;
using CxoneAssist.EndToEnd.Tests.Client;
using CxoneAssist.Tests.Shared.PostgreSql;
using Microsoft.Data.Sqlite;

namespace CxoneAssist.EndToEnd.Tests;

/// <summary>
/// An inbox of the version before the counts had names, with rows in every state, is opened and
/// worked on.
/// </summary>
public sealed class UpgradeTests : DatabaseTest
{
    [Test]
    public async Task Inbox_OfAnEarlierVersionWithRowsInEveryState_IsWorkedOnToTheEnd([Values] bool isSqlite)
    {
        await StartCxoneAsync();
        await MakeAsync(isSqlite);

        var host = await StartHostAsync();

        foreach (var id in new[] { "received", "leased", "decided", "absent", "insisted", "created", "several", "sending", "done" })
        {
            var ended = await host.Operator.SeeAsync($"{id}~s2~", "done");
            Assert.That(ended.Text("outcome"), Is.EqualTo("taskCreated"), id);
        }

        var found = await host.Operator.SeeAsync("present~s2~", "done");
        await host.Operator.ConfirmAsync("held~s2~", "task-held", "Seen in CXone.");
        await host.Operator.SeeAsync("held~s2~", "done");
        await host.Operator.ReplayAsync("parked~s2~", "The form is there.");
        await host.Operator.SeeAsync("parked~s2~", "done");
        await host.Webhooks.SendAsync(new Webhook("no-form~s2~"));
        var reopened = await host.Operator.SeeAsync("no-form~s2~", "done");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(found.Text("taskId"), Is.Not.Empty);
            Assert.That(reopened.Text("outcome"), Is.EqualTo("taskCreated"));
            Assert.That((await host.Operator.GetAsync("several~s2~")).Json.Text("reason"), Does.StartWith("CXone holds 2 tasks"));
            Assert.That((await host.Operator.GetAsync("sending~s2~")).Json.Text("notification"), Is.EqualTo("unknown"));
            Assert.That(
                Ledger.TasksPerInteraction().Select(tasks => $"{tasks.Key}={tasks.Value}").Order(),
                Is.EqualTo((string[])["absent~s2~=1", "decided~s2~=1", "insisted~s2~=1", "leased~s2~=1", "no-form~s2~=1", "parked~s2~=1", "present~s2~=1", "received~s2~=1"]));
        }
    }

    private async Task MakeAsync(bool isSqlite)
    {
        var rows = Fill(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Upgrade", "rows.sql")), isSqlite);
        await CreateTaskAsync("present~s2~");
        if (isSqlite)
        {
            await using var connection = new SqliteConnection($"Data Source={Settings.InboxFile};Pooling=false");
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = Migrations("Sqlite", 4) + "pragma application_id = 1129860929; pragma user_version = 4;" + rows;
            await command.ExecuteNonQueryAsync();
        }
        else
        {
            await UsePostgreSqlAsync();
            var schema = "create table inbox_schema (version integer not null); insert into inbox_schema values (3);" + Migrations("PostgreSql", 3);
            await PostgreSqlCluster.ExecuteAsync(Settings["ConnectionStrings__Inbox"]!, schema + rows);
        }
    }

    // The schema of the earlier version: a released migration is never changed.
    private static string Migrations(string database, int count)
    {
        var assembly = typeof(Infrastructure.Inbox.InboxOptions).Assembly;
        return string.Concat(assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith($"Inbox/{database}/Migrations/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Take(count)
            .Select(name => new StreamReader(assembly.GetManifestResourceStream(name)!).ReadToEnd() + "\n"));
    }

    private static string Fill(string rows, bool isSqlite)
    {
        var now = TimeProvider.System.GetUtcNow();
        var due = now.AddDays(1).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        rows = rows.Replace("{now}", now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{false}", isSqlite ? "0" : "false", StringComparison.Ordinal)
            .Replace("{true}", isSqlite ? "1" : "true", StringComparison.Ordinal)
            .Replace("{decision}", Decision(due), StringComparison.Ordinal);
        foreach (var id in new[] { "absent~s2~", "present~s2~", "insisted~s2~", "held~s2~" })
        {
            rows = rows.Replace($"{{payload:{id}}}", Payload(id, due), StringComparison.Ordinal);
        }

        return rows;
    }

    private static string Decision(string due) => $$"""
        {"policy":"default","decidedAt":"2026-11-22T10:00:00Z","score":2,"tier":"below 3","priority":"High","dueDate":"{{due}}","reasons":["Below 3."],"kind":"Task","field":"overall_satisfaction"}
        """.Trim();

    private static string Payload(string id, string due) => $$"""
        {"subject":"Follow up","description":"Score 2","dueDate":"{{due}}","priority":"High","assigneeId":"agent-1","customFields":[{"id":"interaction_id_link","value":"{{id}}"}]}
        """.Trim();

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
        using var payload = new StringContent(Payload(id, due), System.Text.Encoding.UTF8, "application/json");
        using var created = await http.PostAsync(new Uri("api/v2/workflows/tasks", UriKind.Relative), payload);
        created.EnsureSuccessStatusCode();
    }
}
