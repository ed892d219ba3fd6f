using System.Globalization;

namespace CxoneAssist.Domain.Tests;

internal sealed class FollowUpDecisionTests
{
    [Test]
    public void ShortWays_OfATask_AreThoseOfItsTier()
    {
        var decision = Survey.Scored("2.5").Decide();
        var task = (FollowUpRequired)decision;

        Assert.That((decision.Priority, decision.Score, decision.Due), Is.EqualTo(((TaskPriority?)TaskPriority.High, (decimal?)2.5m, task.Due)));
        Assert.That((task.Priority, task.Score, task.Due.At), Is.EqualTo((TaskPriority.High, 2.5m, Survey.Morning.AddDays(1))));
    }

    [TestCase("4.5", 4.5)]
    [TestCase("", null)]
    [TestCase("rather good", null)]
    public void ShortWays_WithoutATask_AreEmptyButForTheScore(string answer, double? score)
    {
        var decision = Survey.Scored(answer).Decide();

        Assert.That((decision.Priority, decision.Due, decision.Score), Is.EqualTo(((TaskPriority?)null, (DueDate?)null, (decimal?)score)));
    }

    [TestCase("2.5", "High task (detractor), due 2026-")]
    [TestCase("4.5", "No task, score 4.5, by policy 'default'")]
    [TestCase("", "No task: ")]
    [TestCase("rather good", "Review: ")]
    public void ToString_OfADecision_IsReadableAndTheSameInEveryCulture(string answer, string begins)
    {
        var decision = Survey.Scored(answer).Decide();
        var (before, texts) = (CultureInfo.CurrentCulture, new List<string>());
        try
        {
            foreach (var culture in new[] { "", "de-DE", "ar-SA" })
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                texts.Add(decision.ToString());
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        Assert.That(texts.Distinct().Single(), Does.StartWith(begins).And.EndsWith("by policy 'default'"));
    }

    [Test]
    public void ToString_OfAFinding_HasPlaceRuleAndRemedy()
    {
        var json = """{"name":"p","score":{"field":"a","min":1,"max":5},"tiers":[{"name":"x","below":9,"priority":"High","due":"1d"}]}""";
        var finding = PolicyLint.Check(FollowUpPolicyFile.Read(System.Text.Encoding.UTF8.GetBytes(json)), new DateOnly(2026, 11, 30))[0];

        Assert.That(finding.ToString(), Does.StartWith($"({finding.Line},{finding.Column}) ").And.Contain(finding.Rule).And.EndsWith(finding.Remedy));
    }
}
