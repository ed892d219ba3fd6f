namespace CxoneAssist.Domain.Tests;

internal sealed class FollowUpReasonsTests
{
    private static readonly string Version = $"Policy 'default', version {FollowUpPolicy.Default.ShortHash}.";

    [Test]
    public void Reasons_TaskOwed_NameEachTierAndEachStepOfTheDueDate()
    {
        var survey = Survey.Scored("3.50") with { SubmittedAt = Survey.Morning.AddMinutes(-15) };

        AssertReasons(
            survey,
            "overall_satisfaction is 3.50 on a scale from 1 to 5.",
            "Tier 'detractor' does not apply: 3.50 is not below 3.",
            "Tier 'passive' applies: 3.50 is below 4, so priority Medium, due after 3d.",
            "Counted from 2026-11-22T09:45:00Z, when the form was submitted.",
            "Due 2026-11-25T09:45:00Z.");
    }

    [Test]
    public void Reasons_DueDateMovedByTheNotice_SaySo()
    {
        var survey = Survey.Scored("1") with { CompletedAt = Survey.Morning.AddDays(-2) };

        AssertReasons(
            survey,
            "overall_satisfaction is 1 on a scale from 1 to 5.",
            "Tier 'detractor' applies: 1 is below 3, so priority High, due after 1d.",
            "Counted from 2026-11-20T10:00:00Z, when the interaction ended.",
            "That would leave less than the notice of 1h: due 2026-11-22T11:00:00Z instead.");
    }

    [Test]
    public void Reasons_CountedFromReceipt_SaySo() => Assert.That(
        Survey.Scored("1").Decide().Reasons, Has.Member("Counted from 2026-11-22T10:00:00Z, when the webhook was received."));

    [Test]
    public void Reasons_NoTierReached_NameEachTier() => AssertReasons(
        Survey.Scored("4"),
        "overall_satisfaction is 4 on a scale from 1 to 5.",
        "Tier 'detractor' does not apply: 4 is not below 3.",
        "Tier 'passive' does not apply: 4 is not below 4.",
        "No tier applies: no task.");

    [Test]
    public void Reasons_Unanswered_SayWhatIsMissing()
    {
        AssertReasons(Survey.Scored(""), "Unanswered: overall_satisfaction is empty. No task.");
        AssertReasons(new Survey(), "Unanswered: the form has no field overall_satisfaction. No task.");
    }

    [Test]
    public void Reasons_Review_SayWhatIsWrong()
    {
        AssertReasons(Survey.Scored("3,5"), "Review needed: overall_satisfaction is not a number: '3,5'.");
        AssertReasons(Survey.Scored("5.001"), "Review needed: overall_satisfaction is 5.001, outside the scale 1 to 5.");
        AssertReasons(Survey.Scored("3", "4"), "Review needed: overall_satisfaction is given more than once, with different values.");
    }

    private static void AssertReasons(Survey survey, params string[] expected) =>
        Assert.That(survey.Decide().Reasons, Is.EqualTo(expected.Prepend(Version)));
}
