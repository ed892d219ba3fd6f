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

    [TestCase("2.5")]
    [TestCase("4.5")]
    [TestCase("rather good")]
    public void ToString_OfADecision_NamesEachMemberOnce(string answer)
    {
        var text = Survey.Scored(answer).Decide().ToString();

        Assert.That(text.Split(" Score = "), Has.Length.AtMost(2), text);
        Assert.That(text.Split(" Due = DueDate"), Has.Length.AtMost(2), text);
        Assert.That(text, Does.Contain("Policy = ").And.Contain("Reasons = "));
    }
}
