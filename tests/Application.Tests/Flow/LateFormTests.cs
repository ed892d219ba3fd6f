using CxoneAssist.Application.Ports;
using CxoneAssist.Application.Tests.Fakes;

namespace CxoneAssist.Application.Tests.Flow;

internal sealed class LateFormTests
{
    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(2),
        TimeSpan.FromMinutes(15), TimeSpan.FromHours(2), TimeSpan.FromHours(12),
    ];

    private static readonly TimeSpan Rest = TimeSpan.FromHours(24) - Sum(Waits.Length);

    private readonly FlowHarness _harness = new();

    [SetUp]
    public void NoFormYet() => _harness.Forms.Usual = new FormAnswer.NotYet();

    [Test]
    public async Task Form_NeverSubmitted_IsAskedForUntilTheGraceEndsThenEndsWithoutOne()
    {
        var end = await _harness.ReceiveAndRunToRestAsync();

        Assert.That(_harness.Waits, Is.EqualTo([.. Waits, Rest]));
        Assert.That((end.State, end.Outcome, end.Attempts), Is.EqualTo((FollowUpState.Done, FollowUpOutcome.NoForm, 0)));
        Assert.That(end.Reason, Is.EqualTo("No form came within the grace period."));
    }

    [Test]
    public async Task Form_SubmittedLate_OwesItsTaskAllTheSame([Range(1, 7)] int emptyAnswers)
    {
        _harness.Forms.Usual = FakeForms.Scored("2");
        for (var i = 0; i < emptyAnswers; i++)
        {
            _harness.Forms.Next.Enqueue(() => new FormAnswer.NotYet());
        }

        var end = await _harness.ReceiveAndRunToRestAsync();

        Assert.That(_harness.Waits, Is.EqualTo(((TimeSpan[])[.. Waits, Rest]).Take(emptyAnswers)));
        Assert.That((end.Outcome, _harness.Tasks.Held.Count), Is.EqualTo((FollowUpOutcome.TaskCreated, 1)));
    }

    [TestCase(1, 1)]
    [TestCase(2, 1)]
    [TestCase(10, 2)]
    [TestCase(17, 2)]
    [TestCase(18, 3)]
    public async Task GracePeriod_Shorter_CutsTheLastWaitShort(int seconds, int waits)
    {
        _harness.Options.FormGracePeriod = TimeSpan.FromSeconds(seconds);

        var end = await _harness.ReceiveAndRunToRestAsync();

        Assert.That(
            (end.Outcome, _harness.Waits.Count, _harness.Now), Is.EqualTo((FollowUpOutcome.NoForm, waits, JumpingTime.Morning.AddSeconds(seconds))));
    }

    [Test]
    public async Task Form_WaitedFor_IsVisibleAsWaiting()
    {
        var waiting = await _harness.ReceiveAndRunAsync();

        Assert.That(
            (waiting!.State, waiting.NextAttemptAt, waiting.FormPolls, waiting.Reason),
            Is.EqualTo((FollowUpState.Received, JumpingTime.Morning.AddSeconds(2), 1, "The customer has not submitted a form yet.")));
    }

    [Test]
    public async Task Webhook_AfterItEndedWithoutAForm_OpensItAgainWithItsWholeGrace()
    {
        await _harness.ReceiveAndRunToRestAsync();
        _harness.Waits.Clear();
        _harness.Time.Advance(TimeSpan.FromDays(3));

        var end = await _harness.ReceiveAndRunToRestAsync();

        Assert.That(_harness.Waits.Skip(1), Is.EqualTo([.. Waits, Rest]));
        Assert.That(end.Outcome, Is.EqualTo(FollowUpOutcome.NoForm));
    }

    [Test]
    public async Task Form_CannotBeRead_IsRetriedAndParkedInTheEndWithTheReason([Values(FailureKind.Rejected, FailureKind.Unknown)] FailureKind kind)
    {
        _harness.Forms.Usual = FakeForms.Failed(kind, "CXone answered 403: the scope postinteractionform:read is missing.");

        var end = await _harness.ReceiveAndRunToRestAsync();

        Assert.That((end.State, end.Attempts), Is.EqualTo((FollowUpState.Parked, 8)));
        Assert.That(end.Reason, Is.EqualTo("Gave up after 8 attempts: CXone answered 403: the scope postinteractionform:read is missing."));
    }

    [Test]
    public async Task Form_ReadingThrows_IsRetriedLikeAnyFailure()
    {
        _harness.Forms.Next.Enqueue(() => throw new InvalidOperationException("A defect of the adapter."));
        _harness.Forms.Usual = FakeForms.Scored("2");

        var end = await _harness.ReceiveAndRunToRestAsync();

        Assert.That(_harness.Waits, Is.EqualTo(new[] { TimeSpan.FromSeconds(1) }));
        Assert.That((end.Outcome, end.Reason), Is.EqualTo((FollowUpOutcome.TaskCreated, (string?)null)));
    }

    [Test]
    public async Task Forms_AwayForHours_CostNoAttemptAndNoQuestion()
    {
        for (var i = 0; i < 1_000; i++)
        {
            _harness.Forms.Next.Enqueue(() => FakeForms.Failed(FailureKind.Unavailable));
        }

        _harness.Forms.Next.Enqueue(() => new FormAnswer.NotYet());
        await _harness.ReceiveAsync();
        for (var i = 0; i < 1_000; i++)
        {
            await _harness.RunAsync();
            _harness.Time.Advance(TimeSpan.FromSeconds(6));
        }

        Assert.That((_harness.Stored.State, _harness.Stored.Attempts, _harness.Stored.FormPolls), Is.EqualTo((FollowUpState.Received, 0, 0)));
    }

    private static TimeSpan Sum(int count) => Waits.Take(count).Aggregate((one, other) => one + other);
}
