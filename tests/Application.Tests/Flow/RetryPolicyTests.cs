using CxoneAssist.Application.FollowUps;
using CxoneAssist.Application.Ports;
using CxoneAssist.Application.Tests.Fakes;

namespace CxoneAssist.Application.Tests.Flow;

internal sealed class RetryPolicyTests
{
    private static readonly DateTimeOffset Now = JumpingTime.Morning;

    private static readonly FollowUp FollowUp = new(FlowHarness.Interaction, Now.AddHours(-1)) { State = FollowUpState.Created };

    [TestCase(0, "00:00:01")]
    [TestCase(1, "00:00:05")]
    [TestCase(2, "00:00:30")]
    [TestCase(3, "00:02:00")]
    [TestCase(4, "00:10:00")]
    [TestCase(5, "01:00:00")]
    [TestCase(6, "06:00:00")]
    [TestCase(7, "06:00:00")]
    [TestCase(98, "06:00:00")]
    public void AfterFailure_AttemptsLeft_TriesAgainLaterFromThreeToFiveQuartersOfTheDelay(int attempts, string delay)
    {
        var nominal = TimeSpan.Parse(delay, null);

        foreach (var kind in new[] { FailureKind.Rejected, FailureKind.Unknown })
        {
            foreach (var (jitter, factor) in new[] { (0d, 0.75), (0.5, 1), (1, 1.25) })
            {
                var after = RetryPolicy.AfterFailure(FollowUp with { Attempts = attempts }, new CallFailure(kind, "why"), 100, Now, jitter);
                Assert.That(after with { FailedAttempts = [] }, Is.EqualTo(FollowUp with { Attempts = attempts + 1, NextAttemptAt = Now + (nominal * factor), Reason = "why" }));
            }
        }
    }

    [TestCase(0, 1, true)]
    [TestCase(0, 2, false)]
    [TestCase(6, 8, false)]
    [TestCase(7, 8, true)]
    [TestCase(20, 8, true)]
    public void AfterFailure_AttemptsSpent_Parks(int attempts, int maxAttempts, bool parked)
    {
        var after = RetryPolicy.AfterFailure(
            FollowUp with { Attempts = attempts }, new CallFailure(FailureKind.Rejected, "why"), maxAttempts, Now, 0);

        Assert.That(after.State, Is.EqualTo(parked ? FollowUpState.Parked : FollowUpState.Created));
        Assert.That(after.Reason, Is.EqualTo(parked ? $"Gave up after {attempts + 1} attempts: why" : "why"));
    }

    [TestCase(null, 5)]
    [TestCase(-7200d, 0)]
    [TestCase(0d, 0)]
    [TestCase(77d, 77)]
    [TestCase(3600d, 3600)]
    [TestCase(3601d, 3600)]
    [TestCase(1e9, 3600)]
    public void AfterFailure_Unavailable_WaitsAsAskedWithinReasonAndCostsNothing(double? retryAfterSeconds, int waitSeconds)
    {
        var failure = new CallFailure(FailureKind.Unavailable, "busy", retryAfterSeconds is { } after ? Now.AddSeconds(after) : null);

        foreach (var (jitter, extra) in new[] { (0d, 0), (0.5, 250) })
        {
            var left = RetryPolicy.AfterFailure(FollowUp with { Attempts = 7 }, failure, 8, Now, jitter);
            Assert.That(left with { FailedAttempts = [] }, Is.EqualTo(FollowUp with { Attempts = 7, NextAttemptAt = Now.AddSeconds(waitSeconds).AddMilliseconds(extra), Reason = "busy" }));
        }
    }

    [TestCase(0, 5)]
    [TestCase(20, 5)]
    [TestCase(60, 15)]
    [TestCase(1200, 300)]
    [TestCase(1204, 300)]
    [TestCase(86400, 300)]
    public void AfterLookUp_ThatFails_WaitsAQuarterOfTheDoubtAndCostsNothing(int inDoubtSeconds, int waitSeconds)
    {
        foreach (var (jitter, factor) in new[] { (0d, 0.75), (0.5, 1), (1, 1.25) })
        {
            var left = RetryPolicy.AfterLookUp(
                FollowUp with { Attempts = 7 }, new CallFailure(FailureKind.Unknown, "why"), TimeSpan.FromSeconds(inDoubtSeconds), Now, jitter);
            Assert.That(left with { FailedAttempts = [] }, Is.EqualTo(FollowUp with { Attempts = 7, NextAttemptAt = Now.AddSeconds(waitSeconds * factor), Reason = "why" }));
        }
    }

    [TestCase(FailureKind.Unavailable, false, 77)]
    [TestCase(FailureKind.Unknown, true, 77)]
    [TestCase(FailureKind.Unknown, false, 300)]
    public void AfterLookUp_CxoneAsksToWait_DoesAsAsked(FailureKind kind, bool outage, int waitSeconds)
    {
        var failure = new CallFailure(kind, "why", Now.AddSeconds(77)) { Outage = outage };

        Assert.That(
            RetryPolicy.AfterLookUp(FollowUp, failure, TimeSpan.FromHours(1), Now, outage || kind == FailureKind.Unavailable ? 0 : 0.5).NextAttemptAt,
            Is.EqualTo(Now.AddSeconds(waitSeconds)));
    }

    [TestCase(0, 2)]
    [TestCase(1, 15)]
    [TestCase(2, 2 * 60)]
    [TestCase(3, 15 * 60)]
    [TestCase(4, 2 * 3600)]
    [TestCase(5, 12 * 3600)]
    [TestCase(6, 23 * 3600)]
    [TestCase(60, 23 * 3600)]
    public void NextFormPoll_WithinTheGrace_WaitsLongerEachTimeAndAtMostUntilItsEnd(int polls, int seconds) =>
        Assert.That(
            RetryPolicy.NextFormPoll(FollowUp with { FormPolls = polls }, TimeSpan.FromHours(24), Now), Is.EqualTo(Now.AddSeconds(seconds)));

    [TestCase(60, true)]
    [TestCase(61, false)]
    public void NextFormPoll_GraceOver_AsksNoMore(int graceMinutes, bool over) =>
        Assert.That(RetryPolicy.NextFormPoll(FollowUp, TimeSpan.FromMinutes(graceMinutes), Now) is null, Is.EqualTo(over));
}
