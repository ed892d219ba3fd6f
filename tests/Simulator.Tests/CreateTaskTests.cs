using System.Net;

namespace CxoneAssist.Simulator.Tests;

public sealed class CreateTaskTests
{
    [Test]
    public async Task Create_ValidRequest_IsRecordedAsSent()
    {
        var time = new WatchedTime();
        await using var caller = await Caller.StartSignedInAsync(new() { TimeProvider = time });

        var reply = await caller.CreateAsync("i-1", key: "key-1");

        Assert.That((reply.Status, reply.Body), Is.EqualTo((HttpStatusCode.Created, """{"id":"task-1"}""")));
        var task = caller.Simulator.Ledger.TasksOf("i-1").Single();
        Assert.That(task with { CustomFields = [] }, Is.EqualTo(new SimulatorTask(
            "task-1", "i-1", "Follow up i-1", "Score 2", "High", "2026-11-23T10:00:00Z", "agent-1", [], "key-1", time.GetUtcNow())
            with
        { CustomFields = [] }));
        Assert.That(task.CustomFields, Is.EqualTo([new SimulatorCustomField("interaction_id_link", "i-1")]));
    }

    [TestCase("2026-11-23T10:00:00Z")]
    [TestCase("2026-11-23T10:00:00.5Z")]
    [TestCase("2026-11-23T10:00:00.1234567Z")]
    public async Task Create_UtcDueDate_IsAccepted(string dueDate) =>
        Assert.That((await PostAsync(Caller.TaskBody(dueDate: dueDate))).Status, Is.EqualTo(HttpStatusCode.Created));

    [TestCase("2026-11-23T10:00:00+00:00")]
    [TestCase("2026-11-23T10:00:00")]
    [TestCase("2026-11-23")]
    [TestCase("tomorrowZ")]
    [TestCase("")]
    public async Task Create_OtherDueDate_IsRefusedWithTheReason(string dueDate)
    {
        var reply = await PostAsync(Caller.TaskBody(dueDate: dueDate));

        Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(reply.Text("message"), Does.Contain("dueDate"));
    }

    [TestCase("Low", HttpStatusCode.Created)]
    [TestCase("Critical", HttpStatusCode.Created)]
    [TestCase("high", HttpStatusCode.BadRequest)]
    [TestCase("Urgent", HttpStatusCode.BadRequest)]
    public async Task Create_Priority_MustBeOneOfFive(string priority, HttpStatusCode expected) =>
        Assert.That((await PostAsync(Caller.TaskBody(priority: priority))).Status, Is.EqualTo(expected));

    [TestCase("\"assigneeId\":\"agent-1\",", "")]
    [TestCase("\"agent-1\"", "\" \"")]
    [TestCase("\"agent-1\"", "7")]
    [TestCase("\"subject\"", "\"title\"")]
    [TestCase("\"Score 2\"", "null")]
    [TestCase("\"value\"", "\"text\"")]
    [TestCase("}]}", "}")]
    public async Task Create_OtherShape_IsRefusedAndNothingIsCreated(string part, string instead)
    {
        await using var caller = await Caller.StartSignedInAsync();

        var reply = await caller.PostAsync(Caller.Tasks, Caller.TaskBody().Replace(part, instead, StringComparison.Ordinal));

        Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(reply.Text("message"), Is.Not.Empty);
        Assert.That(caller.Simulator.Ledger.TaskCount, Is.Zero);
    }

    [TestCase(false, 2)]
    [TestCase(true, 1)]
    public async Task Create_SameIdempotencyKey_MakesAnotherTaskUnlessHonoured(bool honoured, int expected)
    {
        await using var caller = await Caller.StartSignedInAsync(new() { HonourIdempotencyKey = honoured });

        await caller.CreateAsync(key: "same");
        var second = await caller.CreateAsync(key: "same");

        Assert.That(second.Text("id"), Is.EqualTo($"task-{expected}"));
        Assert.That(caller.Simulator.Ledger.TasksPerInteraction()["i-1"], Is.EqualTo(expected));
    }

    [Test]
    public async Task Create_OtherFieldId_StillTellsTheInteraction()
    {
        await using var caller = await Caller.StartSignedInAsync();

        await caller.PostAsync(Caller.Tasks, Caller.TaskBody("i-9").Replace("interaction_id_link", "contact", StringComparison.Ordinal));

        Assert.That(caller.Simulator.Ledger.TasksOf("i-9"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Create_LenientWithoutTokenOrShape_IsAccepted()
    {
        await using var caller = await Caller.StartAsync(new() { Lenient = true });

        var reply = await caller.PostAsync(Caller.Tasks, """{"customFields":[null,{"id":"a"},{"id":"b","value":"i-1"}]}""");

        Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.Created));
        Assert.That(caller.Simulator.Ledger.TasksOf("i-1"), Has.Count.EqualTo(1));
    }

    private static async Task<Caller.Reply> PostAsync(string body)
    {
        await using var caller = await Caller.StartSignedInAsync();
        return await caller.PostAsync(Caller.Tasks, body);
    }
}
