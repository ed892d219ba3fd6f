using System.Net;
using CxoneAssist.EndToEnd.Tests.Client;
using CxoneAssist.Host.Web.Operators;

namespace CxoneAssist.EndToEnd.Tests;

/// <summary>What operators ask a running host, and what it keeps for their questions.</summary>
public sealed class OperatorQueryTests : DatabaseTest
{
    // In their order, by the clock of the host.
    private static readonly string[] Times = ["receivedAt", "decidedAt", "taskAt", "notifiedAt"];

    [Test]
    public async Task Questions_ByCustomerAgentTaskPriorityAndTime_FindJustThose([Values] bool isSqlite)
    {
        await StartCxoneAsync();
        if (!isSqlite)
        {
            await UsePostgreSqlAsync();
        }

        var host = await StartHostAsync();
        await host.Webhooks.SendAsync(new Webhook("high~s2~") { CustomerId = "c-1" });
        await host.Operator.SeeAsync("high~s2~", "done");
        await host.Webhooks.SendAsync(new Webhook("fine~s5~") { CustomerId = "c-1", AgentId = "agent-9" });
        await host.Operator.SeeAsync("fine~s5~", "done");
        await host.Webhooks.SendAsync(new Webhook("medium~s3~") { CustomerId = "c-2", AgentId = "agent-9" });
        var medium = await host.Operator.SeeAsync("medium~s3~", "done");

        async Task<string> Ids(string question) => string.Join(' ', (await host.Operator.AskAsync(question)).Json.GetProperty("items")
            .EnumerateArray().Select(item => item.Text("interactionId")));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Ids("customer=c-1"), Is.EqualTo("high~s2~ fine~s5~"));
            Assert.That(await Ids("customer=c-1&order=newest"), Is.EqualTo("fine~s5~ high~s2~"));
            Assert.That(await Ids("agent=agent-9&priority=medium"), Is.EqualTo("medium~s3~"));
            Assert.That(await Ids($"task={medium.Text("taskId")}"), Is.EqualTo("medium~s3~"));
            Assert.That(await Ids("priority=high&since=1h"), Is.EqualTo("high~s2~"));
            Assert.That(await Ids("until=1h"), Is.Empty);
            Assert.That(await Ids($"until={Uri.EscapeDataString(medium.Text("receivedAt")!)}"), Is.EqualTo("high~s2~ fine~s5~"));
        }
    }

    [Test]
    public async Task Questions_ThatCannotBe_AreRefusedByName()
    {
        await StartCxoneAsync();
        var host = await StartHostAsync();
        (string Question, string Said)[] cases =
        [
            ("custommer=c-1", "There is no parameter 'custommer'. Did you mean 'customer'? Known are state, customer,"),
            ("State=parked", "There is no parameter 'State'. Did you mean 'state'?"),
            ("state=parked&state=done", "state is given twice"),
            ("state=open", "state must be received, creating,"),
            ("take=abc", "take must be a whole number from 1 to 500."),
            ("take=0", "take must be a whole number from 1 to 500."),
            ("after=-1", "after must be what a page named as next."),
            ("after=4711", "after must be what a page named as next."),
            ("since=2026-13-01", "since must be a time such as"),
            ("since=1h&until=2h", "until must be later than since."),
            ("state=parked&state=", "state is given twice"),
            ("state=%20parked", "state must be received,"),
            ("take=%2050", "take must be a whole number"),
        ];

        foreach (var (question, said) in cases)
        {
            var answer = await host.Operator.AskAsync(question);
            Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.BadRequest), question);
            Assert.That(answer.Json.Text("error"), Does.StartWith(said), question);
        }
    }

    [Test]
    public async Task Question_WithABlankValue_IsRefusedByNameWhateverTheParameter()
    {
        await StartCxoneAsync();
        var host = await StartHostAsync();

        foreach (var name in FollowUpQueryParameter.All.Select(parameter => parameter.Name))
        {
            foreach (var question in new[] { name, $"{name}=", $"{name}=%20", $"{name}=&{name}=" })
            {
                var answer = await host.Operator.AskAsync(question);
                Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.BadRequest), question);
                Assert.That(answer.Json.Text("error"), Does.StartWith($"{name} must be "), question);
            }
        }
    }

    [Test]
    public async Task FollowUp_Done_TellsWhenEachStepWasDoneAndWhatItWentBy([Values] bool isSqlite)
    {
        await StartCxoneAsync();
        if (!isSqlite)
        {
            await UsePostgreSqlAsync();
        }

        var host = await StartHostAsync();
        await host.Webhooks.SendAsync(new Webhook("high~s2~") { CustomerId = "c-1" });
        await host.Operator.SeeAsync("high~s2~", "done");

        var followUp = (await host.Operator.GetAsync("high~s2~")).Json;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Times.Select(name => followUp.GetProperty(name).GetDateTimeOffset()), Is.Ordered);
            Assert.That(followUp.Text("settledAt"), Is.Not.Null, "by the clock of the database");
            Assert.That(followUp.Text("customerId"), Is.EqualTo("c-1"));
            Assert.That(followUp.Text("notification"), Is.EqualTo("sent"));
            Assert.That(followUp.Text("explanation"), Does.StartWith($"A task of priority High exists: {followUp.Text("taskId")}, since "));
            Assert.That(
                followUp.GetProperty("form").GetProperty("responses").EnumerateArray().Select(response => response.Text("value")), Has.Member("2"));
        }
    }

    [Test]
    public async Task FollowUp_WithoutATask_HasNothingToNotify()
    {
        await StartCxoneAsync();
        var host = await StartHostAsync();
        await host.Webhooks.SendAsync(new Webhook("fine~s5~"));

        var followUp = await host.Operator.SeeAsync("fine~s5~", "done");

        Assert.That(followUp.Text("notification"), Is.EqualTo("none"));
        Assert.That(followUp.Text("explanation"), Does.StartWith("The policy 'default' owes no task for a score of 5"));
    }
}
