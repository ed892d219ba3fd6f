using System.Net;

namespace CxoneAssist.Simulator.Tests;

public sealed class CreateFaultTests
{
    [Test]
    public async Task Create_ErrorBefore_AnswersErrorAndMakesNoTask()
    {
        await using var caller = await StartAsync(new() { CreateErrorBefore = 1 });

        Assert.That((await caller.CreateAsync()).Status, Is.EqualTo(HttpStatusCode.InternalServerError));
        AssertMade(caller, tasks: 0, SimulatorFault.CreateErrorBefore);
    }

    [Test]
    public async Task Create_ErrorAfter_AnswersErrorAlthoughTheTaskExists()
    {
        await using var caller = await StartAsync(new() { CreateErrorAfter = 1 });

        Assert.That((await caller.CreateAsync()).Status, Is.EqualTo(HttpStatusCode.InternalServerError));
        AssertMade(caller, tasks: 1, SimulatorFault.CreateErrorAfter);
    }

    [Test]
    public async Task Create_LostRequest_CutsTheConnectionAndMakesNoTask()
    {
        await using var caller = await StartAsync(new() { CreateLostRequest = 1 });

        await Assert.ThrowsAsync<HttpRequestException>(() => caller.CreateAsync());
        AssertMade(caller, tasks: 0, SimulatorFault.CreateLostRequest);
    }

    [Test]
    public async Task Create_LostAnswer_CutsTheConnectionAlthoughOneTaskExists()
    {
        await using var caller = await StartAsync(new() { CreateLostAnswer = 1 });

        await Assert.ThrowsAsync<HttpRequestException>(() => caller.CreateAsync());
        AssertMade(caller, tasks: 1, SimulatorFault.CreateLostAnswer);
        Assert.That(caller.Simulator.Ledger.Answers(SimulatorCall.CreateTask, 0), Is.EqualTo(1));
    }

    [Test]
    public async Task Create_WithoutId_Answers201ThatNamesNoTask()
    {
        await using var caller = await StartAsync(new() { CreateWithoutId = 1 });

        var reply = await caller.CreateAsync();

        Assert.That((reply.Status, reply.Body), Is.EqualTo((HttpStatusCode.Created, "{}")));
        AssertMade(caller, tasks: 1, SimulatorFault.CreateWithoutId);
    }

    [Test]
    public async Task Create_Redirected_Answers307ToItsOwnAddressAlthoughTheTaskExists()
    {
        await using var caller = await StartAsync(new() { CreateRedirected = 1 });

        var reply = await caller.CreateAsync();

        Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.TemporaryRedirect));
        AssertMade(caller, tasks: 1, SimulatorFault.CreateRedirected);
    }

    [Test]
    public async Task Create_Accepted_Answers202ThatNamesNoTask()
    {
        await using var caller = await StartAsync(new() { CreateAccepted = 1 });

        var reply = await caller.CreateAsync();

        Assert.That((reply.Status, reply.Body), Is.EqualTo((HttpStatusCode.Accepted, "{}")));
        AssertMade(caller, tasks: 1, SimulatorFault.CreateAccepted);
    }

    private static Task<Caller> StartAsync(SimulatorFaults faults) => Caller.StartSignedInAsync(new() { Faults = faults });

    private static void AssertMade(Caller caller, int tasks, SimulatorFault fault)
    {
        Assert.That(caller.Simulator.Ledger.TaskCount, Is.EqualTo(tasks));
        Assert.That(caller.Simulator.Ledger.Fired(fault), Is.EqualTo(1));
    }
}
