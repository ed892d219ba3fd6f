using CxoneAssist.Application.Operators;
using CxoneAssist.Application.Ports;
using CxoneAssist.Application.Tests.World;
using CxoneAssist.Domain;

namespace CxoneAssist.Application.Tests.Operators;

/// <summary>What becomes of a follow-up once an operator has decided.</summary>
internal sealed class AfterInterventionTests
{
    private readonly ContactCentre _centre = new();

    private static string Id => ContactCentre.Interaction.InteractionId;

    [Test]
    public async Task Replay_TaskWasRefused_ComposesItAnewFromTheStandingDecision()
    {
        _centre.Tasks.UsualCreation = new(Creation.Rejected);
        await _centre.ReceiveAndRunToRestAsync();
        _centre.Tasks.UsualCreation = new(Creation.Answered);
        _centre.Options.Texts.Subject = "Corrected";
        _centre.Forms.Usual = FakeForms.Scored("5");

        await ReplayAsync();
        var end = await _centre.RunToRestAsync();

        Assert.That((end.Outcome, _centre.Tasks.Held.Single().Task.Subject), Is.EqualTo((FollowUpOutcome.TaskCreated, "Corrected")));
        Assert.That(_centre.Tasks.Sent.DistinctBy(sent => sent.IdempotencyKey).Count(), Is.EqualTo(2));
        Assert.That(_centre.Journal.Steps.Count(step => step == "read form"), Is.EqualTo(1));
    }

    [Test]
    public async Task Replay_AfterTheDueDate_IsDueWhenTheAgentCanStillDoIt()
    {
        _centre.Tasks.UsualCreation = new(Creation.Rejected);
        await _centre.ReceiveAndRunToRestAsync();
        _centre.Tasks.UsualCreation = new(Creation.Answered);
        _centre.Time.Advance(TimeSpan.FromDays(5));

        await ReplayAsync();
        await _centre.RunToRestAsync();

        Assert.That(_centre.Tasks.Held.Single().Task.DueDate, Is.EqualTo(_centre.Now.AddHours(1)));
    }

    [Test]
    public async Task Replay_ParkedForReview_ReadsTheFormAgainAndDecidesAnew()
    {
        _centre.Forms.Usual = FakeForms.Scored("3,5");
        await _centre.ReceiveAndRunToRestAsync();
        _centre.Forms.Usual = FakeForms.Scored("3.5");

        await ReplayAsync();
        var end = await _centre.RunToRestAsync();

        Assert.That((end.Outcome, end.Decision!.Priority), Is.EqualTo((FollowUpOutcome.TaskCreated, (TaskPriority?)TaskPriority.Medium)));
    }

    [Test]
    public async Task Replay_EndedWithoutAForm_WaitsForItsWholeGraceAgain()
    {
        _centre.Forms.Usual = new FormAnswer.NotYet();
        await _centre.ReceiveAndRunToRestAsync();

        await ReplayAsync();
        var end = await _centre.RunToRestAsync();

        Assert.That((end.Outcome, _centre.Now), Is.EqualTo((FollowUpOutcome.NoForm, JumpingTime.Morning.AddHours(48))));
    }

    [TestCase(Creation.AnswerLost)]
    [TestCase(Creation.NeverArrived)]
    public async Task Replay_CallStillOpen_LooksUpBeforeItCreatesAgain(object lost)
    {
        _centre.Options.MaxAttempts = 1;
        _centre.Options.OnUnconfirmed = UnconfirmedHandling.CreateAgain;
        _centre.Tasks.Creations.Enqueue(new((Creation)lost));
        _centre.Tasks.Searches.Enqueue(Search.Unsupported);
        var parked = await _centre.ReceiveAndRunToRestAsync();

        await ReplayAsync();
        var end = await _centre.RunToRestAsync();

        Assert.That((parked.State, end.Outcome), Is.EqualTo((FollowUpState.Parked, FollowUpOutcome.TaskCreated)));
        Assert.That(_centre.Tasks.Held, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Replay_NobodyCanLookItUp_CreatesItAgainMarkedWithoutAnotherHold(
        [Values(UnconfirmedHandling.HoldThenCreate, UnconfirmedHandling.Hold)] UnconfirmedHandling handling,
        [Values(Search.Unsupported, Search.Broken)] object search)
    {
        _centre.Options.OnUnconfirmed = handling;
        _centre.Tasks.UsualSearch = Search.Unsupported;
        _centre.Tasks.Creations.Enqueue(new(Creation.NeverArrived));
        await _centre.ReceiveAndRunAsync();
        _centre.Time.Advance(_centre.Options.FirstLookUpAfter);
        Assert.That((await _centre.RunAsync())!.UnconfirmedSince, Is.Not.Null);
        var replayedAt = _centre.Now;

        _centre.Tasks.UsualSearch = (Search)search;
        await ReplayAsync();
        var end = await _centre.RunToRestAsync();

        Assert.That((end.Outcome, end.PossibleDuplicate), Is.EqualTo((FollowUpOutcome.TaskCreated, true)));
        Assert.That(_centre.Now - replayedAt, Is.LessThan(TimeSpan.FromMinutes(1)));
    }

    [Test]
    public async Task Replay_SecondCallStillOpenAndCxoneCannotTell_CreatesItAgainWithoutAnotherHold()
    {
        _centre.Options.OnUnconfirmed = UnconfirmedHandling.Hold;
        _centre.Tasks.UsualSearch = Search.Unsupported;
        _centre.Inbox.Put(Situation.All["parked, its call open"] with { UnconfirmedSince = null, PossibleDuplicate = true });

        await ReplayAsync();
        var end = await _centre.RunToRestAsync();

        Assert.That((end.Outcome, end.PossibleDuplicate, _centre.Tasks.Held.Count), Is.EqualTo((FollowUpOutcome.TaskCreated, true, 1)));
    }

    [Test]
    public async Task Replay_DiscardedBeforeItsAgentWasTold_TellsTheAgent(
        [Values("discarded, its agent not told", "discarded, stopped while telling")] string situation)
    {
        _centre.Inbox.Put(Situation.All[situation]);

        await ReplayAsync();
        var end = await _centre.RunToRestAsync();

        Assert.That((end.Outcome, end.Notification), Is.EqualTo((FollowUpOutcome.TaskCreated, NotificationStatus.Sent)));
        Assert.That((_centre.Notifications.Shown.Count, _centre.Tasks.Sent.Count), Is.EqualTo((1, 0)));
    }

    [Test]
    public async Task Confirm_Unconfirmed_TellsTheAgentAndCreatesNothing(
        [Values("creating, unconfirmed", "parked, its call open", "parked for review")] string situation)
    {
        _centre.Inbox.Put(Situation.All[situation]);

        await new ConfirmFollowUpHandler(new OperatorActions(_centre.Inbox, _centre.Time))
            .Handle(new(Id, "task-9", "Seen in CXone."), CancellationToken.None);
        var end = await _centre.RunToRestAsync();

        Assert.That((end.Outcome, end.TaskId, end.IntentAt), Is.EqualTo((FollowUpOutcome.TaskCreated, "task-9", (DateTimeOffset?)null)));
        Assert.That(_centre.Notifications.Shown.Single().Message, Does.Contain("task-9"));
        Assert.That(_centre.Journal.Steps, Has.None.EqualTo("create").And.None.EqualTo("find"));
    }

    [Test]
    public async Task Discard_Waiting_IsNeverWorkedOnAgain(
        [Values("received, waiting for its form", "creating, unconfirmed", "created, its notification waits")] string situation)
    {
        _centre.Inbox.Put(Situation.All[situation]);

        await new DiscardFollowUpHandler(new OperatorActions(_centre.Inbox, _centre.Time)).Handle(new(Id, "Called already."), CancellationToken.None);
        _centre.Time.Advance(TimeSpan.FromDays(365));

        Assert.That(await _centre.Inbox.ClaimAsync(1, CancellationToken.None), Is.Empty);
        Assert.That(_centre.Stored.Reason, Is.EqualTo("Discarded by an operator."));
    }

    private Task<InterventionResult> ReplayAsync() =>
        new ReplayFollowUpHandler(new OperatorActions(_centre.Inbox, _centre.Time)).Handle(new(Id, "Put right."), CancellationToken.None);
}
