using System.Net;

namespace CxoneAssist.Simulator.Tests;

public sealed class FormTests
{
    private static readonly HttpStatusCode[] LateThenThere = [HttpStatusCode.NotFound, HttpStatusCode.OK];

    [Test]
    public async Task Form_PutWithScore_AnswersItInTheDocumentedShape()
    {
        await using var caller = await Caller.StartSignedInAsync();
        caller.Simulator.Forms.Put("i-1", "3.5", new DateTimeOffset(2026, 11, 22, 11, 0, 0, TimeSpan.FromHours(1)));

        var reply = await caller.FormAsync("i-1");

        Assert.That(reply.Body, Is.EqualTo(
            """{"interactionId":"i-1","submittedAt":"2026-11-22T10:00:00Z","responses":[{"fieldName":"overall_satisfaction","value":"3.5"}]}"""));
        Assert.That(reply.Header("Content-Type"), Is.EqualTo("application/json"));
    }

    [Test]
    public async Task Form_PutWithSeveralAnswers_HasThemInTheirOrder()
    {
        await using var caller = await Caller.StartSignedInAsync();
        caller.Simulator.Forms.PutAnswers(
            "i-1", [new("nps", "7"), new("comment", "too \"slow\"")], new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.Zero));

        var reply = await caller.FormAsync("i-1");

        Assert.That(reply.Json.GetProperty("responses").GetRawText(), Is.EqualTo(
            """[{"fieldName":"nps","value":"7"},{"fieldName":"comment","value":"too \u0022slow\u0022"}]"""));
    }

    [Test]
    public async Task Form_WithAnotherScoreField_AnswersThatOne()
    {
        await using var caller = await Caller.StartSignedInAsync(new() { ScoreField = "nps", DefaultScore = "9" });
        caller.Simulator.Forms.Put("i-1", "3");

        var (own, named) = (await caller.FormAsync("i-1"), await caller.FormAsync("i-2"));

        Assert.That(own.Body, Does.Contain("""{"fieldName":"nps","value":"3"}"""));
        Assert.That(named.Body, Does.Contain("""{"fieldName":"nps","value":"9"}"""));
    }

    [TestCase("r1-5~s2.9~", "2.9")]
    [TestCase("r1-5~sNaN~x", "NaN")]
    [TestCase("r1-5", "4")]
    [TestCase("r1-5~s~", "4")]
    [TestCase("r1-5~s2", "4")]
    public async Task Form_NoneOfItsOwn_AnswersTheNamedElseTheDefaultScore(string interactionId, string score)
    {
        await using var caller = await Caller.StartSignedInAsync(new() { DefaultScore = "4" });

        var reply = await caller.FormAsync(interactionId);

        Assert.That(reply.Json.GetProperty("responses")[0].GetProperty("value").GetString(), Is.EqualTo(score));
        Assert.That(reply.Text("interactionId"), Is.EqualTo(interactionId));
    }

    [Test]
    public async Task Form_NoneAndNoDefault_IsNotFound()
    {
        await using var caller = await Caller.StartSignedInAsync();

        Assert.That((await caller.FormAsync("i-1")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(caller.Simulator.Ledger.Fired(SimulatorFault.FormLate), Is.Zero);
    }

    [Test]
    public async Task Form_PutRaw_AnswersTheTextAsItIs()
    {
        await using var caller = await Caller.StartSignedInAsync();
        caller.Simulator.Forms.PutRaw("i-1", "{\"responses\":[");

        Assert.That((await caller.FormAsync("i-1")).Body, Is.EqualTo("{\"responses\":["));
    }

    [Test]
    public async Task Form_PutLateByCalls_IsNotFoundThatOften()
    {
        await using var caller = await Caller.StartSignedInAsync();
        caller.Simulator.Forms.PutLate("i-1", "2", notBeforeCalls: 2);

        HttpStatusCode[] statuses = [await AskAsync(caller), await AskAsync(caller), await AskAsync(caller), await AskAsync(caller)];

        Assert.That(statuses, Is.EqualTo([HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.OK, HttpStatusCode.OK]));
    }

    [Test]
    public async Task Form_PutLateByTime_IsNotFoundUntilThen()
    {
        var time = new WatchedTime();
        await using var caller = await Caller.StartSignedInAsync(new() { TimeProvider = time });
        caller.Simulator.Forms.PutLate("i-1", "2", TimeSpan.FromMinutes(2));

        var early = await AskAsync(caller);
        time.Advance(TimeSpan.FromMinutes(2));

        HttpStatusCode[] statuses = [early, await AskAsync(caller)];
        Assert.That(statuses, Is.EqualTo(LateThenThere));
    }

    private static async Task<HttpStatusCode> AskAsync(Caller caller, string interactionId = "i-1") =>
        (await caller.FormAsync(interactionId)).Status;
}
