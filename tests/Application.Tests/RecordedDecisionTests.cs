using CxoneAssist.Domain;

namespace CxoneAssist.Application.Tests;

[TestFixture]
public sealed class RecordedDecisionTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    private static readonly RecordedDecision Task = new()
    {
        Policy = "one",
        DecidedAt = Noon,
        Score = 2,
        Tier = "detractor",
        Priority = TaskPriority.High,
        DueDate = Noon.AddDays(1),
        Reasons = ["Because."],
        Kind = DecisionKind.Task,
    };

    private static readonly RecordedDecision None = new()
    {
        Policy = "one",
        DecidedAt = Noon,
        Score = 5,
        Reasons = ["Because."],
        Kind = DecisionKind.NoTask,
    };

    [Test]
    public void DiffersFrom_AnotherPolicyTierAndReasonsWithTheSameTask_IsTheSame() =>
        Assert.That(Task.DiffersFrom(Task with { Policy = "other", Tier = "unhappy", Score = 1, Reasons = [] }), Is.False);

    [Test]
    public void DiffersFrom_AnotherResultPriorityOrDueDate_IsDifferent()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Task.DiffersFrom(None));
            Assert.That(None.DiffersFrom(None with { Kind = DecisionKind.Review }));
            Assert.That(Task.DiffersFrom(Task with { Priority = TaskPriority.Medium }));
            Assert.That(Task.DiffersFrom(Task with { DueDate = Noon.AddDays(2) }));
        }
    }
}
