using CxoneAssist.Application.Ports;
using CxoneAssist.Application.Tests.Fakes;

namespace CxoneAssist.Application.Tests.Flow;

internal sealed class UnansweredFormTests
{
    private static readonly TimeSpan[] Waits = [TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(2)];

    private readonly FlowHarness _harness = new();

    [SetUp]
    public void OtherAnswersButNoScore() => _harness.Forms.Usual = FakeForms.Commented("");

    [Test]
    public async Task Form_WithoutAScore_IsReadThreeTimesMoreThenEndsUnanswered()
    {
        var end = await _harness.ReceiveAndRunToRestAsync();

        Assert.That(_harness.Waits, Is.EqualTo(Waits));
        Assert.That(
            (end.State, end.Outcome, end.Attempts, end.Reason, end.Decision),
            Is.EqualTo((FollowUpState.Done, FollowUpOutcome.Unanswered, 0, "The form has no score: overall_satisfaction is empty.", (RecordedDecision?)null)));
    }

    [Test]
    public async Task Form_WithoutAScore_IsVisibleAsWaiting()
    {
        var waiting = await _harness.ReceiveAndRunAsync();

        Assert.That(
            (waiting!.State, waiting.NextAttemptAt, waiting.Reason),
            Is.EqualTo((FollowUpState.Received, JumpingTime.Morning.AddSeconds(2), "The form has no score yet: overall_satisfaction is empty.")));
    }

    [Test]
    public async Task Form_AnsweredMeanwhile_OwesItsTask([Range(1, 3)] int unanswered)
    {
        _harness.Forms.Usual = FakeForms.Commented("2");
        Answer(unanswered, () => FakeForms.Commented(null));

        var end = await _harness.ReceiveAndRunToRestAsync();

        Assert.That(_harness.Waits, Is.EqualTo(Waits.Take(unanswered)));
        Assert.That((end.Outcome, _harness.Tasks.Held.Count), Is.EqualTo((FollowUpOutcome.TaskCreated, 1)));
    }

    [Test]
    public async Task Form_MissingForLongFirst_IsReadThreeTimesMoreAllTheSame([Range(1, 6)] int missing)
    {
        Answer(missing, () => new FormAnswer.NotYet());

        var end = await _harness.ReceiveAndRunToRestAsync();

        Assert.That(_harness.Waits.Skip(missing), Is.EqualTo(Waits));
        Assert.That(end.Outcome, Is.EqualTo(FollowUpOutcome.Unanswered));
    }

    [Test]
    public async Task Form_GraceShorterThanTheReadings_DoesNotCutThemShort()
    {
        _harness.Options.FormGracePeriod = TimeSpan.FromSeconds(1);

        await _harness.ReceiveAndRunToRestAsync();

        Assert.That(_harness.Waits, Is.EqualTo(Waits));
    }

    [Test]
    public async Task Form_ComingAndGoing_IsNotAskedForWithoutEnd()
    {
        for (var time = 0; time < 1_000; time++)
        {
            _harness.Forms.Next.Enqueue(() => FakeForms.Commented(""));
            _harness.Forms.Next.Enqueue(() => new FormAnswer.NotYet());
        }

        var end = await _harness.ReceiveAndRunToRestAsync();

        Assert.That((end.Outcome, _harness.Waits.Count), Is.EqualTo((FollowUpOutcome.Unanswered, 4)));
    }

    [Test]
    public async Task Form_FailingBetweenTheReadings_CostsNoneOfThem()
    {
        _harness.Forms.Next.Enqueue(() => FakeForms.Commented(""));
        Answer(5, () => FakeForms.Failed(FailureKind.Rejected));

        var end = await _harness.ReceiveAndRunToRestAsync();

        Assert.That(_harness.Waits.Where(Waits.Contains).Distinct(), Is.SupersetOf(Waits));
        Assert.That((end.Outcome, _harness.Journal.Steps.Count(step => step == "read form")), Is.EqualTo((FollowUpOutcome.Unanswered, 9)));
    }

    [Test]
    public async Task Form_WithoutAnyAnswer_IsWaitedForLikeAMissingOne([Values(null, "", " ")] string? nothing)
    {
        _harness.Forms.Usual = FakeForms.Scored(nothing);

        var end = await _harness.ReceiveAndRunToRestAsync();

        Assert.That((end.Outcome, _harness.Waits.Count), Is.EqualTo((FollowUpOutcome.NoForm, 7)));
    }

    [Test]
    public async Task Form_SubmittedWithoutAScore_IsFinalAtOnce()
    {
        _harness.Forms.Usual = FakeForms.Submitted(JumpingTime.Morning, "");

        var end = await _harness.ReceiveAndRunToRestAsync();

        Assert.That((end.Outcome, _harness.Waits.Count), Is.EqualTo((FollowUpOutcome.NoTask, 0)));
    }

    [Test]
    public async Task Form_WithASubmissionTimeThatCannotBeRead_SaysSo()
    {
        var form = ((FormAnswer.Found)FakeForms.Commented("")).Form with { UnreadSubmittedAt = "01/02/2026" };
        _harness.Forms.Usual = new FormAnswer.Found(form);

        var end = await _harness.ReceiveAndRunToRestAsync();

        Assert.That(end.Reason, Does.EndWith(" submittedAt is not a time that can be read: '01/02/2026'."));
    }

    [Test]
    public async Task Webhook_AfterItEndedUnanswered_OpensItAgain()
    {
        await _harness.ReceiveAndRunToRestAsync();
        _harness.Forms.Usual = FakeForms.Commented("2");

        var end = await _harness.ReceiveAndRunToRestAsync();

        Assert.That((end.Outcome, _harness.Tasks.Held.Count), Is.EqualTo((FollowUpOutcome.TaskCreated, 1)));
    }

    private void Answer(int times, Func<FormAnswer> answer)
    {
        for (var time = 0; time < times; time++)
        {
            _harness.Forms.Next.Enqueue(answer);
        }
    }
}
