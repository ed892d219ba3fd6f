using CxoneAssist.Application.Ports;
using CxoneAssist.Application.Tests.Fakes;

namespace CxoneAssist.Application.Tests.Flow;

internal sealed class ReconcileStepTests
{
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(5);

    private readonly FlowHarness _harness = new();

    [TestCase(0, 1)]
    [TestCase(5, 1)]
    [TestCase(6, 2)]
    [TestCase(10, 2)]
    [TestCase(11, 3)]
    [TestCase(15, 3)]
    public async Task LookUp_FindsTheTask_AdoptsItAndNeverCreatesAnother(int lagSeconds, int questions)
    {
        _harness.Tasks.Creations.Enqueue(new(CreateBehavior.AnswerLost, Lag: TimeSpan.FromSeconds(lagSeconds)));

        var end = await _harness.ReceiveAndRunToRestAsync();

        Assert.That(_harness.Waits, Is.EqualTo(Enumerable.Repeat(Delay, questions)));
        Assert.That(
            (end.Outcome, end.TaskId, end.Reason, end.IntentAt),
            Is.EqualTo((FollowUpOutcome.TaskCreated, "task-1", (string?)null, (DateTimeOffset?)null)));
        Assert.That((_harness.Tasks.Sent.Count, _harness.Notifications.Shown.Count), Is.EqualTo((1, 1)));
    }

    [TestCase(1)]
    [TestCase(5)]
    [TestCase(60)]
    public async Task LookUp_NoneAfterOneTwoAndThreeDelays_CreatesAgainWithTheSameBytesAndKey(int delaySeconds)
    {
        var delay = TimeSpan.FromSeconds(delaySeconds);
        _harness.Options.LookUpDelay = delay;
        _harness.Tasks.Creations.Enqueue(new(CreateBehavior.NeverArrived));
        await _harness.ReceiveAndRunAsync();
        _harness.Options.Texts.Subject = "Changed meanwhile";

        var end = await _harness.RunToRestAsync();

        Assert.That(_harness.Waits, Is.EqualTo(Enumerable.Repeat(delay, 3)));
        Assert.That(_harness.Journal.Steps.Count(step => step == "find"), Is.EqualTo(3));
        Assert.That((_harness.Tasks.Sent.Count, _harness.Tasks.Sent.Distinct().Count()), Is.EqualTo((2, 1)));
        Assert.That((end.Outcome, end.PossibleDuplicate, _harness.Tasks.Held.Count), Is.EqualTo((FollowUpOutcome.TaskCreated, false, 1)));
    }

    [TestCase(false, "agent-042")]
    [TestCase(true, "supervisor-queue-7")]
    public async Task LookUp_Query_CarriesWhatIsKnownOfTheCreateCall(bool agentIsRefused, string assignee)
    {
        _harness.Options.FallbackAssignee = "supervisor-queue-7";
        _harness.Tasks.Creations.Enqueue(new(agentIsRefused ? CreateBehavior.AssigneeRefused : CreateBehavior.AnswerLost));
        _harness.Tasks.Creations.Enqueue(new(CreateBehavior.AnswerLost));

        await _harness.ReceiveAndRunToRestAsync();

        Assert.That(_harness.Tasks.Asked.First(), Is.EqualTo(new TaskQuery(FlowHarness.Interaction.InteractionId)
        {
            AssigneeId = assignee,
            SentAt = JumpingTime.Morning,
            DueDate = _harness.Tasks.Held.Single().Task.DueDate,
        }));
    }

    [TestCase(30, 11)]
    [TestCase(50, 15)]
    public async Task LookUp_CallHadWaitedForItsTurn_CountsItsDelaysFromTheLostAnswer(int pacedSeconds, int lagSeconds)
    {
        _harness.Tasks.Creations.Enqueue(new(CreateBehavior.AnswerLost, TimeSpan.FromSeconds(pacedSeconds), TimeSpan.FromSeconds(lagSeconds)));

        await _harness.ReceiveAndRunToRestAsync();

        Assert.That(_harness.Waits, Is.EqualTo(new[] { Delay, Delay, Delay }));
        Assert.That(_harness.Tasks.Held, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task LookUp_BeforeItIsTime_AsksNothing()
    {
        _harness.RestartsAtOnce = true;
        _harness.Journal.InjectAt(2, Fault.DiesBefore);

        await _harness.ReceiveAndRunToRestAsync();

        Assert.That(_harness.Waits, Is.EqualTo(new[] { TimeSpan.Zero, Delay, Delay, Delay }));
    }

    [Test]
    public async Task LookUp_TakenUpLongAfterACrash_StillLeavesADelayBetweenItsQuestions()
    {
        _harness.Journal.InjectAt(2, Fault.DiesAfter);
        _harness.Tasks.Creations.Enqueue(new(CreateBehavior.AnswerLost, Lag: FakeInbox.LeaseTime + Delay + Delay));

        await _harness.ReceiveAndRunToRestAsync();

        Assert.That(_harness.Waits, Is.EqualTo(new[] { FakeInbox.LeaseTime, Delay, Delay }));
        Assert.That(_harness.Tasks.Held, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task LookUp_FindsSeveral_AdoptsTheOldestWithARemark()
    {
        _harness.Tasks.Creations.Enqueue(new(CreateBehavior.AnswerLost));
        await _harness.ReceiveAndRunAsync();
        _harness.Tasks.Hold(_harness.Tasks.Held[0].Task);

        var end = await _harness.RunToRestAsync();

        Assert.That(
            (end.TaskId, end.Notification, end.Reason),
            Is.EqualTo(("task-1", NotificationStatus.Sent, "CXone holds 2 tasks for this interaction; the oldest was adopted.")));
    }

    [TestCase(NotifyBehavior.Throttled, NotificationStatus.Sent, "CXone holds 2 tasks for this interaction; the oldest was adopted.")]
    [TestCase(NotifyBehavior.NeverArrived, NotificationStatus.Unknown, "CXone holds 2 tasks for this interaction; the oldest was adopted. Whether the agent")]
    public async Task LookUp_FindsSeveral_IsStillSaidAfterTheNotificationFailed(NotifyBehavior notice, NotificationStatus status, string reason)
    {
        _harness.Tasks.Creations.Enqueue(new(CreateBehavior.AnswerLost));
        await _harness.ReceiveAndRunAsync();
        _harness.Tasks.Hold(_harness.Tasks.Held[0].Task);
        _harness.Notifications.Next.Enqueue(notice);

        var end = await _harness.RunToRestAsync();

        Assert.That((end.TaskId, end.Notification, end.TasksFound), Is.EqualTo(("task-1", status, 2)));
        Assert.That(end.Reason, Does.StartWith(reason));
    }

    [Test]
    public async Task LookUp_FindsTasksOfOthersOnly_AdoptsNone()
    {
        _harness.Tasks.Creations.Enqueue(new(CreateBehavior.AnswerLost));
        await _harness.ReceiveAndRunAsync();
        var other = _harness.Tasks.Held[0] with { Task = _harness.Tasks.Held[0].Task with { InteractionId = "another" } };
        _harness.Tasks.Held[0] = other;

        var end = await _harness.RunToRestAsync();

        Assert.That(end.TaskId, Is.EqualTo("task-2"));
    }

    [Test]
    public async Task LookUp_Unavailable_IsAskedAgainWithoutCostOrConclusion()
    {
        _harness.Tasks.Creations.Enqueue(new(CreateBehavior.NeverArrived));
        for (var i = 0; i < 50; i++)
        {
            _harness.Tasks.Searches.Enqueue(LookUpBehavior.Throttled);
        }

        var end = await _harness.ReceiveAndRunToRestAsync();

        Assert.That(_harness.Inbox.Checkpoints.Max(saved => saved.Attempts), Is.EqualTo(1));
        Assert.That(_harness.Journal.Steps.Count(step => step == "find"), Is.EqualTo(50 + 3));
        Assert.That((end.Outcome, _harness.Tasks.Held.Count), Is.EqualTo((FollowUpOutcome.TaskCreated, 1)));
    }

    [Test]
    public async Task LookUp_BrokenForNow_IsAskedAgainUntilItAnswers()
    {
        _harness.Tasks.Creations.Enqueue(new(CreateBehavior.AnswerLost));
        _harness.Tasks.Searches.Enqueue(LookUpBehavior.Broken);
        _harness.Tasks.Searches.Enqueue(LookUpBehavior.Broken);

        var end = await _harness.ReceiveAndRunToRestAsync();

        Assert.That((end.TaskId, _harness.Tasks.Sent.Count, end.Attempts, end.Reason), Is.EqualTo(("task-1", 1, 0, (string?)null)));
    }

    [Test]
    public async Task LookUp_BrokenForGood_LeavesTheCreationUnconfirmed()
    {
        _harness.Options.OnUnconfirmed = UnconfirmedHandling.Hold;
        _harness.Tasks.Creations.Enqueue(new(CreateBehavior.AnswerLost));
        _harness.Tasks.UsualSearch = LookUpBehavior.Broken;

        var end = await _harness.ReceiveAndRunToRestAsync();

        Assert.That((end.State, end.UnconfirmedSince, end.Reason), Is.EqualTo((FollowUpState.Creating, _harness.Now, "Unconfirmed: CXone answered 500.")));
        Assert.That(_harness.Tasks.Sent, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task LookUp_BrokenForHalfAnHour_IsShownAsUnconfirmedWithoutAnAttemptAndIsLookedUpOn()
    {
        _harness.Tasks.Creations.Enqueue(new(CreateBehavior.AnswerLost));
        _harness.Tasks.UsualSearch = LookUpBehavior.Broken;
        await _harness.ReceiveAndRunAsync();
        while (_harness.Stored.UnconfirmedSince is null)
        {
            _harness.Time.Advance(_harness.Stored.NextAttemptAt - _harness.Now);
            await _harness.RunAsync();
        }

        Assert.That(_harness.Now - JumpingTime.Morning, Is.InRange(TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(36)));
        Assert.That((_harness.Stored.Attempts, _harness.Tasks.Sent.Count), Is.EqualTo((1, 1)));
        _harness.Tasks.UsualSearch = LookUpBehavior.Truth;
        var end = await _harness.RunToRestAsync();
        Assert.That((end.TaskId, end.PossibleDuplicate, _harness.Tasks.Sent.Count), Is.EqualTo(("task-1", false, 1)));
        Assert.That(_harness.Waits, Has.Count.EqualTo(1).And.All.LessThan(TimeSpan.FromMinutes(7)));
    }

    [Test]
    public async Task LookUp_BrokenAllThroughTheHold_IsCreatedAgainMarkedAtItsEnd()
    {
        _harness.Tasks.Creations.Enqueue(new(CreateBehavior.AnswerLost));
        _harness.Tasks.UsualSearch = LookUpBehavior.Broken;

        var end = await _harness.ReceiveAndRunToRestAsync();

        Assert.That((end.Outcome, end.PossibleDuplicate, _harness.Tasks.Held.Count), Is.EqualTo((FollowUpOutcome.TaskCreated, true, 2)));
        Assert.That(_harness.Now - JumpingTime.Morning, Is.InRange(TimeSpan.FromHours(4.5), TimeSpan.FromHours(4.6)));
    }

    [Test]
    public async Task LookUp_FindsNothingWhereItWasBroken_IsNoLongerUnconfirmedAndCreatedAgainUnmarked()
    {
        _harness.Tasks.Creations.Enqueue(new(CreateBehavior.NeverArrived));
        _harness.Tasks.UsualSearch = LookUpBehavior.Broken;
        await _harness.ReceiveAndRunAsync();
        _harness.Time.Advance(TimeSpan.FromMinutes(31));
        Assert.That((await _harness.RunAsync())!.UnconfirmedSince, Is.EqualTo(_harness.Now));
        _harness.Tasks.UsualSearch = LookUpBehavior.Truth;
        _harness.Time.Advance(_harness.Stored.NextAttemptAt - _harness.Now);

        Assert.That((await _harness.RunAsync())!.UnconfirmedSince, Is.Null);
        var end = await _harness.RunToRestAsync();
        Assert.That((end.PossibleDuplicate, _harness.Tasks.Held.Count, _harness.Tasks.Sent.Distinct().Count()), Is.EqualTo((false, 1, 1)));
    }
}
