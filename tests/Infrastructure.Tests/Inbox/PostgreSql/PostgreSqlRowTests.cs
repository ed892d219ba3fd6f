using System.Text.RegularExpressions;
using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Inbox.PostgreSql;
using CxoneAssist.Infrastructure.Inbox.Search;
using Npgsql;

namespace CxoneAssist.Infrastructure.Tests.Inbox.PostgreSql;

[TestFixture]
public sealed partial class PostgreSqlRowTests
{
    private InboxDatabase _database = null!;

    [OneTimeSetUp]
    public async Task MakeDatabaseAsync() => _database = await InboxDatabase.WithSettableClockAsync();

    [SetUp]
    public Task EmptyDatabaseAsync() => _database.EmptyAsync();

    [TestCase("plain")]
    [TestCase("")]
    [TestCase("\0")]
    [TestCase("a\0b\u001a0\u001a1\u001a")]
    [TestCase("🙂 é")]
    public void From_AnyText_IsReadBackAsItWas(string text)
    {
        var stored = TextEncoding.Encode(text)!;
        Assert.That(stored, Does.Not.Contain('\0'));
        Assert.That(TextEncoding.Decode(stored), Is.EqualTo(text));
    }

    [Test]
    public void From_TextCutInTheMiddleOfACharacter_CanBeStored() => Assert.That(TextEncoding.Encode("x🙂"[..2]), Is.EqualTo("x\ufffd"));

    [TestCase("{")]
    [TestCase("null")]
    [TestCase("{\"policy\":null}")]
    [TestCase("{\"policy\":\"p\"}")]
    public async Task ClaimAsync_DamagedRow_ParksItAndTakesTheOthers(string damage)
    {
        await using var open = await _database.OpenAsync();
        foreach (var id in new[] { "i-1", "i-2", "i-3" })
        {
            await open.Inbox.ReceiveAsync(Given.Interaction(id), default);
        }

        await _database.AskAsync($"update follow_up set decision = '{damage}' where interaction_id = 'i-2'");

        var claimed = await open.Inbox.ClaimAsync(10, default);
        Assert.That(string.Join(' ', claimed.Select(one => one.FollowUp.Interaction.InteractionId).Order()), Is.EqualTo("i-1 i-3"));
        var record = await open.FindAsync("i-2");
        Assert.That(record.FollowUp.State, Is.EqualTo(FollowUpState.Parked));
        Assert.That(record.FollowUp.Reason, Is.EqualTo("The stored decision cannot be read."));

        Assert.That(await open.Records.AmendAsync(record, new(record.FollowUp.Interaction, Given.Noon), new(Given.Noon, "replay", ""), default));
        Assert.That((await open.ClaimOneAsync()).FollowUp.Interaction.InteractionId, Is.EqualTo("i-2"), "an operator can start it anew");
    }

    [Test]
    public async Task SaveAsync_WhatTheDatabaseRejects_IsParkedAloneAmongItsGroup()
    {
        await using var open = await _database.OpenAsync();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => open.Inbox.ReceiveAsync(Given.Interaction($"i-{i}"), default)));
        var claimed = await open.Inbox.ClaimAsync(20, default);
        Task<Lease?> bad;
        List<Task<Lease?>> good;
        await using (var other = new NpgsqlConnection(_database.ConnectionString + ";Pooling=false"))
        {
            await other.OpenAsync();
            await using var transaction = await other.BeginTransactionAsync();
            await using var locking = new NpgsqlCommand("lock table follow_up in exclusive mode", other, transaction);
            await locking.ExecuteNonQueryAsync();
            // Both lanes wait with their batches in progress; everything that arrives afterwards
            // forms one or two groups.
            good = [.. claimed.Take(10).Select(Done)];
            bad = open.Inbox.SaveAsync(claimed[10].Lease, claimed[10].FollowUp with { State = (FollowUpState)9 }, LeaseAfter.Release);
            good.AddRange(claimed.Skip(11).Select(Done));
        }

        Assert.That(await Task.WhenAll(good), Has.None.Null);
        Assert.That(await bad, Is.Null, "it is parked");
        Assert.That((await open.Records.StatusAsync(default)).Counts[FollowUpState.Done], Is.EqualTo(19));

        Task<Lease?> Done(ClaimedFollowUp one) =>
            open.Inbox.SaveAsync(one.Lease, one.FollowUp with { State = FollowUpState.Done }, LeaseAfter.Release);
    }

    [TestCase(nameof(PostgreSqlStatement.Claim), "follow_up_due")]
    [TestCase(nameof(PostgreSqlStatement.FindProbe), "follow_up_due")]
    [TestCase(nameof(PostgreSqlStatement.EndOverlongWaits), "follow_up_due")]
    [TestCase(nameof(PostgreSqlStatement.Status), "follow_up_due")]
    [TestCase(nameof(PostgreSqlStatement.Status), "follow_up_unconfirmed")]
    [TestCase(nameof(PostgreSqlStatement.Purge), "follow_up_settled")]
    [TestCase(nameof(PostgreSqlStatement.Save), "follow_up_pkey")]
    [TestCase(nameof(PostgreSqlStatement.Amend), "follow_up_pkey")]
    [TestCase(nameof(PostgreSqlStatement.Find), "follow_up_interaction_id_key")]
    [TestCase(nameof(PostgreSqlStatement.FindMany), "follow_up_interaction_id_key")]
    [TestCase(nameof(PostgreSqlStatement.FindOperatorActions), "intervention_follow_up")]
    public async Task Statement_WithoutStatistics_FindsItsRowsByAnIndex(string statement, string index) =>
        Assert.That(
            await PlanAsync(Parameter().Replace(Enum.Parse<PostgreSqlStatement>(statement).Text(), parameter => Literal(statement, parameter))),
            Does.Contain(index).And.Not.Contain("Seq Scan on follow_up"));

    [TestCaseSource(typeof(Searches), nameof(Searches.All))]
    public async Task Search_WithoutStatistics_FindsItsRowsByAnIndexInItsOrder(FollowUpFilter filter, string index)
    {
        foreach (var continues in new[] { false, true })
        {
            var page = SearchStatement.Compose(filter, SearchDialect.PostgreSql, continues).Page;
            var plan = await PlanAsync(Parameter().Replace(page, parameter => parameter.Value is "@task" or "@customer" or "@agent" ? "'x'" : "1"));
            Assert.That(plan, Does.Contain($"using {index} on follow_up").And.Not.Contain("Seq Scan on follow_up"));
        }
    }

    [Test]
    public async Task FindProbe_FromAChanceTimeOn_BeginsThereInTheIndex() =>
        Assert.That(
            await PlanAsync(Parameter().Replace(PostgreSqlStatement.FindProbe.Text(), parameter => Literal("FindProbe", parameter))),
            Does.Match("Index Cond: .*next_at >= "));

    private async Task<string> PlanAsync(string sql)
    {
        await using var source = PostgreSqlServer.Parse(_database.ConnectionString).Connect();
        await using var connection = await source.OpenConnectionAsync();
        await using var explain = new NpgsqlCommand("explain " + sql, connection);
        return string.Join('\n', await explain.RowsAsync(row => row.Text(0)));
    }

    private static string Literal(string statement, Match parameter) => (statement, parameter.Value) switch
    {
        ("Save" or "Amend", "@decision" or "@payload" or "@idempotency_key" or "@task_id" or "@reason" or "@form" or "@failed_attempts") =>
            "'{x}'::text[]",
        ("Save" or "Amend", "@leased" or "@possible_duplicate" or "@uses_fallback" or "@operator_insists") => "'{t}'::boolean[]",
        ("Save" or "Amend", not ("@lease" or "@generation" or "@now" or "@at" or "@kind" or "@note" or "@actor")) => "'{1}'::bigint[]",
        ("FindMany", _) => "'{x}'::text[]",
        (_, "@in_hand") => "'{1}'::bigint[]",
        (_, "@owner" or "@interaction_id" or "@kind" or "@note" or "@actor") => "'x'",
        _ => "1",
    };

    [GeneratedRegex(@"@\w+")]
    private static partial Regex Parameter();
}
