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
            "That would be 2026-11-21T10:00:00Z.",
            "Decided 2026-11-22T10:00:00Z, with a notice of 1h: not due before 2026-11-22T11:00:00Z.",
            "Due 2026-11-22T11:00:00Z instead.");
    }

    [Test]
    public void Reasons_FormFromTheFuture_SayThatItsTimeWasNotUsed() => AssertReasons(
        Survey.Scored("2") with { SubmittedAt = Survey.Morning.AddMinutes(5).AddSeconds(1), CompletedAt = Survey.Morning.AddDays(-30) },
        "overall_satisfaction is 2 on a scale from 1 to 5.",
        "Tier 'detractor' applies: 2 is below 3, so priority High, due after 1d.",
        "The form's own time was not used: 2026-11-22T10:05:01Z is more than 5 minutes after the decision, 2026-11-22T10:00:00Z.",
        "Counted from 2026-10-23T10:00:00Z, when the interaction ended.",
        "That would be 2026-10-24T10:00:00Z.",
        "Decided 2026-11-22T10:00:00Z, with a notice of 1h: not due before 2026-11-22T11:00:00Z.",
        "Due 2026-11-22T11:00:00Z instead.");

    [TestCase("2", "Tier 'detractor' applies")]
    [TestCase("5", "No tier applies")]
    [TestCase("", "Unanswered")]
    [TestCase("11", "Review needed")]
    public void Reasons_SubmissionTimeThatCannotBeRead_NameIt(string score, string conclusion)
    {
        var reasons = (Survey.Scored(score) with { UnreadSubmittedAt = "01/02/2026" }).Decide().Reasons;

        Assert.That(reasons[1], Is.EqualTo("submittedAt is not a time that can be read: '01/02/2026'."));
        Assert.That(reasons, Has.Some.StartsWith(conclusion));
    }

    [Test]
    public void Reasons_LongSubmissionTimeThatCannotBeRead_ShowFortyCharactersOfIt() => Assert.That(
        (Survey.Scored("2") with { UnreadSubmittedAt = new string('x', 50) }).Decide().Reasons[1],
        Is.EqualTo($"submittedAt is not a time that can be read: '{new string('x', 40)}…'."));

    [TestCase(-30 * 24 * 60, "2026-10-23T09:59:59Z is more than 30 days before the webhook was received, 2026-11-22T10:00:00Z")]
    [TestCase(5, "2026-11-22T10:05:01Z is more than 5 minutes after the webhook was received, 2026-11-22T10:00:00Z")]
    public void Reasons_InteractionTooOldOrFromTheFuture_SayThatItsTimeWasNotUsed(int minutes, string why)
    {
        var completed = Survey.Morning.AddMinutes(minutes).AddSeconds(Math.Sign(minutes));
        var survey = Survey.Scored("2") with { CompletedAt = completed, DecidedAt = Survey.Morning.AddHours(1) };

        Assert.That(survey.Decide().Reasons.Skip(3).Take(2), Is.EqualTo(new[]
        {
            $"The interaction's own time was not used: {why}.",
            "Counted from 2026-11-22T10:00:00Z, when the webhook was received.",
        }));
    }

    [Test]
    public void Reasons_TimesThatWereNotAskedFor_AreNotTold()
    {
        var used = Survey.Scored("2") with { SubmittedAt = Survey.Morning, CompletedAt = Survey.Morning.AddYears(1) };

        Assert.That(used.Decide().Reasons, Has.None.Contain("not used"));
        Assert.That((used with { SubmittedAt = null, CompletedAt = Survey.Morning }).Decide().Reasons, Has.None.Contain("not used"));
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
        AssertReasons(Survey.Scored("3", "4"), "Review needed: overall_satisfaction is given more than once, with different values: '3', '4'.");
    }

    [Test]
    public void Reasons_FieldRepeated_ShowAFewOfItsAnswers()
    {
        AssertReasons(
            Survey.Scored("3", " ", null, "3 ", new string('x', 41) + "y", "a\nb", "5"),
            "Review needed: overall_satisfaction is given more than once, with different values: "
            + $"'3', no answer, '{new string('x', 40)}…' and 2 more.");
        AssertReasons(
            Survey.Scored("3", null, "a\0b"),
            "Review needed: overall_satisfaction is given more than once, with different values: '3', no answer, 'a\ufffdb'.");
    }

    private static void AssertReasons(Survey survey, params string[] expected) =>
        Assert.That(survey.Decide().Reasons, Is.EqualTo(expected.Prepend(Version)));
}
