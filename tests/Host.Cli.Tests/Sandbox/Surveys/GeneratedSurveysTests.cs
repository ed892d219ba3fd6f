using CxoneAssist.Domain;
using CxoneAssist.Host.Cli.Sandbox.Surveys;

namespace CxoneAssist.Host.Cli.Tests.Sandbox.Surveys;

internal sealed class GeneratedSurveysTests
{
    [Test]
    public void Create_SameSeed_GivesTheSameSurveys()
    {
        var (first, again, other) = (GeneratedSurveys.Create(200, 7), GeneratedSurveys.Create(200, 7), GeneratedSurveys.Create(200, 8));

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
        var surveys = GeneratedSurveys.Create(20_000, 1);

        Assert.That(surveys.Count(survey => survey.Score == score) / 20_000.0, Is.EqualTo(share).Within(0.01));
    }

    [Test]
    public void Create_ManySurveys_HaveIdsThatCXoneTakes()
    {
        var surveys = GeneratedSurveys.Create(5_000, 1);

        Assert.That(surveys.Select(survey => survey.InteractionId), Is.Unique.And.All.Matches<string>(Identifier.IsValid));
        Assert.That(surveys.Select(survey => survey.AgentId), Is.All.Matches<string>(Identifier.IsValid));
    }
}
