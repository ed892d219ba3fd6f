using CxoneAssist.Application.Tests.World;
using CxoneAssist.Domain;

namespace CxoneAssist.Application.Tests.Flow;

internal sealed class CreatingTests
{
    private static readonly string[] WholeWay = ["read form", "save Creating", "create", "save Created", "notify", "save Done"];

    private static readonly string[] TwoIntents = ["save Creating", "create", "save Creating", "create"];

    private static readonly string[] OnlyParked = ["read form", "save Parked"];

    private static readonly TimeSpan[] Backoff =
    [
        TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2),
        TimeSpan.FromMinutes(10), TimeSpan.FromHours(1), TimeSpan.FromHours(6),
    ];

    private readonly ContactCentre _centre = new();

    [Test]
    public async Task Intent_IsCommittedWithTheExactCall_BeforeItIsSent()
    {
        await _centre.ReceiveAndRunToRestAsync();

        Assert.That(_centre.Journal.Steps, Is.EqualTo(WholeWay));
        var intent = _centre.Inbox.Checkpoints[0];
        Assert.That((intent.Payload, intent.IdempotencyKey), Is.EqualTo(_centre.Tasks.Sent.Single()));
        Assert.That((intent.IntentAt, intent.TaskId, intent.Decision is null), Is.EqualTo(((DateTimeOffset?)JumpingTime.Morning, (string?)null, false)));
    }

    [Test]
    public async Task Task_Made_ItsIdIsCommittedBeforeTheAgentIsTold()
    {
        await _centre.ReceiveAndRunToRestAsync();

        var created = _centre.Inbox.Checkpoints[1];
        Assert.That(
            (created.State, created.TaskId, created.IntentAt, created.Notification),
            Is.EqualTo((FollowUpState.Created, "task-1", (DateTimeOffset?)null, NotificationStatus.Sending)));
    }

    [Test]
    public async Task Create_Unavailable_CostsNoAttemptHoweverOften()
    {
        await _centre.ReceiveAsync();
        _centre.Tasks.UsualCreation = new(Creation.Throttled);
        for (var i = 0; i < 500; i++)
        {
            var left = await _centre.RunAsync();
            Assert.That(
                (left!.State, left.Attempts, left.IntentAt, left.NextAt - _centre.Now),
                Is.EqualTo((FollowUpState.Received, 0, (DateTimeOffset?)null, TimeSpan.FromSeconds(5) + SameJitter.OnTopOfAPause)));
            _centre.Time.Advance(left.NextAt - _centre.Now);
            _centre.Options.Texts.Subject = "Changed meanwhile";
        }

        _centre.Tasks.UsualCreation = new(Creation.Answered);
        await _centre.RunToRestAsync();

        Assert.That(_centre.Tasks.Held, Has.Count.EqualTo(1));
        Assert.That(_centre.Tasks.Sent.Distinct().Count(), Is.EqualTo(1), "every retry sends the same bytes and key");
    }

    [Test]
    public async Task Create_AskedToComeBackLater_ComesBackThen()
    {
        _centre.Tasks.RetryAt = JumpingTime.Morning.AddSeconds(77);
        _centre.Tasks.Creations.Enqueue(new(Creation.Throttled));

        var left = await _centre.ReceiveAndRunAsync();

        Assert.That(left!.NextAt, Is.EqualTo(JumpingTime.Morning.AddSeconds(77) + SameJitter.OnTopOfAPause));
    }

    [TestCase(1)]
    [TestCase(3)]
    [TestCase(8)]
    public async Task Create_Rejected_IsRetriedUntilItsAttemptsAreSpentThenParkedWithTheMessage(int maxAttempts)
    {
        _centre.Options.MaxAttempts = maxAttempts;
        _centre.Tasks.UsualCreation = new(Creation.Rejected);

        var end = await _centre.ReceiveAndRunToRestAsync();

        Assert.That(_centre.Waits, Is.EqualTo(Backoff.Take(maxAttempts - 1)));
        Assert.That((end.State, end.Attempts, end.IntentAt), Is.EqualTo((FollowUpState.Parked, maxAttempts, (DateTimeOffset?)null)));
        Assert.That(end.Reason, Is.EqualTo($"Gave up after {maxAttempts} attempts: CXone answered 400: dueDate is not allowed."));
        Assert.That((_centre.Tasks.Sent.Count, _centre.Tasks.Sent.Distinct().Count()), Is.EqualTo((maxAttempts, 1)));
    }

    [Test]
    public async Task Create_RejectedThenTaken_LeavesNoReasonBehind()
    {
        _centre.Tasks.Creations.Enqueue(new(Creation.Rejected));

        var end = await _centre.ReceiveAndRunToRestAsync();

        Assert.That((end.Outcome, end.Reason, _centre.Tasks.Sent.Distinct().Count()), Is.EqualTo((FollowUpOutcome.TaskCreated, (string?)null, 1)));
    }

    [Test]
    public async Task Create_LeaseTooShortAfterPacing_IsNotSentAndCostsNothing()
    {
        _centre.Tasks.Creations.Enqueue(new(Creation.Answered, Paced: FakeInbox.LeaseTime - FakeTasks.CallTimeOut + TimeSpan.FromTicks(1)));

        var left = await _centre.ReceiveAndRunAsync();

        Assert.That((left!.State, left.Attempts, _centre.Tasks.Sent.Count), Is.EqualTo((FollowUpState.Received, 0, 0)));
    }

    [Test]
    public async Task Create_AfterASlowForm_IsSentUnderTheLeaseItsIntentRenewed()
    {
        _centre.Forms.Next.Enqueue(() =>
        {
            _centre.Time.Advance(FakeInbox.LeaseTime - TimeSpan.FromSeconds(1));
            return FakeForms.Scored("2");
        });

        var end = await _centre.ReceiveAndRunAsync();

        Assert.That((end!.Outcome, _centre.Tasks.Sent.Count), Is.EqualTo((FollowUpOutcome.TaskCreated, 1)));
    }

    [Test]
    public async Task Assignee_Refused_TheFallbackGetsTheTaskAtOnceUnderANewKey()
    {
        _centre.Options.FallbackAssignee = "supervisor-queue-7";
        _centre.Tasks.Creations.Enqueue(new(Creation.AssigneeRefused));

        var end = await _centre.ReceiveAndRunAsync();

        Assert.That(_centre.Tasks.Held.Single().Task.AssigneeId, Is.EqualTo("supervisor-queue-7"));
        Assert.That(_centre.Tasks.Sent.DistinctBy(sent => sent.Key).Count(), Is.EqualTo(2));
        Assert.That((end!.Outcome, end.UsesFallbackAssignee), Is.EqualTo((FollowUpOutcome.TaskCreated, true)));
        Assert.That(_centre.Journal.Steps[1..5], Is.EqualTo(TwoIntents));
    }

    [Test]
    public async Task Assignee_FallbackRefusedToo_IsUsedOnceAndParkedInTheEnd()
    {
        _centre.Options.FallbackAssignee = "supervisor-queue-7";
        _centre.Tasks.UsualCreation = new(Creation.AssigneeRefused);

        var end = await _centre.ReceiveAndRunToRestAsync();

        Assert.That((end.State, end.Reason), Is.EqualTo((FollowUpState.Parked, "Gave up after 8 attempts: CXone knows no such assignee.")));
        Assert.That(_centre.Tasks.Sent, Has.Count.EqualTo(1 + 8));
    }

    [Test]
    public async Task Assignee_RefusedWithoutAFallback_IsParkedInTheEnd()
    {
        _centre.Tasks.UsualCreation = new(Creation.AssigneeRefused);

        var end = await _centre.ReceiveAndRunToRestAsync();

        Assert.That((end.State, end.UsesFallbackAssignee, _centre.Tasks.Sent.Count), Is.EqualTo((FollowUpState.Parked, false, 8)));
    }

    [TestCase("due in the past", "The due date lies in the past.")]
    [TestCase("due too late", "The due date lies more than two years ahead.")]
    [TestCase("no subject", "'Subject' must not be empty.")]
    [TestCase("long description", "'Description' must be 4000 characters or fewer")]
    public async Task Payload_Wrong_IsParkedUnsent(string fault, string reason)
    {
        Break(fault);

        var end = await _centre.ReceiveAndRunAsync();

        Assert.That(end!.Reason, Does.StartWith("The task cannot be sent: ").And.Contain(reason));
        Assert.That(_centre.Journal.Steps, Is.EqualTo(OnlyParked));
        Assert.That((end.State, end.Payload, end.IntentAt), Is.EqualTo((FollowUpState.Parked, (string?)null, (DateTimeOffset?)null)));
    }

    [Test]
    public async Task Fallback_NotAnId_IsParkedUnsent()
    {
        _centre.Options.FallbackAssignee = "not an id";
        _centre.Tasks.UsualCreation = new(Creation.AssigneeRefused);

        var end = await _centre.ReceiveAndRunAsync();

        Assert.That((end!.State, end.Reason), Is.EqualTo((FollowUpState.Parked, "The task cannot be sent: The assignee's id is not valid.")));
        Assert.That((_centre.Tasks.Sent.Count, end.IntentAt), Is.EqualTo((1, (DateTimeOffset?)null)));
    }

    private void Break(string fault)
    {
        if (fault.StartsWith("due", StringComparison.Ordinal))
        {
            // Without notice a task can be due at the very instant it is made.
            var due = new FollowUpDuration(fault == "due too late" ? 105 : 0, DurationUnit.Weeks);
            _centre.Policy = new("odd", FollowUpPolicy.Default.Question, [new Tier("t", 3, TaskPriority.Low, due)], default);
        }

        _centre.Options.Texts = fault switch
        {
            "no subject" => new() { Subject = " " },
            "long description" => new() { Description = new string('x', 4001) },
            _ => new(),
        };
    }
}
