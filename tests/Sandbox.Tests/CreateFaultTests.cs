using System.Net;

namespace CxoneAssist.Sandbox.Tests;

public sealed class CreateFaultTests
{
    [Test]
    public async Task Create_ErrorBefore_AnswersErrorAndMakesNoTask()
    {
        await using var caller = await StartAsync(new() { CreateErrorBefore = 1 });

        Assert.That((await caller.CreateAsync()).Status, Is.EqualTo(HttpStatusCode.InternalServerError));
        AssertMade(caller, tasks: 0, SandboxFault.CreateErrorBefore);
    }

    [Test]
    public async Task Create_ErrorAfter_AnswersErrorAlthoughTheTaskExists()
    {
        await using var caller = await StartAsync(new() { CreateErrorAfter = 1 });

        Assert.That((await caller.CreateAsync()).Status, Is.EqualTo(HttpStatusCode.InternalServerError));
        AssertMade(caller, tasks: 1, SandboxFault.CreateErrorAfter);
    }

    [Test]
    public async Task Create_LostRequest_CutsTheConnectionAndMakesNoTask()
    {
        await using var caller = await StartAsync(new() { CreateLostRequest = 1 });

        await Assert.ThrowsAsync<HttpRequestException>(() => caller.CreateAsync());
        AssertMade(caller, tasks: 0, SandboxFault.CreateLostRequest);
    }

    [Test]
    public async Task Create_LostAnswer_CutsTheConnectionAlthoughOneTaskExists()
    {
        await using var caller = await StartAsync(new() { CreateLostAnswer = 1 });

        await Assert.ThrowsAsync<HttpRequestException>(() => caller.CreateAsync());
        AssertMade(caller, tasks: 1, SandboxFault.CreateLostAnswer);
        Assert.That(caller.Sandbox.Ledger.Answers(SandboxCall.CreateTask, 0), Is.EqualTo(1));
    }

    [Test]
    public async Task Create_WithoutId_Answers201ThatNamesNoTask()
    {
        await using var caller = await StartAsync(new() { CreateWithoutId = 1 });

        var reply = await caller.CreateAsync();

        Assert.That((reply.Status, reply.Body), Is.EqualTo((HttpStatusCode.Created, "{}")));
        AssertMade(caller, tasks: 1, SandboxFault.CreateWithoutId);
    }

    [Test]
    public async Task Create_Redirected_Answers307ToItsOwnAddressAlthoughTheTaskExists()
    {
        await using var caller = await StartAsync(new() { CreateRedirected = 1 });

        var reply = await caller.CreateAsync();

        Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.TemporaryRedirect));
        AssertMade(caller, tasks: 1, SandboxFault.CreateRedirected);
    }

    [Test]
    public async Task Create_Accepted_Answers202ThatNamesNoTask()
    {
        await using var caller = await StartAsync(new() { CreateAccepted = 1 });

        var reply = await caller.CreateAsync();

        Assert.That((reply.Status, reply.Body), Is.EqualTo((HttpStatusCode.Accepted, "{}")));
        AssertMade(caller, tasks: 1, SandboxFault.CreateAccepted);
    }

    private static Task<Caller> StartAsync(SandboxFaults faults) => Caller.StartSignedInAsync(new() { Faults = faults });

    private static void AssertMade(Caller caller, int tasks, SandboxFault fault)
    {
        Assert.That(caller.Sandbox.Ledger.TaskCount, Is.EqualTo(tasks));
        Assert.That(caller.Sandbox.Ledger.Fired(fault), Is.EqualTo(1));
    }
}
