using CxoneAssist.Application.Operators;
using CxoneAssist.Application.Tests.Operators;
using CxoneAssist.Application.Tests.Fakes;
using CxoneAssist.Domain;

namespace CxoneAssist.Application.Tests.Flow;

/// <summary>In shadow mode no create call and no notification, ever; and nothing is lost.</summary>
internal sealed class ShadowModeTests
{
    private readonly FlowHarness _harness = new();

    private IEnumerable<string> Calls => _harness.Journal.Steps.Where(step => step is "create" or "notify");

    [TestCase("2", FollowUpOutcome.Shadowed, DecisionKind.Task)]
    [TestCase("5", FollowUpOutcome.NoTask, DecisionKind.NoTask)]
    [TestCase("x", FollowUpOutcome.None, DecisionKind.Review)]
    public async Task Shadow_AnyForm_IsDecidedAndRecordedAndNothingIsCalled(string score, FollowUpOutcome outcome, DecisionKind kind)
    {
        _harness.Options.Mode = FollowUpMode.Shadow;
        _harness.Forms.Usual = FakeForms.Scored(score);

        var end = await _harness.ReceiveAndRunToRestAsync();

        Assert.That((end.Outcome, end.Decision!.Kind, end.TaskId), Is.EqualTo((outcome, kind, (string?)null)));
        Assert.That(Calls, Is.Empty);
    }

    [Test]
    public async Task Shadow_TaskOwed_KeepsPriorityDueDateAndReasonsAndStaysDoneOnceTheHostIsLive()
    {
        _harness.Options.Mode = FollowUpMode.Shadow;
        var shadowed = await _harness.ReceiveAndRunToRestAsync();
        _harness.Options.Mode = FollowUpMode.Live;
        await _harness.ReceiveAsync();

        Assert.That((shadowed.Decision!.Priority, shadowed.Reason), Is.EqualTo(
            (TaskPriority.High, "Shadow mode: a task of priority High would have been created.")));
        Assert.That(shadowed.Decision.DueDate, Is.Not.Null);
        Assert.That(_harness.Inbox.ClaimableAt(), Is.Null, "a later webhook is a duplicate");
        Assert.That(Calls, Is.Empty);
    }

    [Test]
    public async Task Shadow_TaskOwedBefore_IsHeldWithoutAnAttemptAndCreatedOnceTheHostIsLive()
    {
        _harness.Tasks.Creations.Enqueue(new(CreateBehavior.Throttled));
        await _harness.ReceiveAndRunAsync();
        _harness.Options.Mode = FollowUpMode.Shadow;
        await HoldAsync(FollowUpState.Received);

        Assert.That(_harness.Tasks.Held, Is.Empty);
        _harness.Options.Mode = FollowUpMode.Live;
        Assert.That((await _harness.RunToRestAsync()).Outcome, Is.EqualTo(FollowUpOutcome.TaskCreated));
        Assert.That(_harness.Tasks.Held, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Shadow_CreationInDoubt_IsLookedUpAndNeitherCreatedAgainNorNotified()
    {
        _harness.Tasks.Creations.Enqueue(new(CreateBehavior.AnswerLost));
        await _harness.ReceiveAndRunAsync();
        _harness.Options.Mode = FollowUpMode.Shadow;
        await HoldAsync(FollowUpState.Created);

        Assert.That(Calls, Is.EqualTo(["create"]));
        _harness.Options.Mode = FollowUpMode.Live;
        var end = await _harness.RunToRestAsync();
        Assert.That((end.Outcome, end.Notification, _harness.Tasks.Held.Count), Is.EqualTo((FollowUpOutcome.TaskCreated, NotificationStatus.Sent, 1)));
    }

    [Test]
    public async Task Shadow_CreationThatNeverArrived_IsHeldUntilTheHostIsLive()
    {
        _harness.Tasks.Creations.Enqueue(new(CreateBehavior.NeverArrived));
        await _harness.ReceiveAndRunAsync();
        _harness.Options.Mode = FollowUpMode.Shadow;
        await HoldAsync(FollowUpState.Creating);

        Assert.That(Calls, Is.EqualTo(["create"]));
        _harness.Options.Mode = FollowUpMode.Live;
        Assert.That((await _harness.RunToRestAsync()).Outcome, Is.EqualTo(FollowUpOutcome.TaskCreated));
        Assert.That(_harness.Tasks.Held, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Shadow_OperatorInsistsOnAnUnconfirmedOne_IsNotForgottenAndCreatedOnceTheHostIsLive([Values] UnconfirmedHandling handling)
    {
        _harness.Options.OnUnconfirmed = handling;
        _harness.Options.Mode = FollowUpMode.Shadow;
        _harness.Tasks.UsualSearch = LookUpBehavior.Unsupported;
        _harness.Inbox.Put(Situation.All["creating, unconfirmed"]);
        await new ReplayFollowUpHandler(new OperatorActions(_harness.Inbox, _harness.Time)).Handle(new(FlowHarness.Interaction.InteractionId, "not there"), default);
        await HoldAsync(FollowUpState.Creating);

        Assert.That(Calls, Is.Empty);
        _harness.Options.Mode = FollowUpMode.Live;
        var live = _harness.Now;
        var end = await _harness.RunToRestAsync();
        Assert.That((end.Outcome, end.PossibleDuplicate), Is.EqualTo((FollowUpOutcome.TaskCreated, true)));
        Assert.That(_harness.Now - live, Is.LessThanOrEqualTo(TimeSpan.FromMinutes(5)), "no hold is kept a second time");
    }

    [Test]
    public async Task ShadowPolicy_DecidesBeside_IsRecordedAndNotActedUpon()
    {
        _harness.Policies.Shadow = new FollowUpPolicy(
            "stricter", FollowUpPolicy.Default.Question, new([new Tier("all", 5, TaskPriority.Critical, default)]), default);
        _harness.Forms.Usual = FakeForms.Scored("4.5");

        var end = await _harness.ReceiveAndRunToRestAsync();

        Assert.That((end.Outcome, end.Decision!.Policy), Is.EqualTo((FollowUpOutcome.NoTask, "default")));
        var shadow = end.Decision.Shadow!;
        Assert.That((shadow.Policy, shadow.Kind, shadow.Priority), Is.EqualTo(("stricter", DecisionKind.Task, TaskPriority.Critical)));
        Assert.That((shadow.PolicyHash, end.Decision.PolicyHash), Is.EqualTo((_harness.Policies.Shadow.Hash, FollowUpPolicy.Default.Hash)));
        Assert.That(Calls, Is.Empty);
    }

    // Long enough for every look-up and every hold to have come round more than once.
    private async Task HoldAsync(FollowUpState state)
    {
        for (var runs = 0; runs < 30; runs++)
        {
            _harness.Time.Advance(TimeSpan.FromMinutes(5));
            await _harness.RunAsync();
        }

        Assert.That(_harness.Stored.State, Is.EqualTo(state));
        Assert.That(_harness.Stored.Reason, Does.StartWith("Held: the host is in shadow mode"));
        Assert.That(_harness.Stored.Attempts, Is.LessThanOrEqualTo(1));
    }
}
