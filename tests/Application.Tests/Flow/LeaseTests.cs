using CxoneAssist.Application.Ports;
using CxoneAssist.Application.Tests.Fakes;

namespace CxoneAssist.Application.Tests.Flow;

internal sealed class LeaseTests
{
    private static readonly string[] WholeWay = ["read form", "save Creating", "create", "save Created", "notify", "save Done"];

    private readonly FlowHarness _centre = new();

    [TestCase(1)]
    [TestCase(3)]
    [TestCase(5)]
    public async Task Lease_Lost_EndsTheRunAtOnceAndChangesNothing(int save)
    {
        _centre.Journal.Meanwhile = async () =>
        {
            _centre.Time.Advance(FakeInbox.LeaseTime);
            await _centre.Inbox.ClaimAsync(1, CancellationToken.None);
        };
        _centre.Journal.InjectAt(save, Fault.PausesBefore);

        var left = await _centre.ReceiveAndRunAsync();

        Assert.That(left, Is.Null);
        Assert.That(_centre.Journal.Steps, Is.EqualTo(WholeWay.Take(save + 1)));
        Assert.That(_centre.Inbox.Checkpoints, Has.Count.EqualTo(save / 2));
        Assert.That(_centre.Stored, Is.EqualTo(_centre.Inbox.Checkpoints.LastOrDefault() ?? new FollowUp(FlowHarness.Interaction, JumpingTime.Morning)));
    }

    [Test]
    public async Task Stop_BeforeItBegins_HandsBackUntouched()
    {
        using var stopping = new CancellationTokenSource();
        await stopping.CancelAsync();

        var left = await _centre.ReceiveAndRunAsync(stopping.Token);

        Assert.That((left!.State, left.Attempts, left.FormPolls, left.Decision), Is.EqualTo((FollowUpState.Received, 0, 0, (RecordedDecision?)null)));
        Assert.That(left.NextAttemptAt - _centre.Now, Is.EqualTo(SameJitter.OnTopOfAPause));
        Assert.That(_centre.Journal.Steps.Single(), Is.EqualTo("save Received"));
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
        Assert.That((_centre.Tasks.Sent.Count, _centre.Inbox.Read().Leased), Is.EqualTo((tasks, false)));
        Assert.That(_centre.Stored, Is.EqualTo(left));
    }

    [Test]
    public async Task Stop_OnTheWay_IsGoneOnWithByTheNextRun([Values("read form", "save Creating", "create", "save Created")] string during)
    {
        await StopAsync(during);

        var end = await _centre.RunToRestAsync();

        Assert.That((end.Notification, end.Reason), Is.EqualTo((NotificationStatus.Sent, (string?)null)));
        Assert.That((_centre.Tasks.Held.Count, _centre.Notifications.Shown.Count), Is.EqualTo((1, 1)));
    }

    [Test]
    public async Task Stop_WhileLookingUp_KeepsTheIntent()
    {
        _centre.Tasks.Creations.Enqueue(new(CreateBehavior.AnswerLost));
        var doubted = await _centre.ReceiveAndRunAsync();
        _centre.Time.Advance(doubted!.NextAttemptAt - _centre.Now);
        using var stopping = new CancellationTokenSource();
        await stopping.CancelAsync();

        var left = await _centre.RunAsync(stopping.Token);

        Assert.That((left!.State, left.IntentAt, left.Attempts, left.LookUps), Is.EqualTo((FollowUpState.Creating, doubted.IntentAt, 1, 0)));
    }

    [Test]
    public async Task Inbox_AwayForAMoment_IsWaitedForAtEveryCheckpoint(
        [Values("create", "notify", "read form")] string after, [Values(1, 3, 200)] int refusals)
    {
        _centre.Journal.Happened = step => _centre.Inbox.AwayFor = step == after ? refusals : _centre.Inbox.AwayFor;

        var end = await _centre.ReceiveAndRunAsync();

        Assert.That((end!.Outcome, _centre.Tasks.Held.Count, _centre.Notifications.Shown.Count), Is.EqualTo((FollowUpOutcome.TaskCreated, 1, 1)));
        Assert.That(_centre.Now - JumpingTime.Morning, Is.EqualTo(TimeSpan.FromMilliseconds(250 * refusals)));
        Assert.That(_centre.Inbox.Checkpoints, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task Inbox_AwayForAnHour_ForgetsNoAnswer([Values("create", "notify", "read form")] string after)
    {
        const int FourASecond = 4 * 3600;
        _centre.Journal.Happened = step => _centre.Inbox.AwayFor = step == after ? FourASecond : _centre.Inbox.AwayFor;

        var end = await _centre.ReceiveAndRunAsync();

        Assert.That((end!.Outcome, _centre.Tasks.Sent.Count, _centre.Notifications.Shown.Count), Is.EqualTo((FollowUpOutcome.TaskCreated, 1, 1)));
        Assert.That(_centre.Now - JumpingTime.Morning, Is.EqualTo(TimeSpan.FromHours(1)));
        Assert.That(_centre.Journal.Steps, Does.Not.Contain("find"));
    }

    [Test]
    public async Task Inbox_AwayWhileStopping_IsWaitedForNoLongerThanTheLeaseLasts([Values("create", "notify", "read form")] string after)
    {
        using var stopping = new CancellationTokenSource();
        _centre.Journal.Happened = step =>
        {
            _centre.Inbox.AwayFor = step == after ? int.MaxValue : _centre.Inbox.AwayFor;
            Cancel(step == after, stopping);
        };
        await _centre.ReceiveAsync();

        await Assert.ThrowsAsync<InboxUnavailableException>(() => _centre.RunAsync(stopping.Token));

        Assert.That(_centre.Now - JumpingTime.Morning, Is.GreaterThan(FakeInbox.LeaseTime - TimeSpan.FromSeconds(1)).And.LessThan(FakeInbox.LeaseTime));
        (_centre.Inbox.AwayFor, _centre.Journal.Happened) = (0, _ => { });
        var end = await _centre.RunToRestAsync();
        Assert.That((end.Outcome, _centre.Tasks.Held.Count), Is.EqualTo((FollowUpOutcome.TaskCreated, 1)));
    }

    [Test]
    public async Task Inbox_CommitsButItsAnswersAreLost_RepeatsNoCall()
    {
        _centre.Inbox.AnswersLost = 2;

        var end = await _centre.ReceiveAndRunToRestAsync();

        Assert.That((end.Outcome, _centre.Tasks.Sent.Count, _centre.Notifications.Shown.Count), Is.EqualTo((FollowUpOutcome.TaskCreated, 1, 1)));
    }

    private async Task<FollowUp?> StopAsync(string during)
    {
        using var stopping = new CancellationTokenSource();
        _centre.Journal.Happened = step => Cancel(step == during, stopping);
        var left = await _centre.ReceiveAndRunAsync(stopping.Token);
        _centre.Journal.Happened = _ => { };
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
