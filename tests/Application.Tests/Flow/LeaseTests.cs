using CxoneAssist.Application.Ports;
using CxoneAssist.Application.Tests.Fakes;

namespace CxoneAssist.Application.Tests.Flow;

internal sealed class LeaseTests
{
    private static readonly string[] WholeWay = ["read form", "save Creating", "create", "save Created", "notify", "save Done"];

    private readonly FlowHarness _harness = new();

    [TestCase(1)]
    [TestCase(3)]
    [TestCase(5)]
    public async Task Lease_Lost_EndsTheRunAtOnceAndChangesNothing(int save)
    {
        _harness.Journal.Meanwhile = async () =>
        {
            _harness.Time.Advance(FakeInbox.LeaseTime);
            await _harness.Inbox.ClaimAsync(1, CancellationToken.None);
        };
        _harness.Journal.InjectAt(save, Fault.PausesBefore);

        var left = await _harness.ReceiveAndRunAsync();

        Assert.That(left, Is.Null);
        Assert.That(_harness.Journal.Steps, Is.EqualTo(WholeWay.Take(save + 1)));
        Assert.That(_harness.Inbox.Checkpoints, Has.Count.EqualTo(save / 2));
        Assert.That(_harness.Stored, Is.EqualTo(_harness.Inbox.Checkpoints.LastOrDefault() ?? new FollowUp(FlowHarness.Interaction, JumpingTime.Morning)));
    }

    [Test]
    public async Task Stop_BeforeItBegins_HandsBackUntouched()
    {
        using var stopping = new CancellationTokenSource();
        await stopping.CancelAsync();

        var left = await _harness.ReceiveAndRunAsync(stopping.Token);

        Assert.That((left!.State, left.Attempts, left.FormPolls, left.Decision), Is.EqualTo((FollowUpState.Received, 0, 0, (RecordedDecision?)null)));
        Assert.That(left.NextAttemptAt - _harness.Now, Is.EqualTo(SameJitter.OnTopOfAPause));
        Assert.That(_harness.Journal.Steps.Single(), Is.EqualTo("save Received"));
    }

    [TestCase("read form", FollowUpState.Received, 0)]
    [TestCase("save Creating", FollowUpState.Received, 0)]
    [TestCase("create", FollowUpState.Created, 1)]
    [TestCase("save Created", FollowUpState.Created, 1)]
    [TestCase("notify", FollowUpState.Done, 1)]
    public async Task Stop_OnTheWay_SendsNothingMoreAndKeepsWhatWasReached(string during, FollowUpState state, int tasks)
    {
        var left = await StopAsync(during);

        Assert.That((left!.State, left.Attempts, left.IntentAt, left.Decision is null), Is.EqualTo((state, 0, (DateTimeOffset?)null, false)));
        Assert.That(left.Notification, Is.EqualTo(state == FollowUpState.Done ? NotificationStatus.Sent : NotificationStatus.Pending));
        Assert.That((_harness.Tasks.Sent.Count, _harness.Inbox.Read().Leased), Is.EqualTo((tasks, false)));
        Assert.That(_harness.Stored, Is.EqualTo(left));
    }

    [Test]
    public async Task Stop_OnTheWay_IsGoneOnWithByTheNextRun([Values("read form", "save Creating", "create", "save Created")] string during)
    {
        await StopAsync(during);

        var end = await _harness.RunToRestAsync();

        Assert.That((end.Notification, end.Reason), Is.EqualTo((NotificationStatus.Sent, (string?)null)));
        Assert.That((_harness.Tasks.Held.Count, _harness.Notifications.Shown.Count), Is.EqualTo((1, 1)));
    }

    [Test]
    public async Task Stop_WhileLookingUp_KeepsTheIntent()
    {
        _harness.Tasks.Creations.Enqueue(new(CreateBehavior.AnswerLost));
        var doubted = await _harness.ReceiveAndRunAsync();
        _harness.Time.Advance(doubted!.NextAttemptAt - _harness.Now);
        using var stopping = new CancellationTokenSource();
        await stopping.CancelAsync();

        var left = await _harness.RunAsync(stopping.Token);

        Assert.That((left!.State, left.IntentAt, left.Attempts, left.LookUps), Is.EqualTo((FollowUpState.Creating, doubted.IntentAt, 1, 0)));
    }

    [Test]
    public async Task Inbox_AwayForAMoment_IsWaitedForAtEveryCheckpoint(
        [Values("create", "notify", "read form")] string after, [Values(1, 3, 200)] int refusals)
    {
        _harness.Journal.Happened = step => _harness.Inbox.AwayFor = step == after ? refusals : _harness.Inbox.AwayFor;

        var end = await _harness.ReceiveAndRunAsync();

        Assert.That((end!.Outcome, _harness.Tasks.Held.Count, _harness.Notifications.Shown.Count), Is.EqualTo((FollowUpOutcome.TaskCreated, 1, 1)));
        Assert.That(_harness.Now - JumpingTime.Morning, Is.EqualTo(TimeSpan.FromMilliseconds(250 * refusals)));
        Assert.That(_harness.Inbox.Checkpoints, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task Inbox_AwayForAnHour_ForgetsNoAnswer([Values("create", "notify", "read form")] string after)
    {
        const int FourASecond = 4 * 3600;
        _harness.Journal.Happened = step => _harness.Inbox.AwayFor = step == after ? FourASecond : _harness.Inbox.AwayFor;

        var end = await _harness.ReceiveAndRunAsync();

        Assert.That((end!.Outcome, _harness.Tasks.Sent.Count, _harness.Notifications.Shown.Count), Is.EqualTo((FollowUpOutcome.TaskCreated, 1, 1)));
        Assert.That(_harness.Now - JumpingTime.Morning, Is.EqualTo(TimeSpan.FromHours(1)));
        Assert.That(_harness.Journal.Steps, Does.Not.Contain("find"));
    }

    [Test]
    public async Task Inbox_AwayWhileStopping_IsWaitedForNoLongerThanTheLeaseLasts([Values("create", "notify", "read form")] string after)
    {
        using var stopping = new CancellationTokenSource();
        _harness.Journal.Happened = step =>
        {
            _harness.Inbox.AwayFor = step == after ? int.MaxValue : _harness.Inbox.AwayFor;
            Cancel(step == after, stopping);
        };
        await _harness.ReceiveAsync();

        await Assert.ThrowsAsync<InboxUnavailableException>(() => _harness.RunAsync(stopping.Token));

        Assert.That(_harness.Now - JumpingTime.Morning, Is.GreaterThan(FakeInbox.LeaseTime - TimeSpan.FromSeconds(1)).And.LessThan(FakeInbox.LeaseTime));
        (_harness.Inbox.AwayFor, _harness.Journal.Happened) = (0, _ => { });
        var end = await _harness.RunToRestAsync();
        Assert.That((end.Outcome, _harness.Tasks.Held.Count), Is.EqualTo((FollowUpOutcome.TaskCreated, 1)));
    }

    [Test]
    public async Task Inbox_CommitsButItsAnswersAreLost_RepeatsNoCall()
    {
        _harness.Inbox.AnswersLost = 2;

        var end = await _harness.ReceiveAndRunToRestAsync();

        Assert.That((end.Outcome, _harness.Tasks.Sent.Count, _harness.Notifications.Shown.Count), Is.EqualTo((FollowUpOutcome.TaskCreated, 1, 1)));
    }

    private async Task<FollowUp?> StopAsync(string during)
    {
        using var stopping = new CancellationTokenSource();
        _harness.Journal.Happened = step => Cancel(step == during, stopping);
        var left = await _harness.ReceiveAndRunAsync(stopping.Token);
        _harness.Journal.Happened = _ => { };
        return left;
    }

    private static void Cancel(bool now, CancellationTokenSource stopping)
    {
        if (now)
        {
            stopping.Cancel();
        }
    }
}
