namespace CxoneAssist.Domain.Tests;

internal sealed class FollowUpPolicyConstructionTests
{
    private static readonly ScoreQuestion Question = new("csat", 1, 5);
    private static readonly FollowUpDuration Hour = new(1, DurationUnit.Hours);
    private static readonly FollowUpDuration Negative = new(-1, DurationUnit.Hours);

    [Test]
    public void Constructor_NoTier_IsRefused() => AssertRefused(() => Policy([], Hour), "tiers", "at least one tier");

    [TestCase(3, 3)]
    [TestCase(4, 3)]
    [TestCase(2, 4, 3)]
    public void Constructor_BoundThatDoesNotIncrease_IsRefusedByItsTiersName(params int[] bounds) =>
        AssertRefused(() => Policy([.. bounds.Select((below, i) => Tier($"t{i}", below))], Hour), "tiers", $"'t{bounds.Length - 1}'");

    [Test]
    public void Constructor_NegativeNotice_IsRefused() => AssertRefused(() => Policy([Tier("t", 3)], Negative), "minimumLeadTime", "cannot be negative");

    [Test]
    public void Constructor_NegativeDueTime_IsRefused() =>
        AssertRefused(() => Policy([Tier("t", 3), Tier("u", 4) with { Due = Negative }], Hour), "tiers", "cannot be negative");

    [TestCase(null)]
    [TestCase("")]
    [TestCase(" ")]
    public void Constructor_NoName_IsRefused(string? name) =>
        AssertRefused(() => new FollowUpPolicy(name!, Question, new([Tier("t", 3)]), Hour), "name", string.Empty);

    [Test]
    public void Constructor_NothingForAQuestionOrTiers_IsRefused()
    {
        AssertRefused(() => new FollowUpPolicy("p", null!, new([Tier("t", 3)]), Hour), "question", string.Empty);
        AssertRefused(() => new FollowUpPolicy("p", Question, null!, Hour), "tiers", string.Empty);
    }

    [Test]
    public void Constructor_ListChangedAfterwards_LeavesThePolicyAsItWas()
    {
        List<Tier> tiers = [Tier("t", 3)];
        var policy = Policy(tiers, Hour);

        tiers.Add(Tier("u", 1));

        Assert.That(policy.Tiers.All, Is.EqualTo(new[] { Tier("t", 3) }));
    }

    [Test]
    public void Default_Policy_IsTheOneWrittenDown()
    {
        var policy = FollowUpPolicy.Default;

        Assert.That((policy.Name, policy.MinimumLeadTime), Is.EqualTo(("default", Hour)));
        Assert.That((policy.Question.Field, policy.Question.Min, policy.Question.Max), Is.EqualTo(("overall_satisfaction", 1m, 5m)));
        Assert.That(policy.Tiers.All, Is.EqualTo(new[]
        {
            new Tier("detractor", 3, TaskPriority.High, new FollowUpDuration(1, DurationUnit.Days)),
            new Tier("passive", 4, TaskPriority.Medium, new FollowUpDuration(3, DurationUnit.Days)),
        }));
    }

    private static Tier Tier(string name, decimal below) => new(name, below, TaskPriority.High, Hour);

    private static FollowUpPolicy Policy(IReadOnlyList<Tier> tiers, FollowUpDuration notice) => new("p", Question, new(tiers), notice);

    private static void AssertRefused(Func<FollowUpPolicy> make, string parameter, string message) => Assert.That(
        make,
        Throws.InstanceOf<ArgumentException>().With.Property(nameof(ArgumentException.ParamName)).EqualTo(parameter)
            .And.Message.Contains(message));
}
