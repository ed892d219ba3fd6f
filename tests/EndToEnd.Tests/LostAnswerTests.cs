using System.Net;
using System.Text.Json;
using CxoneAssist.EndToEnd.Tests.Running;
using CxoneAssist.EndToEnd.Tests.Client;
using CxoneAssist.Simulator;

namespace CxoneAssist.EndToEnd.Tests;

/// <summary>
/// Create calls without an answer: the host does not know whether CXone executed them.
/// </summary>
public sealed class LostAnswerTests : EndToEndTest
{
    private const string Mark = "Possible duplicate: an earlier task for this interaction could not be confirmed. ";

    private static readonly SimulatorFault[] Losses =
    [
        SimulatorFault.CreateErrorBefore, SimulatorFault.CreateErrorAfter, SimulatorFault.CreateLostRequest, SimulatorFault.CreateLostAnswer,
        SimulatorFault.CreateWithoutId, SimulatorFault.CreateAccepted,
    ];

    [Test]
    public async Task Create_AnswerLostInEveryWay_IsLookedUpAndNeverRepeatedInVain()
    {
        const int interactions = 300;
        await StartCxoneAsync(new()
        {
            Faults = new()
            {
                CreateErrorBefore = 0.05,
                CreateErrorAfter = 0.05,
                CreateLostRequest = 0.05,
                CreateLostAnswer = 0.05,
                CreateWithoutId = 0.05,
                CreateAccepted = 0.05,
                LookUpLag = TimeSpan.FromMilliseconds(200),
            },
        });
        var host = await StartHostAsync();
        var load = new WebhookLoad(Survey.Webhooks(interactions));

        await load.SendAsync(host.Webhooks);
        await host.Operator.SeeCountAsync("done", interactions);

        var tally = Tally.Of(load.Acknowledged, Ledger);
        await TestContext.Out.WriteLineAsync($"{tally} lost answers by kind: {string.Join(' ', Losses.Select(loss => $"{loss}={Ledger.Fired(loss)}"))}");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(tally, Is.EqualTo(new Tally(interactions, Lost: 0, Dup: 0, Wrong: 0)));
            Assert.That(Losses.Select(Ledger.Fired), Is.All.Positive);
            Assert.That(Ledger.Tasks().Count(task => task.Description!.StartsWith(Mark, StringComparison.Ordinal)), Is.Zero);
        }
    }

    [Test]
    public async Task Create_AnswerLostAndNoLookUp_IsUnconfirmedUntilAnOperatorConfirmsIt()
    {
        await StartCxoneAsync(new() { DefaultScore = "2", Faults = new() { CreateLostAnswer = 1, LookUpStatus = 403 } });
        var host = await StartHostAsync();
        await host.Webhooks.SendAsync(new Webhook("doubtful"));
        await host.Webhooks.SendAsync(new Webhook("doubtful-too"));

        var ready = await host.ReadyWhenAsync(ready => ready.GetProperty("unconfirmed").GetInt32() == 2);
        var unconfirmed = (await host.Operator.ListAsync("unconfirmed")).Json;
        var confirmed = await host.Operator.ConfirmAsync("doubtful", Ledger.TasksOf("doubtful").Single().Id, "Seen in CXone.");
        var done = await host.Operator.SeeAsync("doubtful", "done");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((ready.Status, ready.Json.Text("status")), Is.EqualTo((HttpStatusCode.OK, "degraded")));
            Assert.That(ready.Json.Text("attention"), Does.Contain("2 task creation(s) are unconfirmed"));
            Assert.That(unconfirmed.GetProperty("counts").GetProperty("unconfirmed").GetInt32(), Is.EqualTo(2));
            Assert.That(
                unconfirmed.GetProperty("items").EnumerateArray().Select(item => (item.Text("interactionId"), item.Text("state"), item.Text("unconfirmed"))),
                Is.EquivalentTo([("doubtful", "creating", "True"), ("doubtful-too", "creating", "True")]));
            Assert.That(confirmed.Status, Is.EqualTo(HttpStatusCode.OK));
            Assert.That((done.Text("outcome"), done.Text("notification")), Is.EqualTo(("taskCreated", "sent")));
            Assert.That(Notes(done), Is.EqualTo([("confirm", "Seen in CXone.")]));
            Assert.That(Ledger.Notifications().Single().Message, Does.Contain(done.Text("taskId")));
            Assert.That((Ledger.TasksOf("doubtful").Count, Ledger.TaskCount), Is.EqualTo((1, 2)));
        }
    }

    [Test]
    public async Task Create_AnswerLostAndNobodyDecidesWithinTheHold_IsCreatedAgainAndSaysSo()
    {
        await StartCxoneAsync(new() { DefaultScore = "3.5", Faults = new() { CreateLostAnswer = 1, LookUpStatus = 501 } });
        var host = await StartHostAsync(Settings.With(("CxoneAssist__FollowUp__UnconfirmedHold", "00:00:01")));

        await host.Webhooks.SendAsync(new Webhook("nobody-decides"));
        await Ledger.WaitUntilAsync(ledger => ledger.Fired(SimulatorFault.CreateLostAnswer) > 0, "the first answer lost");

        // Long before the look-up's delay and the hold are over: only the first answer is lost.
        Cxone.Faults = Cxone.Faults with { CreateLostAnswer = 0 };
        var done = await host.Operator.SeeAsync("nobody-decides", "done");

        var tasks = Ledger.TasksOf("nobody-decides");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                tasks.Select(task => task.Description!.StartsWith(Mark, StringComparison.Ordinal)), Is.EqualTo([false, true]));
            Assert.That(tasks.Select(task => task.IdempotencyKey), Is.Unique);
            Assert.That((done.Text("taskId"), done.Text("possibleDuplicate")), Is.EqualTo((tasks[1].Id, "True")));
            Assert.That(Ledger.NotificationCount, Is.EqualTo(1));
        }
    }

    private static IEnumerable<(string?, string?)> Notes(JsonElement followUp) =>
        followUp.GetProperty("operatorActions").EnumerateArray().Select(note => (note.Text("kind"), note.Text("note")));
}
