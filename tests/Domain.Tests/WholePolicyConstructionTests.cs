namespace CxoneAssist.Domain.Tests;

internal sealed class WholePolicyConstructionTests
{
    private static readonly ScoreQuestion Question = new("csat", 1, 5);
    private static readonly FollowUpDuration Day = new(1, DurationUnit.Days);
    private static readonly FollowUpDuration BusinessDay = new(1, DurationUnit.BusinessDays);
    private static readonly Tier Low = new("low", 3, TaskPriority.High, Day);
    private static readonly Tier Rest = new("rest", null, TaskPriority.Low, Day);

    [Test]
    public void Constructor_OnlyAnOtherwise_IsEnough() => Assert.That(Make(new TierList([], Rest)).Tiers.All, Is.EqualTo(new[] { Rest }));

    [Test]
    public void Constructor_OtherwiseWithABound_IsRefused() => AssertRefused(new TierList([Low], Low with { Bound = 4 }), "tiers", "has no bound");

    [Test]
    public void Constructor_TierWithoutABound_IsRefused() => AssertRefused(new TierList([Rest]), "tiers", "'rest' needs a bound");

    [Test]
    public void Constructor_TierWithoutAName_IsRefused() => AssertRefused(new TierList([Low with { Name = " " }]), "tiers", "needs a name");

    [Test]
    public void Constructor_HighIsWorseAndBoundsIncrease_IsRefused()
    {
        var question = new ScoreQuestion("effort", 1, 7) { Direction = ScaleDirection.HighIsWorse };
        Tier[] tiers = [Low with { Bound = 5 }, Low with { Name = "next", Bound = 4 }];

        Assert.That(Make(new TierList(tiers), question: question).Tiers.Tiers, Is.EqualTo(tiers));
        Assert.That(
            () => Make(new TierList([.. tiers.Reverse()]), question: question), Throws.ArgumentException.With.Message.Contains("must be below"));
    }

    [Test]
    public void Constructor_OverrideWithBoundsOutOfOrder_IsRefused()
    {
        var exception = new PolicyOverride("o", [new AnswerGiven("comment", true)], new TierList([Low, Low]));

        Assert.That(
            () => Make(new TierList([Low]), overrides: [exception]),
            Throws.ArgumentException.With.Property(nameof(ArgumentException.ParamName)).EqualTo("overrides"));
    }

    [Test]
    public void Constructor_BusinessTimeAnywhereWithoutACalendar_IsRefused()
    {
        var exception = new PolicyOverride("o", [new AnswerGiven("comment", true)], new TierList([], Rest with { Due = BusinessDay }));

        AssertRefused(new TierList([Low], Rest with { Due = BusinessDay }), "calendar", "needs a calendar");
        Assert.That(() => Make(new TierList([Low]), overrides: [exception]), Throws.ArgumentException.With.Message.Contains("needs a calendar"));
        Assert.That(() => Make(new TierList([Low]), notice: BusinessDay), Throws.ArgumentException.With.Message.Contains("needs a calendar"));
    }

    [TestCase("Team Lead")]
    [TestCase("")]
    public void Constructor_FallbackThatIsNoId_IsRefused(string fallback) => Assert.That(
        () => Make(new TierList([Low]), fallback: fallback),
        Throws.ArgumentException.With.Property(nameof(ArgumentException.ParamName)).EqualTo("fallbackAssignee"));

    [Test]
    public void Hash_EveryPartOfAPolicy_CountsForIt()
    {
        var condition = new FactCondition(InteractionFact.Skill, ["vip"]);
        FollowUpPolicy[] policies =
        [
            Make(new TierList([Low])),
            Make(new TierList([Low], Rest)),
            Make(new TierList([Low]), question: new ScoreQuestion("csat", 1, 7)),
            Make(new TierList([Low]), notice: Day),
            Make(new TierList([Low]), fallback: "q"),
            Make(new TierList([Low]), overrides: [new PolicyOverride("o", [condition], new TierList([]))]),
            Make(new TierList([Low]), overrides: [new PolicyOverride("o", [condition], new TierList([Low]))]),
            Make(new TierList([Low]), suppression: new SuppressionRule(Day)),
            Make(new TierList([Low]), texts: new PolicyTexts { Notification = TextTemplate.Parse("x", true, out _) }),
        ];

        Assert.That(policies.Select(policy => policy.Hash), Is.Unique);
    }

    [Test]
    public void Reasons_DecisionThatNoPolicyMade_SayWhatIsKnown()
    {
        var policy = Make(new TierList([Low], Rest), overrides: [new PolicyOverride("o", [new AnswerGiven("comment", true)], new TierList([Low]))]);
        var due = new DueDate(Survey.Morning, Survey.Morning, DueDateBase.FormSubmitted, false);

        Assert.That(
            new FollowUpRequired(policy, 4, Rest, due).Reasons,
            Is.SupersetOf(new List<string>
            {
                "csat is 4 on a scale from 1 to 5.",
                "Tier 'low' does not apply: 4 is not below 3.",
                "Tier 'rest' is for all other scores, so priority Low, due after 1d.",
            }));
        Assert.That(
            new FollowUpRequired(policy, 2, Low, due) { Override = policy.Overrides[0] }.Reasons,
            Has.Member("Override 'o' applies. Its tiers count."));
    }

    private static void AssertRefused(TierList tiers, string parameter, string message) => Assert.That(
        () => Make(tiers),
        Throws.ArgumentException.With.Property(nameof(ArgumentException.ParamName)).EqualTo(parameter).And.Message.Contains(message));

    private static FollowUpPolicy Make(
        TierList tiers,
        ScoreQuestion? question = null,
        FollowUpDuration notice = default,
        IReadOnlyList<PolicyOverride>? overrides = null,
        SuppressionRule? suppression = null,
        string? fallback = null,
        PolicyTexts? texts = null) =>
        new("p", question ?? Question, tiers, notice, null, overrides, suppression, fallback, texts);
}
