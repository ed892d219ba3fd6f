using CxoneAssist.Application.Operators;
using CxoneAssist.Application.Ports;
using CxoneAssist.Application.Tests.Fakes;
using CxoneAssist.Domain;

namespace CxoneAssist.Application.Tests.Operators;

/// <summary>What happens to a follow-up after an operator's action.</summary>
internal sealed class AfterOperatorActionTests
{
    private readonly FlowHarness _harness = new();

    private static string Id => FlowHarness.Interaction.InteractionId;

    [Test]
    public async Task Replay_TaskWasRefused_ComposesItAnewFromTheStandingDecision()
    {
        _harness.Tasks.UsualCreation = new(CreateBehavior.Rejected);
        await _harness.ReceiveAndRunToRestAsync();
        _harness.Tasks.UsualCreation = new(CreateBehavior.Answered);
        _harness.Options.Texts.Subject = "Corrected";
        _harness.Forms.Usual = FakeForms.Scored("5");

        await ReplayAsync();
        var end = await _harness.RunToRestAsync();

        Assert.That((end.Outcome, _harness.Tasks.Held.Single().Task.Subject), Is.EqualTo((FollowUpOutcome.TaskCreated, "Corrected")));
        Assert.That(_harness.Tasks.Sent.DistinctBy(sent => sent.IdempotencyKey).Count(), Is.EqualTo(2));
        Assert.That(_harness.Journal.Steps.Count(step => step == "read form"), Is.EqualTo(1));
    }

    [Test]
    public async Task Replay_AfterTheDueDate_IsDueWhenTheAgentCanStillDoIt()
    {
        _harness.Tasks.UsualCreation = new(CreateBehavior.Rejected);
        await _harness.ReceiveAndRunToRestAsync();
        _harness.Tasks.UsualCreation = new(CreateBehavior.Answered);
        _harness.Time.Advance(TimeSpan.FromDays(5));

        await ReplayAsync();
        await _harness.RunToRestAsync();

        Assert.That(_harness.Tasks.Held.Single().Task.DueDate, Is.EqualTo(_harness.Now.AddHours(1)));
    }

    [Test]
    public async Task Replay_ParkedForReview_ReadsTheFormAgainAndDecidesAnew()
    {
        _harness.Forms.Usual = FakeForms.Scored("3,5");
        await _harness.ReceiveAndRunToRestAsync();
        _harness.Forms.Usual = FakeForms.Scored("3.5");

        await ReplayAsync();
        var end = await _harness.RunToRestAsync();

        Assert.That((end.Outcome, end.Decision!.Priority), Is.EqualTo((FollowUpOutcome.TaskCreated, (TaskPriority?)TaskPriority.Medium)));
    }

    [Test]
    public async Task Replay_EndedWithoutAForm_WaitsForItsWholeGraceAgain()
    {
        _harness.Forms.Usual = new FormAnswer.NotYet();
        await _harness.ReceiveAndRunToRestAsync();

        await ReplayAsync();
        var end = await _harness.RunToRestAsync();

        Assert.That((end.Outcome, _harness.Now), Is.EqualTo((FollowUpOutcome.NoForm, JumpingTime.Morning.AddHours(48))));
    }

    [TestCase(CreateBehavior.AnswerLost)]
    [TestCase(CreateBehavior.NeverArrived)]
    public async Task Replay_CallStillOpen_LooksUpBeforeItCreatesAgain(object lost)
    {
        _harness.Options.MaxAttempts = 1;
        _harness.Options.OnUnconfirmed = UnconfirmedHandling.CreateAgain;
        _harness.Tasks.Creations.Enqueue(new((CreateBehavior)lost));
        _harness.Tasks.Searches.Enqueue(LookUpBehavior.Unsupported);
        var parked = await _harness.ReceiveAndRunToRestAsync();

        await ReplayAsync();
        var end = await _harness.RunToRestAsync();

        Assert.That((parked.State, end.Outcome), Is.EqualTo((FollowUpState.Parked, FollowUpOutcome.TaskCreated)));
        Assert.That(_harness.Tasks.Held, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Replay_NobodyCanLookItUp_CreatesItAgainMarkedWithoutAnotherHold(
        [Values(UnconfirmedHandling.HoldThenCreate, UnconfirmedHandling.Hold)] UnconfirmedHandling handling,
        [Values(LookUpBehavior.Unsupported, LookUpBehavior.Broken)] object search)
    {
        _harness.Options.OnUnconfirmed = handling;
        _harness.Tasks.UsualSearch = LookUpBehavior.Unsupported;
        _harness.Tasks.Creations.Enqueue(new(CreateBehavior.NeverArrived));
        await _harness.ReceiveAndRunAsync();
        _harness.Time.Advance(_harness.Options.FirstLookUpAfter);
        Assert.That((await _harness.RunAsync())!.UnconfirmedSince, Is.Not.Null);
        var replayedAt = _harness.Now;

        _harness.Tasks.UsualSearch = (LookUpBehavior)search;
        await ReplayAsync();
        var end = await _harness.RunToRestAsync();

        Assert.That((end.Outcome, end.PossibleDuplicate), Is.EqualTo((FollowUpOutcome.TaskCreated, true)));
        Assert.That(_harness.Now - replayedAt, Is.LessThan(TimeSpan.FromMinutes(1)));
    }

    [Test]
    public async Task Replay_SecondCallStillOpenAndCxoneCannotTell_CreatesItAgainWithoutAnotherHold()
    {
        _harness.Options.OnUnconfirmed = UnconfirmedHandling.Hold;
        _harness.Tasks.UsualSearch = LookUpBehavior.Unsupported;
        _harness.Inbox.Put(Situation.All["parked, its call open"] with { UnconfirmedSince = null, PossibleDuplicate = true });

        await ReplayAsync();
        var end = await _harness.RunToRestAsync();

        Assert.That((end.Outcome, end.PossibleDuplicate, _harness.Tasks.Held.Count), Is.EqualTo((FollowUpOutcome.TaskCreated, true, 1)));
    }

    [Test]
    public async Task Replay_DiscardedBeforeItsAgentWasTold_TellsTheAgent(
        [Values("discarded, its agent not told", "discarded, stopped while telling")] string situation)
    {
        _harness.Inbox.Put(Situation.All[situation]);

        await ReplayAsync();
        var end = await _harness.RunToRestAsync();

        Assert.That((end.Outcome, end.Notification), Is.EqualTo((FollowUpOutcome.TaskCreated, NotificationStatus.Sent)));
        Assert.That((_harness.Notifications.Shown.Count, _harness.Tasks.Sent.Count), Is.EqualTo((1, 0)));
    }

    [Test]
    public async Task Confirm_Unconfirmed_TellsTheAgentAndCreatesNothing(
        [Values("creating, unconfirmed", "parked, its call open", "parked for review")] string situation)
    {
        _harness.Inbox.Put(Situation.All[situation]);

        await new ConfirmFollowUpHandler(new OperatorActions(_harness.Inbox, _harness.Time))
            .Handle(new(Id, "task-9", "Seen in CXone."), CancellationToken.None);
        var end = await _harness.RunToRestAsync();

        Assert.That((end.Outcome, end.TaskId, end.IntentAt), Is.EqualTo((FollowUpOutcome.TaskCreated, "task-9", (DateTimeOffset?)null)));
        Assert.That(_harness.Notifications.Shown.Single().Message, Does.Contain("task-9"));
        Assert.That(_harness.Journal.Steps, Has.None.EqualTo("create").And.None.EqualTo("find"));
    }

    [Test]
    public async Task Discard_Waiting_IsNeverWorkedOnAgain(
        [Values("received, waiting for its form", "creating, unconfirmed", "created, its notification waits")] string situation)
    {
        _harness.Inbox.Put(Situation.All[situation]);

        await new DiscardFollowUpHandler(new OperatorActions(_harness.Inbox, _harness.Time)).Handle(new(Id, "Called already."), CancellationToken.None);
        _harness.Time.Advance(TimeSpan.FromDays(365));

        Assert.That(await _harness.Inbox.ClaimAsync(1, CancellationToken.None), Is.Empty);
        Assert.That(_harness.Stored.Reason, Is.EqualTo("Discarded by an operator."));
    }

    private Task<OperatorActionResult> ReplayAsync() =>
        new ReplayFollowUpHandler(new OperatorActions(_harness.Inbox, _harness.Time)).Handle(new(Id, "Put right."), CancellationToken.None);
}
