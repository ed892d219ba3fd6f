using System.Globalization;

namespace CxoneAssist.Domain.Tests;

internal sealed class FollowUpPolicyTests
{
    [TestCase("1", TaskPriority.High, 1)]
    [TestCase("1.0", TaskPriority.High, 1)]
    [TestCase("2", TaskPriority.High, 1)]
    [TestCase("2.9", TaskPriority.High, 1)]
    [TestCase("2.9999999", TaskPriority.High, 1)]
    [TestCase("2.99999999999999999999999999", TaskPriority.High, 1)]
    [TestCase(" 2.5\t", TaskPriority.High, 1)]
    [TestCase("0.25e1", TaskPriority.High, 1)]
    [TestCase("3", TaskPriority.Medium, 3)]
    [TestCase("3.0", TaskPriority.Medium, 3)]
    [TestCase("+3", TaskPriority.Medium, 3)]
    [TestCase("3.5", TaskPriority.Medium, 3)]
    [TestCase("3.99", TaskPriority.Medium, 3)]
    [TestCase("3.99999999999999999999999999", TaskPriority.Medium, 3)]
    public void Decide_ScoreBelowABound_OwesTheTaskOfItsTier(string score, TaskPriority priority, int days)
    {
        var task = (FollowUpRequired)Survey.Scored(score).Decide();

        Assert.That((task.Tier.Priority, task.Due.At), Is.EqualTo((priority, Survey.Morning.AddDays(days))));
    }

    [TestCase("4")]
    [TestCase("4.0")]
    [TestCase("4.00000000000000000000000001")]
    [TestCase("5")]
    [TestCase("5.000")]
    public void Decide_ScoreOfFourOrMore_OwesNothing(string score) => Assert.That(
        Survey.Scored(score).Decide(),
        Is.EqualTo(new NoFollowUp(FollowUpPolicy.Default, decimal.Parse(score, CultureInfo.InvariantCulture), "no tier reaches up to it")));

    [TestCase(null)]
    [TestCase("")]
    [TestCase(" ")]
    [TestCase("\t\r\n")]
    [TestCase("\u00a0\u3000")]
    public void Decide_EmptyAnswer_IsUnanswered(string? value) => AssertUnanswered(Survey.Scored(value), "overall_satisfaction is empty");

    [TestCase("OVERALL_SATISFACTION")]
    [TestCase("Overall_Satisfaction")]
    public void Decide_FieldNameInOtherCase_IsTheSameField(string field)
    {
        var survey = new Survey { Responses = [new FormResponse("comment", "1"), new FormResponse(field, "2")] };

        Assert.That(survey.Decide(), Is.TypeOf<FollowUpRequired>());
    }

    [TestCase("overall-satisfaction")]
    [TestCase("overall_satisfaction_2")]
    [TestCase("satisfaction")]
    [TestCase("")]
    public void Decide_OtherFieldsOnly_IsUnanswered(string field) => AssertUnanswered(
        new Survey { Responses = [new FormResponse(field, "1")] }, "the form has no field overall_satisfaction");

    [Test]
    public void Decide_FormWithoutAnswers_IsUnanswered() =>
        AssertUnanswered(new Survey(), "the form has no field overall_satisfaction");

    [TestCase("2", "2")]
    [TestCase("2", "2.0", " 2")]
    public void Decide_FieldRepeatedWithTheSameValue_CountsOnce(params string[] values) =>
        Assert.That(Survey.Scored(values).Decide(), Is.TypeOf<FollowUpRequired>().With.Property(nameof(FollowUpRequired.Score)).EqualTo(2));

    [TestCase("1", "2")]
    [TestCase("5", "5", "4.999")]
    [TestCase("3", "")]
    [TestCase(null, "3")]
    [TestCase("3", "good")]
    public void Decide_FieldRepeatedWithDifferentValues_AsksForReview(params string?[] values) => Assert.That(
        Survey.Scored(values).Decide(),
        Is.TypeOf<ReviewRequired>().With.Property(nameof(ReviewRequired.Reason))
            .EqualTo("overall_satisfaction is given more than once, with different values"));

    [Test]
    public void Decide_Nothing_IsACallersMistake() =>
        Assert.That(() => FollowUpPolicy.Default.Decide(null!, Survey.Morning), Throws.ArgumentNullException);

    private static void AssertUnanswered(Survey survey, string reason) =>
        Assert.That(survey.Decide(), Is.EqualTo(new NoFollowUp(survey.Policy, null, reason)));
}
