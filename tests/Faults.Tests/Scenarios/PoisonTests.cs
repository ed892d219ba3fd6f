using CxoneAssist.EndToEnd.Tests.Client;
using CxoneAssist.Faults.Tests.Harness;
using CxoneAssist.Simulator;
using CxoneAssist.Tests.Shared.PostgreSql;
using Microsoft.Data.Sqlite;

namespace CxoneAssist.Faults.Tests.Scenarios;

/// <summary>One follow-up that CXone always refuses and one row that cannot be read, among others.</summary>
[TestFixtureSource(typeof(Databases), nameof(Databases.SqliteFirst))]
public sealed class PoisonTests(Database database) : FaultTest(database)
{
    private const int Interactions = 60;
    private const string Refused = "poison-1~s2~";
    private const string Corrupt = "poison-2~s2~";

    [Test]
    public async Task Poison_AmongOthers_IsParkedAndTheRestIsDone()
    {
        var (figures, reasons) = await RunAsync("");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(figures, Is.EqualTo(Figures.Clean(Interactions) with { Parked = 2 }));
            Assert.That(reasons, Has.Length.EqualTo(2).And.All.Not.Empty);
        }
    }

    [Test, Slow]
    public async Task Poison_ThatStopsAHostBrokenOnPurpose_IsSeen()
    {
        var (figures, _) = await RunAsync("stops-at-a-refusal");

        Assert.That(figures.Parked, Is.GreaterThan(2));
    }

    private async Task<(Figures Figures, string?[] Reasons)> RunAsync(string mutant)
    {
        // Forms are late at first, so that rows rest in the database when the first host ends.
        await StartCxoneAsync(new() { Faults = new() { LateForm = 1 } });
        var load = new WebhookLoad([new Webhook(Refused)]);
        var host = await StartHostAsync(Settings);
        await load.SendAsync(host.Webhooks);
        await Ledger.WaitUntilAsync(ledger => ledger.Answers(SimulatorCall.Form, 404) >= 1, "the poison to be the first in turn");
        load.Add([new Webhook(Corrupt), .. Survey.Webhooks(Interactions)]);
        await load.SendAsync(host.Webhooks);
        await Ledger.WaitUntilAsync(ledger => ledger.Answers(SimulatorCall.Form, 404) >= Interactions + 2, "every form asked for once");
        await host.Process.StopAsync();
        var corrupted = await CorruptAsync();

        host = await StartFaultHostAsync(
            ("FAULT_POISON", Refused),
            ("FAULT_MUTANT", mutant),
            ("CxoneAssist__FollowUp__MaxAttempts", "2"),
            ("CxoneAssist__Cxone__MaxConcurrency", "4"));
        await SettledAsync(host);
        string?[] reasons = [.. (await Task.WhenAll(host.Operator.GetAsync(Refused), host.Operator.GetAsync(Corrupt))).Select(one => one.Json.Text("reason"))];
        var judged = load.Acknowledged.Except([Refused, Corrupt]).ToList();
        return (await ConcludeAsync(judged, host, $"poisoned=2 corrupted_rows={corrupted} {mutant}"), reasons);
    }

    private async Task<int> CorruptAsync()
    {
        const string damage = $"update follow_up set decision = '{{broken' where interaction_id = '{Corrupt}'";
        if (Inbox is PostgreSqlUnderTest server)
        {
            await PostgreSqlCluster.ExecuteAsync(server.ConnectionString, damage);
            return 1;
        }

        await using var connection = new SqliteConnection($"Data Source={((SqliteUnderTest)Inbox).File};Pooling=False");
        connection.Open();
        await using var update = connection.CreateCommand();
        update.CommandText = damage;
        return update.ExecuteNonQuery();
    }
}
