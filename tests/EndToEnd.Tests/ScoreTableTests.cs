using System.Globalization;
using System.Net;
using CxoneAssist.EndToEnd.Tests.Client;
using CxoneAssist.Simulator;

namespace CxoneAssist.EndToEnd.Tests;

[TestFixture("SQLite")]
[TestFixture("PostgreSQL")]
public sealed class ScoreTableTests(string inbox) : DatabaseTest
{
    private const string Received = """{"received":true}""";
    private const string Duplicate = """{"received":true,"duplicate":true}""";

    // Milliseconds are what CXone sends at the finest.
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeMilliseconds(TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds());
    private static readonly DateTimeOffset CompletedAt = Now.AddMinutes(-10).AddMilliseconds(123);
    private static readonly DateTimeOffset SubmittedAt = Now.AddMinutes(-4).AddMilliseconds(7);

    [SetUp]
    public Task ChooseInboxAsync() => inbox == "PostgreSQL" ? UsePostgreSqlAsync() : Task.CompletedTask;

    [Test]
    public async Task Webhook_OfEachScoreSentThreeTimes_MakesTheOneTaskAndNotificationOfTheContract()
    {
        await StartCxoneAsync();
        var host = await StartHostAsync();
        var expected = (from survey in ScoreTable()
                        from submittedAt in new DateTimeOffset?[] { SubmittedAt, null }
                        select new Case($"{survey.Score}-{(submittedAt is null ? "undated" : "dated")}", survey, submittedAt)).ToList();
        expected.ForEach(PutForm);

        foreach (var one in expected)
        {
            Assert.That(await SendThreeTimesAsync(host, one), Is.EqualTo([Received, Duplicate, Duplicate]));
        }

        await host.Operator.SeeCountAsync("done", expected.Count);
        using (Assert.EnterMultipleScope())
        {
            expected.ForEach(CheckTask);
            Assert.That(Ledger.NotificationCount, Is.EqualTo(Ledger.TaskCount));
            Assert.That(Ledger.Tasks().Select(task => task.IdempotencyKey), Is.Unique.And.All.Not.Null);
            Assert.That(Ledger.UnexpectedCalls, Is.Empty);
        }
    }

    [Test]
    public async Task Webhook_SentAHundredTimesAtOnce_IsOneInteractionWithOneTask()
    {
        await StartCxoneAsync(new() { DefaultScore = "2" });
        var host = await StartHostAsync();
        var webhook = new Webhook("at-once");

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => host.Webhooks.SendAsync(webhook)));

        await host.Operator.SeeCountAsync("done", 1);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answers.Count(answer => answer.Body == Received), Is.EqualTo(1));
            Assert.That(answers.Count(answer => answer.Body == Duplicate), Is.EqualTo(99));
            Assert.That((await host.Operator.ListAsync()).Json.GetProperty("items").GetArrayLength(), Is.EqualTo(1));
            Assert.That((Ledger.TaskCount, Ledger.NotificationCount), Is.EqualTo((1, 1)));
        }
    }

    // Written out in full, since this table is the purpose of the product.
    private static IEnumerable<Survey> ScoreTable()
    {
        (string Score, string? Priority)[] table =
        [
            ("1", "High"), ("2", "High"), ("2.9", "High"), ("3", "Medium"), ("3.5", "Medium"), ("3.99", "Medium"), ("4", null), ("5", null),
        ];
        foreach (var (score, priority) in table)
        {
            var survey = new Survey(score);
            Assert.That(survey.Priority, Is.EqualTo(priority));
            yield return survey;
        }
    }

    private static async Task<List<string>> SendThreeTimesAsync(HostClient host, Case one)
    {
        List<string> answers = [];
        for (var sent = 0; sent < 3; sent++)
        {
            var answer = await host.Webhooks.SendAsync(new Webhook(one.InteractionId, one.AgentId) { Timestamp = CompletedAt });
            Assert.That((answer.Status, answer.ContentType), Is.EqualTo((HttpStatusCode.OK, "application/json")));
            answers.Add(answer.Body);
        }

        return answers;
    }

    private void PutForm(Case one)
    {
        if (one.SubmittedAt is { } submittedAt)
        {
            Cxone.Forms.Put(one.InteractionId, one.Survey.Score, submittedAt);
        }
        else
        {
            Cxone.Forms.PutUnsubmitted(one.InteractionId, one.Survey.Score);
        }
    }

    private void CheckTask(Case one)
    {
        var notifications = Ledger.Notifications().Where(sent => sent.AgentId == one.AgentId).ToList();
        if (one.Survey.Priority is null)
        {
            Assert.That(Ledger.TasksOf(one.InteractionId), Is.Empty, one.InteractionId);
            Assert.That(notifications, Is.Empty, one.InteractionId);
            return;
        }

        var task = Ledger.TasksOf(one.InteractionId).Single();
        Assert.That(task.Subject, Is.EqualTo($"Agent Assist: Follow-up required for interaction {one.InteractionId}"));
        Assert.That(
            task.Description, Is.EqualTo($"Post-interaction satisfaction score: {one.Survey.Score}. Requires agent review and remediation."));
        Assert.That(task.Priority, Is.EqualTo(one.Survey.Priority), one.InteractionId);
        Assert.That(task.AssigneeId, Is.EqualTo(one.AgentId));
        Assert.That(task.CustomFields, Is.EqualTo([new SimulatorCustomField("interaction_id_link", one.InteractionId)]));
        Assert.That(task.DueDate, Does.EndWith("Z"));
        Assert.That(
            DateTimeOffset.Parse(task.DueDate!, CultureInfo.InvariantCulture),
            Is.EqualTo((one.SubmittedAt ?? CompletedAt) + one.Survey.Due),
            one.InteractionId);
        Assert.That(
            notifications.Select(sent => (sent.Message, sent.Type, sent.Priority)),
            Is.EqualTo([($"New Assist Task assigned: {task.Id}. Review interaction {one.InteractionId}.", "desktop", "high")]));
    }

    private sealed record Case(string Name, Survey Survey, DateTimeOffset? SubmittedAt)
    {
        public string InteractionId { get; } = "8305c058-" + Name;

        public string AgentId { get; } = "agent-of-" + Name;
    }
}
