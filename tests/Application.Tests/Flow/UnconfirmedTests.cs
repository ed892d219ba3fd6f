using CxoneAssist.Application.Ports;
using CxoneAssist.Application.Tests.Fakes;
using CxoneAssist.Domain;

namespace CxoneAssist.Application.Tests.Flow;

/// <summary>The usual tenant: it cannot search its tasks.</summary>
internal sealed class UnconfirmedTests
{
    private static readonly TimeSpan LookUp = TimeSpan.FromSeconds(5);

    private readonly FlowHarness _harness = new();

    [SetUp]
    public void AnswerLostAndNoSearch()
    {
        _harness.Tasks.UsualSearch = LookUpBehavior.Unsupported;
        _harness.Tasks.Creations.Enqueue(new(CreateBehavior.AnswerLost));
    }

    [Test]
    public async Task HoldThenCreate_WhileItHolds_IsShownAsUnconfirmed()
    {
        await _harness.ReceiveAndRunAsync();
        _harness.Time.Advance(LookUp);

        var held = await _harness.RunAsync();

        Assert.That(
            (held!.State, held.UnconfirmedSince, held.NextAttemptAt, held.Reason),
            Is.EqualTo((FollowUpState.Creating, _harness.Now, _harness.Now.AddHours(4), "Unconfirmed: this tenant cannot search.")));
    }

    [Test]
    public async Task HoldThenCreate_NobodyDecides_CreatesAgainMarkedUnderANewKey()
    {
        var end = await _harness.ReceiveAndRunToRestAsync();

        Assert.That(_harness.Waits, Is.EqualTo(new[] { LookUp, TimeSpan.FromHours(4) }));
        var (first, second) = (_harness.Tasks.Held[0].Task, _harness.Tasks.Held[1].Task);
        Assert.That(second, Is.EqualTo(first with
        {
            Description = "Possible duplicate: an earlier task for this interaction could not be confirmed. " + first.Description,
        }));
        Assert.That(_harness.Tasks.Sent[1].IdempotencyKey, Is.Not.EqualTo(_harness.Tasks.Sent[0].IdempotencyKey));
        Assert.That(
            (end.Outcome, end.TaskId, end.PossibleDuplicate, end.UnconfirmedSince),
            Is.EqualTo((FollowUpOutcome.TaskCreated, "task-2", true, (DateTimeOffset?)null)));
        Assert.That(_harness.Notifications.Shown, Has.Count.EqualTo(1));
    }

    [TestCase("1", 30, 23)]
    [TestCase("1", 22.5, 22.5)]
    [TestCase("3", 720, 71)]
    [TestCase("3", 0, 0)]
    public async Task HoldThenCreate_LongHold_EndsWithTheNoticeBeforeTheDueDate(string score, double holdHours, double endsAfterHours)
    {
        _harness.Options.UnconfirmedHold = TimeSpan.FromHours(holdHours);
        _harness.Forms.Usual = FakeForms.Scored(score);

        await _harness.ReceiveAndRunToRestAsync();

        var expected = JumpingTime.Morning.AddHours(endsAfterHours) + (holdHours == endsAfterHours ? LookUp : TimeSpan.Zero);
        Assert.That((_harness.Now, _harness.Tasks.Sent.Count), Is.EqualTo((expected, 2)));
    }

    [Test]
    public async Task HoldThenCreate_NoTimeLeftBeforeTheDueDate_DoesNotHoldAtAll()
    {
        // The form arrives at the end of its grace time, when only the notice determines the due
        // date.
        _harness.Forms.Usual = new FormAnswer.NotYet();
        await _harness.ReceiveAsync();
        _harness.Time.Advance(TimeSpan.FromHours(24));
        _harness.Forms.Usual = FakeForms.Scored("2");

        await _harness.RunToRestAsync();

        Assert.That(_harness.Waits, Is.EqualTo(new[] { LookUp }));
        Assert.That(_harness.Tasks.Held.Select(held => held.Task.DueDate), Is.All.EqualTo(JumpingTime.Morning.AddHours(25)));
    }

    [Test]
    public async Task HoldThenCreate_PolicySinceWhoseNoticeNeverEnds_DoesNotHoldAtAll()
    {
        await _harness.ReceiveAndRunAsync();
        var closed = new BusinessCalendar(
            TimeZoneInfo.Utc, new Dictionary<DayOfWeek, IReadOnlyList<OpeningHours>>(), [], new Dictionary<DateOnly, IReadOnlyList<OpeningHours>>());
        _harness.Policy = new("closed", FollowUpPolicy.Default.Question, new(FollowUpPolicy.Default.Tiers.Tiers), new(1, DurationUnit.BusinessHours), closed);
        _harness.Time.Advance(LookUp);

        var end = await _harness.RunAsync();

        Assert.That((end!.Outcome, end.PossibleDuplicate), Is.EqualTo((FollowUpOutcome.TaskCreated, true)), end.Reason);
    }

    [Test]
    public async Task HoldThenCreate_HeldBeyondTheDueDate_IsDueWhenTheAgentCanStillDoIt()
    {
        _harness.Options.OnUnconfirmed = UnconfirmedHandling.HoldThenCreate;
        await _harness.ReceiveAndRunAsync();
        _harness.Time.Advance(LookUp);
        await _harness.RunAsync();
        _harness.Time.Advance(TimeSpan.FromDays(9)); // Nothing ran for days.

        await _harness.RunToRestAsync();

        Assert.That(_harness.Tasks.Held[1].Task.DueDate, Is.EqualTo(_harness.Now.AddHours(1)));
    }

    [Test]
    public async Task HoldThenCreate_WrongAgainAndAgain_IsParkedMarked()
    {
        _harness.Tasks.UsualCreation = new(CreateBehavior.NeverArrived);
        _harness.Options.MaxAttempts = 3;

        var end = await _harness.ReceiveAndRunToRestAsync();

        Assert.That((end.State, end.PossibleDuplicate, _harness.Tasks.Sent.Count), Is.EqualTo((FollowUpState.Parked, true, 3)));
        Assert.That(end.Reason, Does.StartWith("Gave up after 3 attempts, and whether a task exists is not known: "));
    }

    [Test]
    public async Task Hold_NobodyDecides_WaitsForEver()
    {
        _harness.Options.OnUnconfirmed = UnconfirmedHandling.Hold;

        var end = await _harness.ReceiveAndRunToRestAsync();
        _harness.Time.Advance(TimeSpan.FromDays(365));

        Assert.That(await _harness.Inbox.ClaimAsync(1, CancellationToken.None), Is.Empty);
        Assert.That((end.State, end.UnconfirmedSince is null, _harness.Tasks.Sent.Count), Is.EqualTo((FollowUpState.Creating, false, 1)));
    }

    [Test]
    public async Task CreateAgain_NoSearch_CreatesAtOnceMarkedUnderANewKey()
    {
        _harness.Options.OnUnconfirmed = UnconfirmedHandling.CreateAgain;
        _harness.Options.Texts.PossibleDuplicate = "Maybe twice ({interactionId}): ";
        _harness.Options.Texts.Description = "Score {score}.";

        var end = await _harness.ReceiveAndRunToRestAsync();

        Assert.That(_harness.Waits, Is.EqualTo(new[] { LookUp }));
        Assert.That(
            _harness.Tasks.Held.Select(held => held.Task.Description),
            Is.EqualTo(new[] { "Score 2.", $"Maybe twice ({FlowHarness.Interaction.InteractionId}): Score 2." }));
        Assert.That((end.TaskId, _harness.Tasks.Sent.DistinctBy(sent => sent.IdempotencyKey).Count()), Is.EqualTo(("task-2", 2)));
    }

    [TestCase(UnconfirmedHandling.CreateAgain, 24)]
    [TestCase(UnconfirmedHandling.HoldThenCreate, 0)]
    public async Task MarkedCreation_InDoubtToo_IsNotFollowedByOthersAtOnce(UnconfirmedHandling handling, double holdHours)
    {
        _harness.Options.OnUnconfirmed = handling;
        _harness.Options.UnconfirmedHold = TimeSpan.FromHours(holdHours);
        _harness.Tasks.UsualCreation = new(CreateBehavior.AnswerLost);
        var receivedAt = _harness.Now;

        await _harness.ReceiveAndRunToRestAsync();

        Assert.That(_harness.Tasks.Held, Has.Count.EqualTo(_harness.Options.MaxAttempts));
        Assert.That(_harness.Now - receivedAt, Is.GreaterThan(TimeSpan.FromHours(5)));
    }

    [Test]
    public async Task MarkedCreation_Throttled_IsRetriedWithItsOwnBytesAndKey()
    {
        _harness.Options.OnUnconfirmed = UnconfirmedHandling.CreateAgain;
        _harness.Tasks.Creations.Enqueue(new(CreateBehavior.Throttled));
        _harness.Tasks.Creations.Enqueue(new(CreateBehavior.Rejected));

        await _harness.ReceiveAndRunToRestAsync();

        Assert.That(_harness.Tasks.Sent.Skip(1).Distinct().Count(), Is.EqualTo(1));
        Assert.That(_harness.Tasks.Held, Has.Count.EqualTo(2));
    }
}
