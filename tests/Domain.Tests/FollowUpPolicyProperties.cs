using System.Globalization;
using System.Text;
using CsCheck;

namespace CxoneAssist.Domain.Tests;

internal sealed class FollowUpPolicyProperties
{
    // Throws on text that ends in the middle of a character.
    private static readonly UTF8Encoding StrictUtf8 = new(false, true);

    [Test]
    public void Decide_AnyTextAndAnyTimes_GivesADecisionWithItsReasons() => Arbitrary.AnySurvey.ShouldHold(survey =>
        survey.Decide() is FollowUpRequired or NoFollowUp or ReviewRequired && survey.Decide().Reasons is { Count: > 0 } reasons
            && reasons.All(IsSentence));

    [Test]
    public void Decide_TheSameTwice_GivesAnEqualDecision() => Arbitrary.AnySurvey.ShouldHold(survey =>
        survey.Decide().Equals((survey with { Responses = [.. survey.Responses] }).Decide()));

    [Test]
    public void Decide_WorseScore_NeverMattersLessNorMayWaitLonger() =>
        Gen.Select(Arbitrary.ScoredSurvey, Arbitrary.Score, Arbitrary.Score).ShouldHold(pair =>
        {
            var (survey, one, other) = pair;
            var worse = survey with { Responses = Survey.Scored(Math.Min(one, other)).Responses };
            var better = survey with { Responses = Survey.Scored(Math.Max(one, other)).Responses };
            return (worse.Decide(), better.Decide()) switch
            {
                (FollowUpRequired a, FollowUpRequired b) => a.Tier.Priority >= b.Tier.Priority && a.Due.At <= b.Due.At,
                (NoFollowUp, FollowUpRequired) => false,
                _ => true,
            };
        });

    [Test]
    public void Decide_TaskOwed_IsDueNoEarlierThanTheDecisionPlusNotice() => Arbitrary.ScoredSurvey.ShouldHold(survey =>
        survey.Decide() is not FollowUpRequired task || task.Due.At >= survey.Policy.MinimumLeadTime.After(survey.DecidedAt, survey.Policy.Calendar));

    [Test]
    public void Decide_TaskOwed_IsDueNoLaterThanItsTierSaysUnlessTheNoticeAsks() => Arbitrary.ScoredSurvey.ShouldHold(survey =>
        survey.Decide() is not FollowUpRequired task
            || task.Due.At == (task.Due.MovedByLeadTime ? Earliest(task, survey) : task.Tier.Due.After(task.Due.CountedFrom, task.Policy.Calendar)));

    [Test]
    public void Reasons_UnderAnyCulture_ReadTheSame() => Gen.OneOf(Arbitrary.AnySurvey, Arbitrary.ScoredSurvey).ShouldHold(survey =>
    {
        var expected = survey.Decide().Reasons;
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = Elsewhere();
            return survey.Decide().Reasons.SequenceEqual(expected);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    });

    // The build is culture invariant, so the test must create a misleading culture itself.
    private static CultureInfo Elsewhere()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NegativeSign = "minus ";
        culture.DateTimeFormat.TimeSeparator = ".";
        culture.DateTimeFormat.DateSeparator = ".";
        return culture;
    }

    private static DateTimeOffset Earliest(FollowUpRequired task, Survey survey)
    {
        var earliest = task.Policy.MinimumLeadTime.After(survey.DecidedAt, task.Policy.Calendar);
        return task.Tier.Due.IsBusiness && !task.Policy.MinimumLeadTime.IsBusiness ? task.Policy.Calendar!.NextOpening(earliest) : earliest;
    }

    private static bool IsSentence(string text) => text.EndsWith('.') && !text.Any(char.IsControl) && StrictUtf8.GetByteCount(text) > 0;
}
