using System.Net;

namespace CxoneAssist.Simulator.Tests;

public sealed class FindTasksTests
{
    private static readonly string[] OnlySecond = ["task-2"];
    private static readonly string[] NewestFirst = ["task-2", "task-1"];

    [Test]
    public async Task Find_ByCustomField_AnswersTheTasksThatHoldIt()
    {
        await using var caller = await StartWithTwoAsync();

        var reply = await caller.FindAsync("i-2");

        Assert.That(reply.Body, Is.EqualTo(
            """{"tasks":[{"id":"task-2","subject":"Follow up i-2","customFields":[{"id":"interaction_id_link","value":"i-2"}]}]}"""));
    }

    [TestCase("i-3", "interaction_id_link")]
    [TestCase("i-2", "another_field")]
    public async Task Find_NoTaskHoldsIt_AnswersNone(string interactionId, string field)
    {
        await using var caller = await StartWithTwoAsync();

        Assert.That((await caller.FindAsync(interactionId, field)).Body, Is.EqualTo("""{"tasks":[]}"""));
    }

    [Test]
    public async Task Find_WithoutFilter_IsRefused()
    {
        await using var caller = await StartWithTwoAsync();

        Assert.That((await caller.GetAsync("api/v2/workflows/tasks")).Status, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [TestCase(400)]
    [TestCase(403)]
    [TestCase(404)]
    [TestCase(405)]
    [TestCase(501)]
    public async Task Find_Unsupported_IsRefusedWithThatStatus(int status)
    {
        await using var caller = await StartWithTwoAsync(new() { LookUpStatus = status });

        Assert.That((int)(await caller.FindAsync("i-2")).Status, Is.EqualTo(status));
        Assert.That(caller.Simulator.Ledger.Fired(SimulatorFault.LookUpRefused), Is.EqualTo(1));
        Assert.That(caller.Simulator.Ledger.UnexpectedCalls, Is.Empty);
    }

    [Test]
    public async Task Find_FilterIgnored_AnswersTasksOfOthers()
    {
        await using var caller = await StartWithTwoAsync(new() { LookUpUnfiltered = true });

        Assert.That(Ids(await caller.FindAsync("i-3")), Is.EqualTo(NewestFirst));
        Assert.That(caller.Simulator.Ledger.Fired(SimulatorFault.LookUpUnfiltered), Is.EqualTo(1));
    }

    [Test]
    public async Task Find_Lag_FindsATaskOnlyOnceItIsOldEnough()
    {
        var time = new WatchedTime();
        await using var caller = await StartWithTwoAsync(new() { LookUpLag = TimeSpan.FromSeconds(5) }, time);

        var early = Ids(await caller.FindAsync("i-2"));
        time.Advance(TimeSpan.FromSeconds(5));

        Assert.That(early, Is.Empty);
        Assert.That(Ids(await caller.FindAsync("i-2")), Is.EqualTo(OnlySecond));
        Assert.That(caller.Simulator.Ledger.Fired(SimulatorFault.LookUpLag), Is.EqualTo(1));
    }

    private static string[] Ids(Caller.Reply reply) =>
        [.. reply.Json.GetProperty("tasks").EnumerateArray().Select(task => task.GetProperty("id").GetString()!)];

    private static async Task<Caller> StartWithTwoAsync(SimulatorFaults? faults = null, TimeProvider? time = null)
    {
        var caller = await Caller.StartSignedInAsync(new() { Faults = faults ?? SimulatorFaults.None, TimeProvider = time ?? TimeProvider.System });
        await caller.CreateAsync("i-1");
        await caller.CreateAsync("i-2");
        return caller;
    }
}
