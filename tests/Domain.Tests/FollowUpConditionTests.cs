namespace CxoneAssist.Domain.Tests;

internal sealed class FollowUpConditionTests
{
    private static readonly CompletedInteraction Interaction = new("interaction-1", "agent-1")
    {
        CustomerId = "c-7",
        Skill = "VIP",
        Queue = "q1",
        Channel = "voice",
        Language = "de",
    };

    [TestCase(InteractionFact.Skill, "vip", "skill is 'VIP'")]
    [TestCase(InteractionFact.Queue, "Q1", "queue is 'q1'")]
    [TestCase(InteractionFact.Channel, " voice ", "channel is 'voice'")]
    [TestCase(InteractionFact.Language, "DE", "language is 'de'")]
    [TestCase(InteractionFact.AgentId, "agent-1", "agentId is 'agent-1'")]
    [TestCase(InteractionFact.CustomerId, "c-7", "customerId is 'c-7'")]
    public void FactCondition_ValueAmongThose_Holds(InteractionFact fact, string value, string explained)
    {
        var condition = new FactCondition(fact, ["other", value]);

        Assert.That((condition.Holds(Facts()), condition.Explain(Facts())), Is.EqualTo((true, explained)));
    }

    [Test]
    public void FactCondition_OtherValue_DoesNotHold()
    {
        var condition = new FactCondition(InteractionFact.Skill, ["billing", "returns"]);

        Assert.That(
            (condition.Holds(Facts()), condition.Explain(Facts())), Is.EqualTo((false, "skill is 'VIP', not one of 'billing', 'returns'")));
    }

    [Test]
    public void FactCondition_AbsentFact_NeverHolds([Values(null, "", " ")] string? absent)
    {
        var facts = Facts() with { Interaction = Interaction with { Skill = absent } };
        var condition = new FactCondition(InteractionFact.Skill, ["vip"]);

        Assert.That((condition.Holds(facts), condition.Explain(facts)), Is.EqualTo((false, "skill is not known")));
    }

    [TestCase("no", true, "issue is 'no'")]
    [TestCase(" NO ", true, "issue is 'NO'")]
    [TestCase("yes", false, "issue is 'yes', not 'no'")]
    [TestCase("", false, "issue is not answered")]
    [TestCase(null, false, "issue is not answered")]
    public void AnswerIsOneOf_Answer_IsComparedWithoutRegardToCase(string? answer, bool holds, string explained) =>
        AssertJudged(new AnswerIsOneOf("Issue".ToLowerInvariant(), ["no"]), answer, holds, explained);

    [TestCase("6.9", true, "issue is '6.9'")]
    [TestCase("7", false, "issue is '7', not above 3 and below 7")]
    [TestCase("3", false, "issue is '3', not above 3 and below 7")]
    [TestCase("3.1", true, "issue is '3.1'")]
    [TestCase("five", false, "issue is 'five', not above 3 and below 7")]
    public void AnswerInRange_Number_MustLieBetweenBothBounds(string answer, bool holds, string explained) =>
        AssertJudged(new AnswerInRange("issue", 3, 7), answer, holds, explained);

    [Test]
    public void AnswerInRange_OneBound_IsEnough()
    {
        AssertJudged(new AnswerInRange("issue", 3, null), "100", true, "issue is '100'");
        AssertJudged(new AnswerInRange("issue", null, 3), "100", false, "issue is '100', not below 3");
    }

    [TestCase("x", true, "issue is answered")]
    [TestCase(" ", false, "issue is not answered")]
    [TestCase(null, false, "issue is not answered")]
    public void AnswerGiven_PresentOrAbsent_AreOpposites(string? answer, bool given, string explained)
    {
        AssertJudged(new AnswerGiven("issue", true), answer, given, explained);
        AssertJudged(new AnswerGiven("issue", false), answer, !given, explained);
    }

    [Test]
    public void Answer_FieldGivenTwice_OneThatFitsIsEnoughAndIsTheOneShown()
    {
        var condition = new AnswerIsOneOf("ISSUE", ["no"]);

        Assert.That((condition.Holds(Facts("yes", "no")), condition.Explain(Facts("yes", "no"))), Is.EqualTo((true, "ISSUE is 'no'")));
        Assert.That(condition.Explain(Facts("yes", "perhaps")), Is.EqualTo("ISSUE is 'yes', not 'no'"));
    }

    [Test]
    public void Conditions_OnAFactAndOnAnAnswerOfItsName_AreTwoThings()
    {
        var both = new PolicyOverride("o", [new AnswerIsOneOf("skill", ["x"]), new FactCondition(InteractionFact.Skill, ["x"])], new TierList([]));

        Assert.That(both.When, Has.Count.EqualTo(2));
    }

    [Test]
    public void Constructor_NothingToCompareWith_IsRefused()
    {
        Assert.That(() => new FactCondition(InteractionFact.Skill, []), Throws.ArgumentException);
        Assert.That(() => new AnswerIsOneOf("issue", [" "]), Throws.ArgumentException);
        Assert.That(() => new AnswerIsOneOf(" ", ["no"]), Throws.ArgumentException);
        Assert.That(() => new AnswerInRange("issue", null, null), Throws.ArgumentException);
        Assert.That(() => new AnswerInRange("issue", 3, 3), Throws.ArgumentException);
    }

    private static void AssertJudged(FollowUpCondition condition, string? answer, bool holds, string explained) =>
        Assert.That((condition.Holds(Facts(answer)), condition.Explain(Facts(answer))), Is.EqualTo((holds, explained)));

    private static PolicyInput Facts(params string?[] answers) => new(
        Interaction, Survey.Morning, new PostInteractionForm([.. answers.Select(answer => new FormResponse("issue", answer))]));
}
