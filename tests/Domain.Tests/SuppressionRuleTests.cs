namespace CxoneAssist.Domain.Tests;

internal sealed class SuppressionRuleTests
{
    private static readonly SuppressionRule Rule = new(new FollowUpDuration(14, DurationUnit.Days));
    private static readonly DateTimeOffset Now = Survey.Morning;

    [Test]
    public void Judge_NoEarlierTask_SuppressesNothing()
    {
        var verdict = Judge("2");

        Assert.That((verdict.Suppressed, verdict.Earlier), Is.EqualTo((false, (EarlierFollowUp?)null)));
        Assert.That(verdict.Sentence, Is.EqualTo("Not suppressed: no task for this customer within 14d."));
    }

    [TestCase("2", true)]
    [TestCase("2.5", true)]
    [TestCase("1.9", false)]
    public void Judge_EarlierTask_OnlyAStrictlyWorseScorePasses(string score, bool suppressed)
    {
        var earlier = Earlier("a", 3, 2);

        Assert.That(Judge(score, earlier), Has.Property(nameof(SuppressionVerdict.Suppressed)).EqualTo(suppressed)
            .And.Property(nameof(SuppressionVerdict.Earlier)).EqualTo(earlier));
    }

    [Test]
    public void Judge_SeveralEarlierTasks_LeansOnTheWorstAndOfThoseTheLatest()
    {
        EarlierFollowUp[] earlier = [Earlier("a", 1, 3), Earlier("b", 9, 2), Earlier("c", 5, 2), Earlier("d", 20, 1)];

        Assert.That(Judge("2.5", earlier).Earlier, Is.EqualTo(earlier[2]));
        Assert.That(Judge("2.5", [.. earlier.Reverse()]).Earlier, Is.EqualTo(earlier[2]));
    }

    [TestCase(1, 2, "one")]
    [TestCase(2, 1, "other")]
    [TestCase(1, 1, "other")]
    public void Judge_EarlierTasksAsBad_LeansOnTheLatestInWhateverOrderTheyCome(int oneDaysAgo, int otherDaysAgo, string leansOn)
    {
        EarlierFollowUp[] earlier = [Earlier("one", oneDaysAgo, 2), Earlier("other", otherDaysAgo, 2)];

        Assert.That(Judge("2", earlier).Earlier!.InteractionId, Is.EqualTo(leansOn));
        Assert.That(Judge("2", [.. earlier.Reverse()]).Earlier!.InteractionId, Is.EqualTo(leansOn));
    }

    [Test]
    public void Judge_Verdict_SaysWhy()
    {
        Assert.That(
            Judge("2.5", Earlier("a", 3, 2)).Sentence,
            Is.EqualTo("Suppressed: a task for this customer was created on 2026-11-19T10:00:00Z, within 14d, and 2.5 is not worse than its 2."));
        Assert.That(
            Judge("1", Earlier("a", 3, 2)).Sentence,
            Is.EqualTo("Not suppressed: a task for this customer was created on 2026-11-19T10:00:00Z, within 14d, but 1 is worse than its 2."));
    }

    [Test]
    public void Judge_HighScoresAreTheWorse_OnlyAHigherOnePasses()
    {
        var question = new ScoreQuestion("overall_satisfaction", 1, 7) { Direction = ScaleDirection.HighIsWorse };
        var tier = new Tier("t", 1, TaskPriority.Low, default);
        var task = new FollowUpRequired(
            new FollowUpPolicy("p", question, new([tier]), default), 5, tier, new DueDate(Now, Now, DueDateBase.WebhookReceived, false));

        Assert.That(Rule.Judge(task, [Earlier("a", 1, 4)], Now).Suppressed, Is.False);
        Assert.That(Rule.Judge(task, [Earlier("a", 1, 5)], Now).Suppressed, Is.True);
    }

    [TestCase(-14 * 24 * 60, false)]
    [TestCase((-14 * 24 * 60) + 1, true)]
    [TestCase(0, true)]
    [TestCase(60, true)]
    public void Covers_Window_ReachesBackAndTakesInWhatAClockPutsAhead(int minutes, bool covered) =>
        Assert.That(Rule.Covers(Now.AddMinutes(minutes), Now), Is.EqualTo(covered));

    [TestCase(0, DurationUnit.Days)]
    [TestCase(-1, DurationUnit.Days)]
    [TestCase(3, DurationUnit.BusinessDays)]
    [TestCase(3, DurationUnit.BusinessHours)]
    [TestCase(367, DurationUnit.Days)]
    [TestCase(53, DurationUnit.Weeks)]
    [TestCase(int.MaxValue, DurationUnit.Weeks)]
    public void Constructor_NoTimeBusinessTimeOrMoreThanAYear_IsRefused(int amount, DurationUnit unit) =>
        Assert.That(() => new SuppressionRule(new FollowUpDuration(amount, unit)), Throws.ArgumentException);

    [TestCase(1, DurationUnit.Minutes)]
    [TestCase(366, DurationUnit.Days)]
    public void Constructor_UpToAYear_IsTaken(int amount, DurationUnit unit) =>
        Assert.That(new SuppressionRule(new FollowUpDuration(amount, unit)).Within.Amount, Is.EqualTo(amount));

    private static SuppressionVerdict Judge(string score, params EarlierFollowUp[] earlier) =>
        Rule.Judge((FollowUpRequired)Survey.Scored(score).Decide(), earlier, Now);

    private static EarlierFollowUp Earlier(string id, int daysAgo, decimal score) => new(id, Now.AddDays(-daysAgo), score);
}
