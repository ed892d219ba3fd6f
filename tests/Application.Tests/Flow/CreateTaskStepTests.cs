using CxoneAssist.Application.Ports;
using CxoneAssist.Application.Tests.Fakes;
using CxoneAssist.Domain;

namespace CxoneAssist.Application.Tests.Flow;

internal sealed class CreateTaskStepTests
{
    private static readonly string[] WholeWay = ["read form", "save Creating", "create", "save Created", "notify", "save Done"];

    private static readonly TimeSpan[] Backoff =
    [
        TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2),
        TimeSpan.FromMinutes(10), TimeSpan.FromHours(1), TimeSpan.FromHours(6),
    ];

    private readonly FlowHarness _harness = new();

    [Test]
    public async Task Intent_IsCommittedWithTheExactCall_BeforeItIsSent()
    {
        await _harness.ReceiveAndRunToRestAsync();

        Assert.That(_harness.Journal.Steps, Is.EqualTo(WholeWay));
        var intent = _harness.Inbox.Checkpoints[0];
        Assert.That(
            new TaskRequest(FlowHarness.Interaction.InteractionId, intent.Payload!, intent.IdempotencyKey!),
            Is.EqualTo(_harness.Tasks.Sent.Single()));
        Assert.That((intent.IntentAt, intent.TaskId, intent.Decision is null), Is.EqualTo(((DateTimeOffset?)JumpingTime.Morning, (string?)null, false)));
    }

    [Test]
    public async Task Task_Made_ItsIdIsCommittedBeforeTheAgentIsTold()
    {
        await _harness.ReceiveAndRunToRestAsync();

        var created = _harness.Inbox.Checkpoints[1];
        Assert.That(
            (created.State, created.TaskId, created.IntentAt, created.Notification),
            Is.EqualTo((FollowUpState.Created, "task-1", (DateTimeOffset?)null, NotificationStatus.Sending)));
    }

    [Test]
    public async Task Compose_ThrowsEveryTime_IsParkedOnceItsAttemptsAreSpent()
    {
        _harness.Tasks.Defect = new FormatException("Unforeseen.");

        var end = await _harness.ReceiveAndRunToRestAsync();

        Assert.That((end.State, end.Attempts, _harness.Tasks.Sent.Count), Is.EqualTo((FollowUpState.Parked, 8, 0)));
        Assert.That(end.Reason, Is.EqualTo("Gave up after 8 attempts: FakeTasks.Compose threw FormatException."));
        Assert.That(_harness.Waits.Sum(wait => wait.TotalHours), Is.GreaterThan(5), "with growing waits between them");
    }

    [Test]
    public async Task Compose_ThrowsOnce_IsTriedAgain()
    {
        _harness.Tasks.Defect = new FormatException("Unforeseen.");
        await _harness.ReceiveAndRunAsync();
        _harness.Tasks.Defect = null;

        var end = await _harness.RunToRestAsync();

        Assert.That((end.Outcome, _harness.Tasks.Held.Count), Is.EqualTo((FollowUpOutcome.TaskCreated, 1)));
    }

    [Test]
    public async Task Compose_Throws_IsAnAttemptOfTheCreationAndKeepsTheDecision()
    {
        _harness.Tasks.Defect = new FormatException("Unforeseen.");

        var left = await _harness.ReceiveAndRunAsync();

        Assert.That((left!.State, left.Decision is null), Is.EqualTo((FollowUpState.Received, false)));
        Assert.That(left.FailedAttempts.Single().Step, Is.EqualTo(FollowUpStep.Creation));
        Assert.That(
            _harness.PartFailures.Reported, Is.EqualTo(new[] { $"FakeTasks.Compose {FlowHarness.Interaction.InteractionId} FormatException" }));
    }

    [TestCase("a/b", "agent-1", "The task cannot be sent: The interaction's id is not valid.")]
    [TestCase("interaction-1", "", "The task cannot be sent: The assignee's id is not valid.")]
    public async Task StoredRow_WithAnIdThatIsNotValidNow_IsParkedWithTheReason(string id, string agent, string reason)
    {
        await _harness.ReceiveAsync(new CompletedInteraction(id, agent));

        var end = await _harness.RunToRestAsync();

        Assert.That((end.State, end.Reason, _harness.Tasks.Sent.Count), Is.EqualTo((FollowUpState.Parked, reason, 0)));
    }

    [Test]
    public async Task Compose_ThatCancels_CountsAsAFailureAndReleasesTheLease()
    {
        _harness.Tasks.Defect = new OperationCanceledException();

        var left = await _harness.ReceiveAndRunAsync();

        Assert.That((left!.Attempts, left.Reason), Is.EqualTo((1, "FakeTasks.Compose threw OperationCanceledException.")));
    }

    [Test]
    public async Task Create_Unavailable_CostsNoAttemptHoweverOften()
    {
        await _harness.ReceiveAsync();
        _harness.Tasks.UsualCreation = new(CreateBehavior.Throttled);
        for (var i = 0; i < 500; i++)
        {
            var left = await _harness.RunAsync();
            Assert.That(
                (left!.State, left.Attempts, left.IntentAt, left.NextAttemptAt - _harness.Now),
                Is.EqualTo((FollowUpState.Received, 0, (DateTimeOffset?)null, TimeSpan.FromSeconds(5) + SameJitter.OnTopOfAPause)));
            _harness.Time.Advance(left.NextAttemptAt - _harness.Now);
            _harness.Options.Texts.Subject = "Changed meanwhile";
        }

        _harness.Tasks.UsualCreation = new(CreateBehavior.Answered);
        await _harness.RunToRestAsync();

        Assert.That(_harness.Tasks.Held, Has.Count.EqualTo(1));
        Assert.That(_harness.Tasks.Sent.Distinct().Count(), Is.EqualTo(1), "every retry sends the same bytes and key");
    }

    [Test]
    public async Task Create_AskedToComeBackLater_ComesBackThen()
    {
        _harness.Tasks.RetryAt = JumpingTime.Morning.AddSeconds(77);
        _harness.Tasks.Creations.Enqueue(new(CreateBehavior.Throttled));

        var left = await _harness.ReceiveAndRunAsync();

        Assert.That(left!.NextAttemptAt, Is.EqualTo(JumpingTime.Morning.AddSeconds(77) + SameJitter.OnTopOfAPause));
    }

    [TestCase(1)]
    [TestCase(3)]
    [TestCase(8)]
    public async Task Create_Rejected_IsRetriedUntilItsAttemptsAreSpentThenParkedWithTheMessage(int maxAttempts)
    {
        _harness.Options.MaxAttempts = maxAttempts;
        _harness.Tasks.UsualCreation = new(CreateBehavior.Rejected);

        var end = await _harness.ReceiveAndRunToRestAsync();

        Assert.That(_harness.Waits, Is.EqualTo(Backoff.Take(maxAttempts - 1)));
        Assert.That((end.State, end.Attempts, end.IntentAt), Is.EqualTo((FollowUpState.Parked, maxAttempts, (DateTimeOffset?)null)));
        Assert.That(end.Reason, Is.EqualTo($"Gave up after {maxAttempts} attempts: CXone answered 400: dueDate is not allowed."));
        Assert.That((_harness.Tasks.Sent.Count, _harness.Tasks.Sent.Distinct().Count()), Is.EqualTo((maxAttempts, 1)));
    }

    [Test]
    public async Task Create_RejectedThenTaken_LeavesNoReasonBehind()
    {
        _harness.Tasks.Creations.Enqueue(new(CreateBehavior.Rejected));

        var end = await _harness.ReceiveAndRunToRestAsync();

        Assert.That((end.Outcome, end.Reason, _harness.Tasks.Sent.Distinct().Count()), Is.EqualTo((FollowUpOutcome.TaskCreated, (string?)null, 1)));
    }

    [Test]
    public async Task Create_LeaseTooShortAfterPacing_IsNotSentAndCostsNothing()
    {
        _harness.Tasks.Creations.Enqueue(new(CreateBehavior.Answered, Paced: FakeInbox.LeaseTime - FakeTasks.CallTimeOut + TimeSpan.FromTicks(1)));

        var left = await _harness.ReceiveAndRunAsync();

        Assert.That((left!.State, left.Attempts, _harness.Tasks.Sent.Count), Is.EqualTo((FollowUpState.Received, 0, 0)));
    }

    [Test]
    public async Task Create_AfterASlowForm_IsSentUnderTheLeaseItsIntentRenewed()
    {
        _harness.Forms.Next.Enqueue(() =>
        {
            _harness.Time.Advance(FakeInbox.LeaseTime - TimeSpan.FromSeconds(1));
            return FakeForms.Scored("2");
        });

        var end = await _harness.ReceiveAndRunAsync();

        Assert.That((end!.Outcome, _harness.Tasks.Sent.Count), Is.EqualTo((FollowUpOutcome.TaskCreated, 1)));
    }
}
