using System.Net;
using System.Text.Json;
using CxoneAssist.EndToEnd.Tests.Running;
using CxoneAssist.EndToEnd.Tests.Client;
using CxoneAssist.Simulator;

namespace CxoneAssist.EndToEnd.Tests;

/// <summary>Forms that come late, never, or wrong; and what operators do about them.</summary>
public sealed class FormTests : EndToEndTest
{
    [Test]
    public async Task Form_ThatIsNotThereYet_IsWaitedForWithinTheGracePeriodAndReopenedByALaterWebhook()
    {
        await StartCxoneAsync();
        Cxone.Forms.PutLate("late", "2", notBeforeCalls: 1);
        var host = await StartHostAsync(Settings.With(("CxoneAssist__FollowUp__FormGracePeriod", "00:00:05")));

        await host.Webhooks.SendAsync(new Webhook("late"));
        await host.Webhooks.SendAsync(new Webhook("never"));
        var late = await host.Operator.SeeAsync("late", "done");
        var never = await host.Operator.SeeAsync("never", "done");
        Cxone.Forms.Put("never", "3.5");
        var again = await host.Webhooks.SendAsync(new Webhook("never"));
        await Ledger.WaitUntilAsync(ledger => ledger.NotificationCount == 2, "a task for the form that came after all");
        var reopened = await host.Operator.SeeAsync("never", "done");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Ledger.Fired(SimulatorFault.FormLate), Is.EqualTo(1));
            Assert.That((late.Text("outcome"), Ledger.TasksOf("late").Count), Is.EqualTo(("taskCreated", 1)));
            Assert.That((never.Text("outcome"), never.Text("taskId")), Is.EqualTo(("noForm", "")));
            Assert.That(again.Body, Is.EqualTo("""{"received":true,"reopened":true}"""));
            Assert.That((reopened.Text("outcome"), reopened.Text("taskId")), Is.EqualTo(("taskCreated", Ledger.TasksOf("never").Single().Id)));
            Assert.That((await host.Webhooks.SendAsync(new Webhook("never"))).Body, Is.EqualTo("""{"received":true,"duplicate":true}"""));
        }
    }

    [Test]
    public async Task Form_ThatNoRuleCanDecide_IsParkedUntilAnOperatorReplaysOrDiscardsIt()
    {
        (string InteractionId, string Responses, string Reason)[] parked =
        [
            ("not-a-number", Answer("NaN"), "not a number: 'NaN'"),
            ("decimal-comma", Answer("3,5"), "not a number: '3,5'"),
            ("beyond-the-scale", Answer("11"), "is 11, outside the scale 1 to 5"),
            ("contradictory", Answer("2") + "," + Answer("5"), "more than once, with different values"),
        ];
        await StartCxoneAsync();
        var host = await StartHostAsync();
        foreach (var (id, responses, _) in parked)
        {
            Cxone.Forms.PutRaw(id, $$"""{"interactionId":"{{id}}","responses":[{{responses}}]}""");
            await host.Webhooks.SendAsync(new Webhook(id));
        }

        using (Assert.EnterMultipleScope())
        {
            foreach (var (id, _, reason) in parked)
            {
                Assert.That((await host.Operator.SeeAsync(id, "parked")).Text("reason"), Does.Contain(reason));
            }

            Assert.That((await host.ReadyAsync()).Json.Text("attention"), Does.Contain("4 follow-up(s) are parked"));
            Assert.That(Ledger.TaskCount, Is.Zero);
        }

        await CheckReplayAsync(host, "decimal-comma");
        await CheckDiscardAsync(host, "not-a-number");
    }

    // A host for each case: after ten invalid keys the host blocks the address.
    [TestCase(null)]
    [TestCase("")]
    [TestCase(HostSettings.OperatorKey + "x")]
    [TestCase("operator-key-b3a1f6e")]
    [TestCase(HostSettings.ClientSecret)]
    public async Task Operators_WithoutTheRightKey_AreTurnedAway(string? key)
    {
        await StartCxoneAsync(new() { DefaultScore = "2" });
        var host = await StartHostAsync();
        await host.Webhooks.SendAsync(new Webhook("private"));
        await host.Operator.SeeAsync("private", "done");

        var stranger = new OperatorClient(host.Address, key);
        HostResponse[] answers =
        [
            await stranger.GetAsync("private"), await stranger.ListAsync(),
            await stranger.ReplayAsync("private", "note"), await stranger.ConfirmAsync("private", "task-1", "note"),
            await stranger.DiscardAsync("private", "note"),
        ];
        Assert.That(
            answers.Select(answer => (answer.Status, answer.ContentType)),
            Is.All.EqualTo((HttpStatusCode.Unauthorized, "application/problem+json")),
            $"With the key '{key}'.");
    }

    [Test]
    public async Task Operators_WithoutAKeyConfigured_FindNothing()
    {
        await StartCxoneAsync(new() { DefaultScore = "2" });
        var host = await StartHostAsync(Settings.With(("CXONE_OPERATOR_KEY", null)));
        await host.Webhooks.SendAsync(new Webhook("private"));
        await Ledger.WaitUntilAsync(ledger => ledger.NotificationCount == 1, "the notification");

        HostResponse[] answers =
        [
            await host.Operator.GetAsync("private"), await host.Operator.ListAsync(),
            await host.Operator.ReplayAsync("private", "note"), await host.Operator.DiscardAsync("private", "note"),
        ];

        Assert.That(answers.Select(answer => answer.Status), Is.All.EqualTo(HttpStatusCode.NotFound));
    }

    private static string Answer(string value) => $$"""{"fieldName":"overall_satisfaction","value":"{{value}}"}""";

    private static IEnumerable<(string?, string?)> Notes(JsonElement followUp) =>
        followUp.GetProperty("operatorActions").EnumerateArray().Select(note => (note.Text("kind"), note.Text("note")));

    private async Task CheckReplayAsync(HostClient host, string interactionId)
    {
        Cxone.Forms.Put(interactionId, "3.5");

        var withoutNote = await host.Operator.ReplayAsync(interactionId, "");
        var replayed = await host.Operator.ReplayAsync(interactionId, "The form was corrected.");
        var done = await host.Operator.SeeAsync(interactionId, "done");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((withoutNote.Status, withoutNote.Json.Text("error")), Is.EqualTo((HttpStatusCode.BadRequest, "A note is required.")));
            Assert.That(replayed.Status, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(done.Text("taskId"), Is.EqualTo(Ledger.TasksOf(interactionId).Single().Id));
            Assert.That(Notes(done), Is.EqualTo([("replay", "The form was corrected.")]));
            Assert.That((await host.Operator.ReplayAsync(interactionId, "Again.")).Status, Is.EqualTo(HttpStatusCode.Conflict));
            Assert.That(Ledger.TaskCount, Is.EqualTo(1));
        }
    }

    private async Task CheckDiscardAsync(HostClient host, string interactionId)
    {
        var discarded = await host.Operator.DiscardAsync(interactionId, "A test call.");
        var done = (await host.Operator.GetAsync(interactionId)).Json;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(discarded.Status, Is.EqualTo(HttpStatusCode.OK));
            Assert.That((done.Text("state"), done.Text("outcome")), Is.EqualTo(("done", "discarded")));
            Assert.That(Notes(done), Is.EqualTo([("discard", "A test call.")]));
            Assert.That(Ledger.TasksOf(interactionId), Is.Empty);
            Assert.That((await host.Operator.DiscardAsync("unheard-of", "Why not.")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        }
    }
}
