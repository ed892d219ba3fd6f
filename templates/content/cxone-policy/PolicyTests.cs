using CxoneAssist.Domain;

namespace Customer_Policy;

/// <summary>What the policy decides. Change policy.json and these tests together.</summary>
public sealed class PolicyTests
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    private static readonly PolicyReadResult Reading =
        FollowUpPolicyFile.Read(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "policy.json")));

    [Test]
    public void Policy_AsItIsWritten_HasNoProblems() => Assert.That(Reading.Problems, Is.Empty);

    [Test]
    public void Policy_AsItIsWritten_HasNothingOdd() =>
        Assert.That(PolicyLint.Check(Reading, DateOnly.FromDateTime(Monday.Date)), Is.Empty);

    [TestCase("1", TaskPriority.High)]
    [TestCase("2.9", TaskPriority.High)]
    [TestCase("3", TaskPriority.Medium)]
    [TestCase("3.9", TaskPriority.Medium)]
    [TestCase("4", null)]
    [TestCase("5", null)]
    [TestCase(null, null)]
    public void Decide_AScore_GivesThePriority(string? score, TaskPriority? priority) =>
        Assert.That(Decide(score).Priority, Is.EqualTo(priority));

    [TestCase("1", "2026-11-03T09:00:00Z")]
    [TestCase("3", "2026-11-05T09:00:00Z")]
    public void Decide_AScore_GivesTheDueDate(string score, string due) => Assert.That(
        Decide(score).Due?.At,
        Is.EqualTo(DateTimeOffset.Parse(due, System.Globalization.CultureInfo.InvariantCulture)));

    [Test]
    public void Decide_AnAnswerThatIsNoScore_IsForAPersonToLookAt() =>
        Assert.That(Decide("rather good"), Is.InstanceOf<ReviewRequired>());

    private static FollowUpDecision Decide(string? score)
    {
        var form = new PostInteractionForm([new FormResponse("overall_satisfaction", score)], SubmittedAt: Monday);
        var input = new PolicyInput(new CompletedInteraction("interaction-1", "agent-1"), ReceivedAt: Monday, form);
        return Reading.Policy!.Decide(input, now: Monday);
    }
}
