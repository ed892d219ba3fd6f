namespace CxoneAssist.Simulator.Tests;

public sealed class SimulatorLedgerTests
{
    [Test]
    public async Task Snapshot_AfterCalls_HoldsEverythingThatHappened()
    {
        await using var caller = await Caller.StartSignedInAsync(new() { DefaultScore = "2" });
        await caller.FormAsync("i-1");
        await caller.CreateAsync();
        await caller.NotifyAsync();
        caller.Simulator.Faults = new() { FormError = 1 };
        await caller.FormAsync("i-1");
        await caller.GetAsync("nowhere");

        var snapshot = caller.Simulator.Ledger.Snapshot();

        Assert.Multiple(() =>
        {
            Assert.That(snapshot.Tasks.Select(task => task.Id), Is.EqualTo(["task-1"]));
            Assert.That(snapshot.Notifications.Select(sent => sent.Id), Is.EqualTo(["notification-1"]));
            Assert.That(snapshot.Faults, Is.EquivalentTo(new Dictionary<SimulatorFault, long> { [SimulatorFault.FormError] = 1 }));
            Assert.That(snapshot.UnexpectedCalls, Is.EqualTo(["GET /nowhere"]));
            Assert.That(snapshot.Answers, Is.EquivalentTo(new Dictionary<(SimulatorCall, int), long>
            {
                [(SimulatorCall.Token, 200)] = 1,
                [(SimulatorCall.Form, 200)] = 1,
                [(SimulatorCall.Form, 503)] = 1,
                [(SimulatorCall.CreateTask, 201)] = 1,
                [(SimulatorCall.Notify, 201)] = 1,
                [(SimulatorCall.Unexpected, 404)] = 1,
            }));
        });
    }

    [Test]
    public async Task WaitUntilAsync_ConditionBecomesTrue_Returns()
    {
        await using var caller = await Caller.StartSignedInAsync();

        var wait = caller.Simulator.Ledger.WaitUntilAsync(ledger => ledger.TaskCount == 20);
        var early = wait.IsCompleted;
        await Task.WhenAll(Enumerable.Range(0, 20).Select(number => caller.CreateAsync($"i-{number}")));
        await wait;

        Assert.That(early, Is.False);
        Assert.That(caller.Simulator.Ledger.TasksPerInteraction().Values, Is.All.EqualTo(1));
    }

    [Test]
    public async Task WaitUntilAsync_WithoutATokenAndInVain_ThrowsWithTheCounts()
    {
        await using var caller = await Caller.StartSignedInAsync();
        await caller.CreateAsync("i-1");

        var late = await Assert.ThrowsAsync<TimeoutException>(
            () => caller.Simulator.Ledger.WaitUntilAsync(ledger => ledger.NotificationCount > 0, TimeSpan.FromMilliseconds(50)));

        Assert.That(late!.Message, Does.StartWith("The ledger does not satisfy the condition after 0.05 s: 1 tasks, 0 notifications; calls: ")
            .And.Contain("CreateTask 1"));
    }

    [Test]
    public async Task WaitUntilAsync_GivenUp_Throws()
    {
        await using var caller = await Caller.StartAsync();
        using var impatient = new CancellationTokenSource();

        var wait = caller.Simulator.Ledger.WaitUntilAsync(ledger => ledger.TaskCount > 0, impatient.Token);
        await impatient.CancelAsync();

        await Assert.ThrowsAsync<TaskCanceledException>(() => wait);
    }

    [Test]
    public async Task Tasks_ManyAtOnce_AreAllRecordedUnderDifferentIds()
    {
        await using var caller = await Caller.StartSignedInAsync();

        var replies = await Task.WhenAll(Enumerable.Range(0, 500).Select(number => caller.CreateAsync($"i-{number}")));

        Assert.That(replies.Select(reply => reply.Text("id")).Distinct().Count(), Is.EqualTo(500));
        Assert.That(caller.Simulator.Ledger.Tasks().Select(task => task.InteractionId).Distinct().Count(), Is.EqualTo(500));
    }
}
