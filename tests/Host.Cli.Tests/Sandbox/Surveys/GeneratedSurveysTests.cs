using System.Globalization;
using CxoneAssist.Domain;
using CxoneAssist.Host.Cli.Policies;
using CxoneAssist.Host.Cli.Sandbox.Checking;
using CxoneAssist.Host.Cli.Sandbox.Surveys;

namespace CxoneAssist.Host.Cli.Tests.Sandbox.Surveys;

internal sealed class GeneratedSurveysTests
{
    [Test]
    public void Create_SameSeed_GivesTheSameSurveys()
    {
        var (first, again, other) = (Create(200, 7), Create(200, 7), Create(200, 8));

        Assert.That(again, Is.EqualTo(first));
        Assert.That(other, Is.Not.EqualTo(first));
    }

    [TestCase("5", 0.676)]
    [TestCase("4", 0.127)]
    [TestCase("3", 0.029)]
    [TestCase("2", 0.015)]
    [TestCase("1", 0.127)]
    [TestCase("", 0.020)]
    public void Create_ManySurveys_SplitAsRealOnesDo(string score, double share)
    {
        var surveys = Create(20_000, 1);

        Assert.That(surveys.Count(survey => survey.Score == score) / 20_000.0, Is.EqualTo(share).Within(0.01));
    }

    [Test]
    public void Create_ManySurveys_HaveIdsThatCXoneTakes()
    {
        var surveys = Create(5_000, 1);

        Assert.That(surveys.Select(survey => survey.InteractionId), Is.Unique.And.All.Matches<string>(Identifier.IsValid));
        Assert.That(surveys.Select(survey => survey.AgentId), Is.All.Matches<string>(Identifier.IsValid));
    }

    [TestCase("nps.json", "0", "10")]
    [TestCase("vip-languages.json", "7", "1")]
    [TestCase("retail.json", "1", "5")]
    public void Create_ForAPolicy_AnswersItsQuestionOnItsScale(string file, string worst, string best)
    {
        var policy = PolicyFiles.Read(Repository.At("samples", "policies", file));

        var scores = GeneratedSurveys.Create(5_000, 1, policy).CountBy(survey => survey.Score).ToDictionary();

        Assert.That(scores.Keys.Except(["", "3,5"]).Count(score => decimal.Parse(score, CultureInfo.InvariantCulture) > policy.Question.Max), Is.EqualTo(1));
        Assert.That(scores[worst], Is.GreaterThan(100));
        Assert.That(scores[best], Is.GreaterThan(500));
    }

    [TestCase("nps.json")]
    [TestCase("vip-languages.json")]
    [TestCase("retail.json")]
    public void Create_ForAPolicy_MeetsEachOverrideAndSuppression(string file)
    {
        var policy = PolicyFiles.Read(Repository.At("samples", "policies", file));

        ExpectedFollowUp[] expected =
            [.. GeneratedSurveys.Create(500, 1, policy).Select(survey => ExpectedFollowUp.Create(survey, policy, DateTimeOffset.UnixEpoch))];

        Assert.That(
            policy.Overrides.Except(expected.Select(one => one.Owed?.Override).OfType<PolicyOverride>()).Select(one => one.Name), Is.Empty);
        Assert.That(expected.Where(one => one.Owed is not null).CountBy(one => one.Survey.Customer!).Max(one => one.Value), Is.GreaterThan(1));
    }

    private static IReadOnlyList<Survey> Create(int count, int seed) => GeneratedSurveys.Create(count, seed, FollowUpPolicy.Default);
}
