using CxoneAssist.Application.Tests.Fakes;

namespace CxoneAssist.Application.Tests.Flow;

internal sealed class NotifyStepTests
{
    private readonly FlowHarness _harness = new();

    [TearDown]
    public void TheTaskStandsWhateverBecameOfTheNotification()
    {
        Assert.That((_harness.Stored.Outcome, _harness.Stored.TaskId), Is.EqualTo((FollowUpOutcome.TaskCreated, "task-1")));
        Assert.That(_harness.Tasks.Sent, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Notification_Unavailable_IsRetriedWithoutCostHoweverOften()
    {
        for (var i = 0; i < 100; i++)
        {
            _harness.Notifications.Next.Enqueue(NotifyBehavior.Throttled);
        }

        var end = await _harness.ReceiveAndRunToRestAsync();

        Assert.That(_harness.Waits, Is.EqualTo(Enumerable.Repeat(TimeSpan.FromSeconds(5) + SameJitter.OnTopOfAPause, 100)));
        Assert.That((end.Notification, end.Attempts, _harness.Notifications.Shown.Count), Is.EqualTo((NotificationStatus.Sent, 0, 1)));
    }

    [Test]
    public async Task Notification_ShownAfterRetries_LeavesNoReasonToLookAtIt([Values(NotifyBehavior.Throttled, NotifyBehavior.Rejected)] NotifyBehavior first)
    {
        _harness.Notifications.Next.Enqueue(first);

        var end = await _harness.ReceiveAndRunToRestAsync();

        Assert.That((end.Notification, end.Reason), Is.EqualTo((NotificationStatus.Sent, (string?)null)));
    }

    [Test]
    public async Task Notification_Waiting_IsVisibleWithItsReason()
    {
        _harness.Notifications.Next.Enqueue(NotifyBehavior.Throttled);

        var waiting = await _harness.ReceiveAndRunAsync();

        Assert.That(
            (waiting!.State, waiting.Notification, waiting.Reason), Is.EqualTo((FollowUpState.Created, NotificationStatus.Pending, "CXone is busy.")));
        await _harness.RunToRestAsync();
    }

    [TestCase(NotifyBehavior.AnswerLost, 1, "Whether the agent was notified is not known: No answer came in time.")]
    [TestCase(NotifyBehavior.NeverArrived, 0, "Whether the agent was notified is not known: No answer came in time.")]
    [TestCase(NotifyBehavior.Throws, 0, "Whether the agent was notified is not known: FakeNotifications.NotifyAsync threw InvalidOperationException.")]
    public async Task Notification_OutcomeUnknown_IsNotRepeatedButSaid(object notice, int shown, string reason)
    {
        _harness.Notifications.Next.Enqueue((NotifyBehavior)notice);

        var end = await _harness.ReceiveAndRunToRestAsync();

        Assert.That((end.State, end.Notification, end.Reason), Is.EqualTo((FollowUpState.Done, NotificationStatus.Unknown, reason)));
        Assert.That((_harness.Notifications.Shown.Count, _harness.Waits.Count), Is.EqualTo((shown, 0)));
    }

    [TestCase(1)]
    [TestCase(8)]
    public async Task Notification_Rejected_EndsAsFailedWithTheReasonOnceItsAttemptsAreSpent(int maxAttempts)
    {
        _harness.Options.MaxAttempts = maxAttempts;
        _harness.Notifications.Usual = NotifyBehavior.Rejected;

        var end = await _harness.ReceiveAndRunToRestAsync();

        Assert.That(
            (end.State, end.Notification, end.Reason),
            Is.EqualTo((FollowUpState.Done, NotificationStatus.Failed, "The agent was not notified: CXone answered 404.")));
        Assert.That(_harness.Journal.Steps.Count(step => step == "notify"), Is.EqualTo(maxAttempts));
    }

    [Test]
    public async Task Notification_StoppedOnTheWay_IsNotSentAgainByTheNextRun([Values(Fault.DiesBefore, Fault.DiesAfter)] Fault fate)
    {
        _harness.Journal.InjectAt(4, fate);

        var end = await _harness.ReceiveAndRunToRestAsync();

        Assert.That(
            (end.Notification, end.Reason),
            Is.EqualTo((NotificationStatus.Unknown, "Whether the agent was notified is not known: it was stopped on the way.")));
        Assert.That(_harness.Journal.Steps.Count(step => step == "notify"), Is.EqualTo(1));
    }
}
