using CxoneAssist.Application.Ports;
using CxoneAssist.Application.Tests.World;

namespace CxoneAssist.Application.Tests.Flow;

internal sealed class LookingUpTests
{
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(5);

    private readonly ContactCentre _centre = new();

    [TestCase(0, 1)]
    [TestCase(5, 1)]
    [TestCase(6, 2)]
    [TestCase(10, 2)]
    [TestCase(11, 3)]
    [TestCase(15, 3)]
    public async Task LookUp_FindsTheTask_AdoptsItAndNeverCreatesAnother(int lagSeconds, int questions)
    {
        _centre.Tasks.Creations.Enqueue(new(Creation.AnswerLost, Lag: TimeSpan.FromSeconds(lagSeconds)));

        var end = await _centre.ReceiveAndRunToRestAsync();

        Assert.That(_centre.Waits, Is.EqualTo(Enumerable.Repeat(Delay, questions)));
        Assert.That(
            (end.Outcome, end.TaskId, end.Reason, end.IntentAt),
            Is.EqualTo((FollowUpOutcome.TaskCreated, "task-1", (string?)null, (DateTimeOffset?)null)));
        Assert.That((_centre.Tasks.Sent.Count, _centre.Notifications.Shown.Count), Is.EqualTo((1, 1)));
    }

    [TestCase(1)]
    [TestCase(5)]
    [TestCase(60)]
    public async Task LookUp_NoneAfterOneTwoAndThreeDelays_CreatesAgainWithTheSameBytesAndKey(int delaySeconds)
    {
        var delay = TimeSpan.FromSeconds(delaySeconds);
        _centre.Options.LookUpDelay = delay;
        _centre.Tasks.Creations.Enqueue(new(Creation.NeverArrived));
        await _centre.ReceiveAndRunAsync();
        _centre.Options.Texts.Subject = "Changed meanwhile";

        var end = await _centre.RunToRestAsync();

        Assert.That(_centre.Waits, Is.EqualTo(Enumerable.Repeat(delay, 3)));
        Assert.That(_centre.Journal.Steps.Count(step => step == "find"), Is.EqualTo(3));
        Assert.That((_centre.Tasks.Sent.Count, _centre.Tasks.Sent.Distinct().Count()), Is.EqualTo((2, 1)));
        Assert.That((end.Outcome, end.PossibleDuplicate, _centre.Tasks.Held.Count), Is.EqualTo((FollowUpOutcome.TaskCreated, false, 1)));
    }

    [TestCase(false, "agent-042")]
    [TestCase(true, "supervisor-queue-7")]
    public async Task LookUp_Query_CarriesWhatIsKnownOfTheCreateCall(bool agentIsRefused, string assignee)
    {
        _centre.Options.FallbackAssignee = "supervisor-queue-7";
        _centre.Tasks.Creations.Enqueue(new(agentIsRefused ? Creation.AssigneeRefused : Creation.AnswerLost));
        _centre.Tasks.Creations.Enqueue(new(Creation.AnswerLost));

        await _centre.ReceiveAndRunToRestAsync();

        Assert.That(_centre.Tasks.Asked.First(), Is.EqualTo(new TaskQuery(ContactCentre.Interaction.InteractionId)
        {
            AssigneeId = assignee,
            SentAt = JumpingTime.Morning,
            DueDate = _centre.Tasks.Held.Single().Task.DueDate,
        }));
    }

    [TestCase(30, 11)]
    [TestCase(50, 15)]
    public async Task LookUp_CallHadWaitedForItsTurn_CountsItsDelaysFromTheLostAnswer(int pacedSeconds, int lagSeconds)
    {
        _centre.Tasks.Creations.Enqueue(new(Creation.AnswerLost, TimeSpan.FromSeconds(pacedSeconds), TimeSpan.FromSeconds(lagSeconds)));

        await _centre.ReceiveAndRunToRestAsync();

        Assert.That(_centre.Waits, Is.EqualTo(new[] { Delay, Delay, Delay }));
        Assert.That(_centre.Tasks.Held, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task LookUp_BeforeItIsTime_AsksNothing()
    {
        _centre.RestartsAtOnce = true;
        _centre.Journal.Ordain(2, Fate.DiesBefore);

        await _centre.ReceiveAndRunToRestAsync();

        Assert.That(_centre.Waits, Is.EqualTo(new[] { TimeSpan.Zero, Delay, Delay, Delay }));
    }

    [Test]
    public async Task LookUp_TakenUpLongAfterACrash_StillLeavesADelayBetweenItsQuestions()
    {
        _centre.Journal.Ordain(2, Fate.DiesAfter);
        _centre.Tasks.Creations.Enqueue(new(Creation.AnswerLost, Lag: FakeInbox.LeaseTime + Delay + Delay));

        await _centre.ReceiveAndRunToRestAsync();

        Assert.That(_centre.Waits, Is.EqualTo(new[] { FakeInbox.LeaseTime, Delay, Delay }));
        Assert.That(_centre.Tasks.Held, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task LookUp_FindsSeveral_AdoptsTheOldestWithARemark()
    {
        _centre.Tasks.Creations.Enqueue(new(Creation.AnswerLost));
        await _centre.ReceiveAndRunAsync();
        _centre.Tasks.Hold(_centre.Tasks.Held[0].Task);

        var end = await _centre.RunToRestAsync();

        Assert.That(
            (end.TaskId, end.Notification, end.Reason),
            Is.EqualTo(("task-1", NotificationStatus.Sent, "CXone holds 2 tasks for this interaction; the oldest was adopted.")));
    }

    [TestCase(Notice.Throttled, NotificationStatus.Sent, "CXone holds 2 tasks for this interaction; the oldest was adopted.")]
    [TestCase(Notice.NeverArrived, NotificationStatus.Unknown, "CXone holds 2 tasks for this interaction; the oldest was adopted. Whether the agent")]
    public async Task LookUp_FindsSeveral_IsStillSaidAfterTheNotificationFailed(Notice notice, NotificationStatus status, string reason)
    {
        _centre.Tasks.Creations.Enqueue(new(Creation.AnswerLost));
        await _centre.ReceiveAndRunAsync();
        _centre.Tasks.Hold(_centre.Tasks.Held[0].Task);
        _centre.Notifications.Next.Enqueue(notice);

        var end = await _centre.RunToRestAsync();

        Assert.That((end.TaskId, end.Notification, end.TasksFound), Is.EqualTo(("task-1", status, 2)));
        Assert.That(end.Reason, Does.StartWith(reason));
    }

    [Test]
    public async Task LookUp_FindsTasksOfOthersOnly_AdoptsNone()
    {
        _centre.Tasks.Creations.Enqueue(new(Creation.AnswerLost));
        await _centre.ReceiveAndRunAsync();
        var other = _centre.Tasks.Held[0] with { Task = _centre.Tasks.Held[0].Task with { InteractionId = "another" } };
        _centre.Tasks.Held[0] = other;

        var end = await _centre.RunToRestAsync();

        Assert.That(end.TaskId, Is.EqualTo("task-2"));
    }

    [Test]
    public async Task LookUp_Unavailable_IsAskedAgainWithoutCostOrConclusion()
    {
        _centre.Tasks.Creations.Enqueue(new(Creation.NeverArrived));
        for (var i = 0; i < 50; i++)
        {
            _centre.Tasks.Searches.Enqueue(Search.Throttled);
        }

        var end = await _centre.ReceiveAndRunToRestAsync();

        Assert.That(_centre.Inbox.Checkpoints.Max(saved => saved.Attempts), Is.EqualTo(1));
        Assert.That(_centre.Journal.Steps.Count(step => step == "find"), Is.EqualTo(50 + 3));
        Assert.That((end.Outcome, _centre.Tasks.Held.Count), Is.EqualTo((FollowUpOutcome.TaskCreated, 1)));
    }

    [Test]
    public async Task LookUp_BrokenForNow_IsAskedAgainUntilItAnswers()
    {
        _centre.Tasks.Creations.Enqueue(new(Creation.AnswerLost));
        _centre.Tasks.Searches.Enqueue(Search.Broken);
        _centre.Tasks.Searches.Enqueue(Search.Broken);

        var end = await _centre.ReceiveAndRunToRestAsync();

        Assert.That((end.TaskId, _centre.Tasks.Sent.Count, end.Attempts, end.Reason), Is.EqualTo(("task-1", 1, 0, (string?)null)));
    }

    [Test]
    public async Task LookUp_BrokenForGood_LeavesTheCreationUnconfirmed()
    {
        _centre.Options.OnUnconfirmed = UnconfirmedHandling.Hold;
        _centre.Tasks.Creations.Enqueue(new(Creation.AnswerLost));
        _centre.Tasks.UsualSearch = Search.Broken;

        var end = await _centre.ReceiveAndRunToRestAsync();

        Assert.That((end.State, end.UnconfirmedSince, end.Reason), Is.EqualTo((FollowUpState.Creating, _centre.Now, "Unconfirmed: CXone answered 500.")));
        Assert.That(_centre.Tasks.Sent, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task LookUp_BrokenForHalfAnHour_IsShownAsUnconfirmedWithoutAnAttemptAndIsLookedUpOn()
    {
        _centre.Tasks.Creations.Enqueue(new(Creation.AnswerLost));
        _centre.Tasks.UsualSearch = Search.Broken;
        await _centre.ReceiveAndRunAsync();
        while (_centre.Stored.UnconfirmedSince is null)
        {
            _centre.Time.Advance(_centre.Stored.NextAttemptAt - _centre.Now);
            await _centre.RunAsync();
        }

        Assert.That(_centre.Now - JumpingTime.Morning, Is.InRange(TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(36)));
        Assert.That((_centre.Stored.Attempts, _centre.Tasks.Sent.Count), Is.EqualTo((1, 1)));
        _centre.Tasks.UsualSearch = Search.Truth;
        var end = await _centre.RunToRestAsync();
        Assert.That((end.TaskId, end.PossibleDuplicate, _centre.Tasks.Sent.Count), Is.EqualTo(("task-1", false, 1)));
        Assert.That(_centre.Waits, Has.Count.EqualTo(1).And.All.LessThan(TimeSpan.FromMinutes(7)));
    }

    [Test]
    public async Task LookUp_BrokenAllThroughTheHold_IsCreatedAgainMarkedAtItsEnd()
    {
        _centre.Tasks.Creations.Enqueue(new(Creation.AnswerLost));
        _centre.Tasks.UsualSearch = Search.Broken;

        var end = await _centre.ReceiveAndRunToRestAsync();

        Assert.That((end.Outcome, end.PossibleDuplicate, _centre.Tasks.Held.Count), Is.EqualTo((FollowUpOutcome.TaskCreated, true, 2)));
        Assert.That(_centre.Now - JumpingTime.Morning, Is.InRange(TimeSpan.FromHours(4.5), TimeSpan.FromHours(4.6)));
    }

    [Test]
    public async Task LookUp_FindsNothingWhereItWasBroken_IsNoLongerUnconfirmedAndCreatedAgainUnmarked()
    {
        _centre.Tasks.Creations.Enqueue(new(Creation.NeverArrived));
        _centre.Tasks.UsualSearch = Search.Broken;
        await _centre.ReceiveAndRunAsync();
        _centre.Time.Advance(TimeSpan.FromMinutes(31));
        Assert.That((await _centre.RunAsync())!.UnconfirmedSince, Is.EqualTo(_centre.Now));
        _centre.Tasks.UsualSearch = Search.Truth;
        _centre.Time.Advance(_centre.Stored.NextAttemptAt - _centre.Now);

        Assert.That((await _centre.RunAsync())!.UnconfirmedSince, Is.Null);
        var end = await _centre.RunToRestAsync();
        Assert.That((end.PossibleDuplicate, _centre.Tasks.Held.Count, _centre.Tasks.Sent.Distinct().Count()), Is.EqualTo((false, 1, 1)));
    }
}
