using CxoneAssist.Application.FollowUps;
using CxoneAssist.Application.Ports;
using CxoneAssist.Application.Tests.Fakes;

namespace CxoneAssist.Application.Tests.Flow;

internal sealed class UnknownOutcomeTests
{
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(5);

    private readonly FlowHarness _harness = new();

    [Test]
    public async Task Create_OutcomeUnknown_RestsWithItsIntentUntilItCanBeLookedUp([Values(CreateBehavior.AnswerLost, CreateBehavior.NeverArrived)] CreateBehavior lost)
    {
        _harness.Tasks.Creations.Enqueue(new(lost));

        var left = await _harness.ReceiveAndRunAsync();

        Assert.That(
            (left!.State, left.Attempts, left.IntentAt, left.NextAttemptAt, left.Reason),
            Is.EqualTo((FollowUpState.Creating, 1, (DateTimeOffset?)JumpingTime.Morning, JumpingTime.Morning + Delay, "No answer came in time.")));
    }

    [TestCase(1)]
    [TestCase(3)]
    public async Task Create_UnknownEveryTime_IsParkedOpenOnceItsAttemptsAreSpent(int maxAttempts)
    {
        _harness.Options.MaxAttempts = maxAttempts;
        _harness.Tasks.UsualCreation = new(CreateBehavior.NeverArrived);

        var end = await _harness.ReceiveAndRunToRestAsync();

        Assert.That((_harness.Tasks.Sent.Count, _harness.Tasks.Sent.Distinct().Count()), Is.EqualTo((maxAttempts, 1)));
        Assert.That((end.State, end.IntentAt is null), Is.EqualTo((FollowUpState.Parked, false)));
        Assert.That(
            end.Reason, Is.EqualTo($"Gave up after {maxAttempts} attempts, and whether a task exists is not known: No answer came in time."));
    }

    [Test]
    public async Task Create_AdapterThrows_CountsAsUnknown()
    {
        _harness.Tasks.Creations.Enqueue(new(CreateBehavior.Throws));

        var left = await _harness.ReceiveAndRunAsync();

        Assert.That((left!.State, left.Attempts, left.Reason), Is.EqualTo((FollowUpState.Creating, 1, "FakeTasks.CreateAsync threw InvalidOperationException.")));
    }

    [Test]
    public async Task Create_PortTimesOutByCancelling_IsLookedUpAndMakesOneTask()
    {
        _harness.Tasks.Creations.Enqueue(new(CreateBehavior.TimesOutInThePort));

        var left = await _harness.ReceiveAndRunAsync();
        Assert.That((left!.State, left.Reason), Is.EqualTo((FollowUpState.Creating, "FakeTasks.CreateAsync threw TaskCanceledException.")));

        var end = await _harness.RunToRestAsync();
        Assert.That((end.Outcome, end.TaskId, end.PossibleDuplicate), Is.EqualTo((FollowUpOutcome.TaskCreated, "task-1", false)));
        Assert.That((_harness.Tasks.Sent.Count, _harness.Tasks.Held.Count, _harness.Tasks.Asked.Count), Is.EqualTo((1, 1, 1)));
    }

    [Test]
    public async Task Call_PortTimesOutWhileTheHostStops_CountsAsUnknown()
    {
        using var stopping = new CancellationTokenSource();

        var failure = await Run(stopping).CallAsync(
            Creation,
            async _ =>
            {
                await stopping.CancelAsync();
                throw new TaskCanceledException("HttpClient.Timeout elapsed.", new TimeoutException());
            },
            failure => failure);

        Assert.That(failure.Kind, Is.EqualTo(FailureKind.Unknown));
    }

    [Test]
    public async Task Call_CancelledByTheStop_CountsAsNotMade()
    {
        using var stopping = new CancellationTokenSource();
        await stopping.CancelAsync();

        var failure = await Run(stopping).CallAsync(Creation, token => Task.FromCanceled<CallFailure>(token), failure => failure);

        Assert.That(failure.Kind, Is.EqualTo(FailureKind.Unavailable));
    }

    private PartMember Creation => new(_harness.Tasks, nameof(_harness.Tasks.CreateAsync));

    private FollowUpRun Run(CancellationTokenSource stopping)
    {
        var claim = new ClaimedFollowUp(new FollowUp(FlowHarness.Interaction, JumpingTime.Morning), new Lease(1, 1, JumpingTime.Morning));
        return new(claim, _harness.Inbox, _harness.PartFailures, _harness.Time, new SameJitter(), stopping.Token);
    }
}
