using System.Text.Json;
using CxoneAssist.EndToEnd.Tests.Client;

namespace CxoneAssist.EndToEnd.Tests;

/// <summary>
/// A policy from a file that changes while the host runs; suppressed tasks; a host in shadow mode.
/// </summary>
public sealed class PolicyInForceTests : DatabaseTest
{
    private string PolicyFile => Path.Combine(Folder, "policy.json");

    private string ShadowFile => Path.Combine(Folder, "shadow.json");

    [Test]
    public async Task PolicyFile_ChangedWhileTheHostRuns_IsInForceAndABadVersionIsKeptOut()
    {
        await StartCxoneAsync();
        await PutAsync(PolicyFile, Policy("one", "High"));
        var host = await StartHostAsync(Settings.With(("CXONE_POLICY_FILE", PolicyFile)));
        var first = await DecideAsync(host, "first", "2");

        await PutAsync(PolicyFile, Policy("broken", "Urgent"));
        var degraded = (await host.ReadyWhenAsync(ready => ready.Text("status") == "degraded")).Json;
        var meanwhile = await DecideAsync(host, "meanwhile", "2");

        await PutAsync(PolicyFile, Policy("two", "Critical"));
        await host.ReadyWhenAsync(ready => ready.GetProperty("policy").Text("name") == "two" && ready.Text("status") == "healthy");
        var second = await DecideAsync(host, "second", "2");
        var again = (await host.Operator.GetAsync("first")).Json;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(degraded.GetProperty("attention")[0].GetString(), Does.Contain("CxoneAssist:Policy:File").And.Contains("(3,").And.Contains("'one'"));
            Assert.That(degraded.GetProperty("policy").Text("name"), Is.EqualTo("one"));
            Assert.That(Of(first), Is.EqualTo(("one", "High")));
            Assert.That(Of(meanwhile), Is.EqualTo(("one", "High")));
            Assert.That(Of(second), Is.EqualTo(("two", "Critical")));
            Assert.That(second.GetProperty("decision").Text("policyHash"), Has.Length.EqualTo(64));
            Assert.That(Of(again), Is.EqualTo(("one", "High")), "what is decided stays");
            Assert.That(Ledger.TasksOf("second").Single().Priority, Is.EqualTo("Critical"));
        }
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task Suppression_SameCustomerWithinTheWindow_GetsOneTaskUntilTheScoreIsWorse(bool postgreSql)
    {
        await StartCxoneAsync();
        if (postgreSql)
        {
            await UsePostgreSqlAsync();
        }

        await PutAsync(PolicyFile, Policy("calm", "High", """, "suppress": { "per": "customerId", "within": "14d", "unless": "worse" }"""));
        var host = await StartHostAsync(Settings.With(("CXONE_POLICY_FILE", PolicyFile)));
        await DecideAsync(host, "first", "2", "customer-7");
        var second = await DecideAsync(host, "second", "2.5", "customer-7");
        var worse = await DecideAsync(host, "worse", "1", "customer-7");
        var stranger = await DecideAsync(host, "stranger", "2", "customer-8");

        var suppressedBy = second.GetProperty("decision").GetProperty("suppression").GetProperty("suppressedBy");
        using (Assert.EnterMultipleScope())
        {
            Assert.That((second.Text("outcome"), suppressedBy.Text("interactionId")), Is.EqualTo(("noTask", "first")));
            Assert.That(second.GetProperty("decision").Text("reasons"), Does.Contain("The earlier task is that of interaction first."));
            Assert.That((worse.Text("outcome"), stranger.Text("outcome")), Is.EqualTo(("taskCreated", "taskCreated")));
            Assert.That(Ledger.TasksPerInteraction().Keys, Is.EquivalentTo(["first", "worse", "stranger"]));
        }
    }

    [Test]
    public async Task Shadow_TheWholeHost_DecidesAndRecordsAndCallsNothing()
    {
        await StartCxoneAsync();
        await PutAsync(ShadowFile, Policy("candidate", "Critical"));
        var shadow = Settings.With(("CXONE_FOLLOW_UP_MODE", "Shadow"), ("CXONE_POLICY_SHADOW", ShadowFile));
        var host = await StartHostAsync(shadow);
        var owed = await DecideAsync(host, "owed", "2");
        await DecideAsync(host, "content", "5");
        var ready = (await host.ReadyAsync()).Json;
        var page = (await host.Operator.ListAsync("shadowed")).Json;
        var differing = (await host.Operator.ListAsync("differing")).Json;
        await host.Process.StopAsync();

        var live = await StartHostAsync(Settings);
        var again = await live.Webhooks.SendAsync(new Webhook("owed"));
        await StopCleanlyAsync(live);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((owed.Text("outcome"), owed.GetProperty("decision").Text("priority")), Is.EqualTo(("shadowed", "High")));
            Assert.That(owed.GetProperty("decision").GetProperty("shadow").Text("priority"), Is.EqualTo("Critical"));
            Assert.That((ready.Text("mode"), ready.Text("shadowed"), ready.GetProperty("shadowPolicy").Text("name")), Is.EqualTo(("shadow", "1", "candidate")));
            Assert.That(page.GetProperty("items").EnumerateArray().Single().Text("interactionId"), Is.EqualTo("owed"));
            Assert.That((page.GetProperty("counts").Text("shadowed"), page.GetProperty("counts").Text("done")), Is.EqualTo(("1", "2")));
            Assert.That((page.GetProperty("counts").Text("compared"), page.GetProperty("counts").Text("differing")), Is.EqualTo(("2", "1")));
            Assert.That((ready.Text("compared"), ready.Text("differing")), Is.EqualTo(("2", "1")));
            Assert.That(differing.GetProperty("items").EnumerateArray().Single().Text("interactionId"), Is.EqualTo("owed"));
            Assert.That(again.Body, Is.EqualTo("""{"received":true,"duplicate":true}"""));
            Assert.That((Ledger.TaskCount, Ledger.NotificationCount), Is.EqualTo((0, 0)));
            Assert.That(host.Process.Log, Has.Exactly(1).Contains("Mode Shadow: decisions are recorded, no task is created and no agent notified."));
            Assert.That(live.Process.Log, Has.Exactly(1).Contains("Mode Live: tasks are created and agents notified."));
        }
    }

    private static (string?, string?) Of(JsonElement followUp)
    {
        var decision = followUp.GetProperty("decision");
        return (decision.Text("policy"), decision.Text("priority"));
    }

    private async Task<JsonElement> DecideAsync(HostClient host, string interactionId, string score, string? customer = null)
    {
        Cxone.Forms.Put(interactionId, score);
        await host.Webhooks.SendAsync(new Webhook(interactionId) { CustomerId = customer });
        return await host.Operator.SeeAsync(interactionId, "done");
    }

    // As editors do it.
    private static async Task PutAsync(string file, string content)
    {
        await File.WriteAllTextAsync(file + ".new", content);
        File.Move(file + ".new", file, overwrite: true);
    }

    private static string Policy(string name, string priority, string more = "") => $$"""
        { "name": "{{name}}",
          "score": { "field": "overall_satisfaction", "min": 1, "max": 5 },
          "tiers": [ { "name": "unhappy", "below": 3, "priority": "{{priority}}", "due": "1d" } ],
          "notice": "1h"{{more}} }
        """;
}
