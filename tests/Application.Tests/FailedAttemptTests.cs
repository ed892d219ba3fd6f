using CxoneAssist.Application.FollowUps;
using CxoneAssist.Application.Ports;
using CxoneAssist.Application.Tests.Fakes;
using CxoneAssist.Application.Tests.Operators;

namespace CxoneAssist.Application.Tests;

internal sealed class FailedAttemptTests
{
    private static readonly DateTimeOffset Now = JumpingTime.Morning;

    private static readonly FollowUp FollowUp = new(FlowHarness.Interaction, Now);

    [Test]
    public void RecordFailure_TheSameAgain_IsCounted()
    {
        var followUp = Failed(FollowUp, "away", "away", "away");

        Assert.That(followUp.FailedAttempts, Is.EqualTo(new[]
        {
            new FailedAttempt(FollowUpStep.Form, Now, "away") { Times = 3, LastAt = Now.AddSeconds(2) },
        }));
    }

    [Test]
    public void RecordFailure_AnotherReasonOrStepBetween_BeginsAnew()
    {
        var followUp = Failed(FollowUp, "away", "odd", "away").RecordFailure(FollowUpStep.LookUp, "away", Now.AddSeconds(3));

        Assert.That(
            followUp.FailedAttempts.Select(failed => (failed.Step, failed.Reason, failed.Times)),
            Is.EqualTo(new[]
            {
                (FollowUpStep.Form, "away", 1), (FollowUpStep.Form, "odd", 1), (FollowUpStep.Form, "away", 1), (FollowUpStep.LookUp, "away", 1),
            }));
    }

    [Test]
    public void RecordFailure_Many_KeepsTheFirstAndTheLatest()
    {
        var followUp = Failed(FollowUp, [.. Enumerable.Range(1, 100).Select(number => $"failure {number}")]);

        Assert.That(
            followUp.FailedAttempts.Select(failed => failed.Reason),
            Is.EqualTo((string[])["failure 1", .. Enumerable.Range(82, 19).Select(number => $"failure {number}")]));
    }

    [TestCase(FollowUpState.Received, false, FollowUpStep.Form)]
    [TestCase(FollowUpState.Received, true, FollowUpStep.Creation)]
    [TestCase(FollowUpState.Creating, true, FollowUpStep.Creation)]
    [TestCase(FollowUpState.Created, true, FollowUpStep.Notification)]
    public void AfterFailure_InAnyState_KeepsWhatFailedAtWhichStep(FollowUpState state, bool decided, FollowUpStep step)
    {
        var followUp = FollowUp with { State = state, Decision = decided ? Situation.Owed : null };
        foreach (var kind in Enum.GetValues<FailureKind>())
        {
            var after = RetryPolicy.AfterFailure(followUp, new CallFailure(kind, "why"), 1, Now, 0);

            Assert.That(after.FailedAttempts, Is.EqualTo(new[] { new FailedAttempt(step, Now, "why") }), $"{kind}");
        }
    }

    private static FollowUp Failed(FollowUp followUp, params string[] reasons) => reasons.Index().Aggregate(
        followUp, (before, failure) => before.RecordFailure(FollowUpStep.Form, failure.Item, Now.AddSeconds(failure.Index)));
}
