using System.Net;

namespace CxoneAssist.Simulator.Tests;

public sealed class NotifyTests
{
    [Test]
    public async Task Notify_ValidRequest_IsRecordedAsSent()
    {
        var time = new WatchedTime();
        await using var caller = await Caller.StartSignedInAsync(new() { TimeProvider = time });

        var reply = await caller.NotifyAsync("agent-7");

        Assert.That((reply.Status, reply.Body), Is.EqualTo((HttpStatusCode.Created, """{"id":"notification-1"}""")));
        Assert.That(caller.Simulator.Ledger.Notifications(), Is.EqualTo(
            [new SimulatorNotification("notification-1", "agent-7", "New task", "desktop", "high", time.GetUtcNow())]));
    }

    [TestCase("{}")]
    [TestCase("null")]
    [TestCase("[")]
    [TestCase("""{"agentId":"agent-7","message":"","type":"desktop","priority":"high"}""")]
    public async Task Notify_OtherShape_IsRefused(string body)
    {
        await using var caller = await Caller.StartSignedInAsync();

        Assert.That((await caller.PostAsync(Caller.Agents, body)).Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(caller.Simulator.Ledger.NotificationCount, Is.Zero);
    }

    [Test]
    public async Task Notify_UnknownAgent_IsNotFoundAndNothingIsSent()
    {
        await using var caller = await Caller.StartSignedInAsync(new() { Faults = new() { UnknownAgent = 1 } });

        Assert.That((await caller.NotifyAsync()).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(caller.Simulator.Ledger.NotificationCount, Is.Zero);
        Assert.That(caller.Simulator.Ledger.Fired(SimulatorFault.UnknownAgent), Is.EqualTo(1));
    }

    [Test]
    public async Task Notify_Error_IsUnavailableAndNothingIsSent()
    {
        await using var caller = await Caller.StartSignedInAsync(new() { Faults = new() { NotifyError = 1 } });

        Assert.That((await caller.NotifyAsync()).Status, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        Assert.That(caller.Simulator.Ledger.NotificationCount, Is.Zero);
        Assert.That(caller.Simulator.Ledger.Fired(SimulatorFault.NotifyError), Is.EqualTo(1));
    }
}
