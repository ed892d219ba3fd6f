using System.Text;
using System.Text.RegularExpressions;
using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Inbox;
using CxoneAssist.Infrastructure.Inbox.Sqlite;

namespace CxoneAssist.Infrastructure.Tests.Inbox.Sqlite;

[TestFixture]
public sealed class SqliteRetentionTests : SqliteInboxTest
{
    private const int Rows = 300;
    private const string Customer = "canary-customer";
    private const string Said = "canary-said";

    [Test]
    public async Task PurgeAsync_AfterAClose_LeavesNextToNothingInTheFileAndNothingOnceVacuumed()
    {
        await using (var open = await Folder.OpenAsync())
        {
            await Task.WhenAll(Enumerable.Range(0, Rows).Select(i => SaveAsync(open, i)));
        }

        Assert.That(Copies(), Is.GreaterThanOrEqualTo(2 * Rows));

        await using (var open = await Folder.OpenAsync())
        {
            var purged = await ((IInboxRetention)open.Inbox).PurgeAsync(Folder.Clock.GetUtcNow().AddSeconds(1), Rows, default);
            Assert.That(purged, Is.EqualTo(Rows));
        }

        Assert.That(Directory.GetFiles(Folder.Path, "*-wal"), Is.Empty);
        Assert.That(Copies(), Is.LessThanOrEqualTo(Rows / 50), "Copies that SQLite left in the free part of a page it split.");
        using (var tool = Folder.Connect())
        {
            tool.Ask("vacuum");
        }

        Assert.That(Copies(), Is.Zero);
        Assert.That(Bytes(), Does.Contain("i-299"));
    }

    [Test]
    public async Task LastSettledAsync_WhileTheWriterIsBusy_IsAnsweredByAReader()
    {
        await using var open = await Folder.OpenAsync();
        await SaveAsync(open, 0);
        using (Folder.HoldTheWriter())
        {
            var settled = ((IInboxRetention)open.Inbox).LastSettledAsync(default);
            Assert.That(settled.IsCompletedSuccessfully, "it does not wait for the writer");
            Assert.That(await settled, Is.EqualTo(Given.Noon));
        }
    }

    [Test]
    public async Task OpenAsync_DatabaseFromBeforeRetention_CountsFromItsMigration()
    {
        using (var older = Folder.Connect())
        {
            older.Ask(SqliteMigrations.All[0]);
            older.Ask("""
                insert into follow_up (interaction_id, agent_id, customer_id, received_at, state, outcome, next_at, leased, lease_token)
                values ('done', 'a', 'c', 0, 3, 1, 0, 0, 1), ('parked', 'a', 'c', 0, 4, 0, 0, 0, 1);
                pragma application_id = 1129860929; pragma user_version = 1
                """);
        }

        await using var open = await Folder.OpenAsync();
        var retention = (IInboxRetention)open.Inbox;
        Assert.That(await retention.PurgeAsync(DateTimeOffset.UnixEpoch.AddYears(50), 10, default), Is.Zero);
        Assert.That(await retention.PurgeAsync(DateTimeOffset.MaxValue, 10, default), Is.EqualTo(1));
        Assert.That((await open.FindAsync("parked")).FollowUp.Interaction.CustomerId, Is.EqualTo("c"));
    }

    [Test]
    public async Task OpenAsync_DatabaseFromBeforePolicies_KeepsItsRowsAndCounts()
    {
        using (var older = Folder.Connect())
        {
            older.Ask(SqliteMigrations.All[0]);
            older.Ask(SqliteMigrations.All[1]);
            older.Ask("""
                insert into follow_up (interaction_id, agent_id, customer_id, received_at, state, outcome, next_at, leased, lease_token)
                values ('done', 'a', 'c', 0, 3, 1, 0, 0, 1), ('open', 'a', 'c', 0, 0, 0, 0, 0, 1);
                pragma application_id = 1129860929; pragma user_version = 2
                """);
        }

        await using var open = await Folder.OpenAsync();
        var claimed = await open.ClaimOneAsync();
        await open.Inbox.SaveAsync(claimed.Lease, claimed.FollowUp.Ended(FollowUpOutcome.Shadowed), LeaseAfter.Release);
        var status = await open.Records.StatusAsync(default);
        Assert.That((status.Counts[FollowUpState.Done], status.Shadowed), Is.EqualTo((2, 1)));
        Assert.That(status.Counts.GetValueOrDefault(FollowUpState.Received), Is.Zero);
    }

    [TestCase(nameof(SqliteStatement.Purge), "follow_up_settled (settled_at<?)")]
    [TestCase(nameof(SqliteStatement.PurgeAdmitted), "follow_up_settled (settled_at<?)")]
    [TestCase(nameof(SqliteStatement.PurgeOperatorActions), "follow_up_settled (settled_at<?)")]
    public async Task Purge_OfManyRows_FindsTheOldOnesByTheirIndex(string statement, string plan)
    {
        await using var open = await Folder.OpenAsync();
        using var connection = Folder.Connect();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A statement of the product.
        command.CommandText = "explain query plan " + Enum.Parse<SqliteStatement>(statement).Text();
#pragma warning restore CA2100
        foreach (var name in new[] { "@before", "@max", "@now" })
        {
            command.Parameters.AddWithValue(name, 1);
        }

        List<string> steps = [];
        using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            steps.Add(reader.GetString(3));
        }

        Assert.That(steps, Has.Some.Contains(plan).And.All.Not.StartsWith("SCAN").And.All.Not.Contains("TEMP B-TREE"));
    }

    private static async Task SaveAsync(OpenInbox open, int i)
    {
        await open.Inbox.ReceiveAsync(Given.FullInteraction with { InteractionId = $"i-{i}", CustomerId = Customer }, default);
        var claimed = await open.ClaimOneAsync();
        var followUp = Given.EverythingSet(claimed.FollowUp) with { State = FollowUpState.Done, Reason = Said, Payload = Said + new string('x', 100 * (i % 40)) };
        await open.Inbox.SaveAsync(claimed.Lease, followUp with { State = FollowUpState.Creating }, LeaseAfter.Renew);
        await open.Inbox.SaveAsync(claimed.Lease, followUp with { Reason = null }, LeaseAfter.Release);
        var record = await open.FindAsync(claimed.FollowUp.Interaction.InteractionId);
        await open.Records.AmendAsync(record, followUp, new(Given.Noon, "confirm", Said), default);
    }

    private int Copies() => Regex.Count(Bytes(), $"{Customer}|{Said}");

    private string Bytes() => Encoding.Latin1.GetString(File.ReadAllBytes(Folder.File));
}
