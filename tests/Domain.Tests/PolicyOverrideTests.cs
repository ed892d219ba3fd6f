using System.Text;

namespace CxoneAssist.Domain.Tests;

internal sealed class PolicyOverrideTests
{
    private static readonly FollowUpPolicy Policy = Read("""
        {
          "name": "shop",
          "score": { "fields": ["effort", "waiting"], "min": 1, "max": 7, "worse": "high", "labels": { "very hard": 7 } },
          "tiers": [ { "name": "hard", "above": 5, "priority": "High", "due": "1d" } ],
          "otherwise": { "name": "thanks", "priority": "Low", "due": "1w" },
          "overrides": [
            { "name": "vip", "when": { "skill": ["vip"], "responses": { "issue_resolved": ["no"] } },
              "tiers": [ { "name": "vip hard", "above": 3, "priority": "Critical", "due": "4h" } ] },
            { "name": "test calls", "when": { "skill": ["vip", "test"] }, "tiers": [] }
          ]
        }
        """);

    [Test]
    public void Decide_FirstOverrideWhoseConditionsAllHold_ItsTiersReplaceTheOthers()
    {
        var task = (FollowUpRequired)Decide("vip", ("effort", "3.5"), ("issue_resolved", "no"));

        Assert.That((task.Override?.Name, task.Tier.Name, task.Field), Is.EqualTo(("vip", "vip hard", "effort")));
    }

    [Test]
    public void Decide_OverrideThatReachesNoTier_OwesNothingWhateverThePolicySays()
    {
        var none = (NoFollowUp)Decide("vip", ("effort", "2"), ("issue_resolved", "no"));

        Assert.That((none.Override?.Name, none.Score), Is.EqualTo(("vip", 2m)));
        Assert.That(Decide("TEST", ("effort", "7")), Is.TypeOf<NoFollowUp>());
    }

    [Test]
    public void Decide_LaterOverride_AppliesWhereTheEarlierDoesNot() =>
        Assert.That(((NoFollowUp)Decide("vip", ("effort", "7"), ("issue_resolved", "yes"))).Override?.Name, Is.EqualTo("test calls"));

    [TestCase("5", "thanks")]
    [TestCase("5.1", "hard")]
    [TestCase("1", "thanks")]
    public void Decide_WithoutAnOverride_GoesByThePolicysOwnTiersAndThenOtherwise(string score, string tier)
    {
        var task = (FollowUpRequired)Decide("billing", ("effort", score));

        Assert.That((task.Override, task.Tier.Name), Is.EqualTo(((PolicyOverride?)null, tier)));
    }

    [Test]
    public void Reasons_TaskOfAnOverride_NameEachInputAndEachCondition() => AssertReasons(
        Decide("vip", ("effort", "2"), ("waiting", "very hard"), ("issue_resolved", "no")),
        "effort is 2.",
        "waiting is 7 ('very hard').",
        "The worst counts: waiting is 7 ('very hard') on a scale from 1 to 7, where more is worse.",
        "Override 'vip' applies: skill is 'vip' and issue_resolved is 'no'. Its tiers count.",
        "Tier 'vip hard' applies: 7 is above 3, so priority Critical, due after 4h.",
        "Counted from 2026-11-22T10:00:00Z, when the webhook was received.",
        "Due 2026-11-22T14:00:00Z.");

    [Test]
    public void Reasons_OverridesPassedOver_SayWhichConditionDidNotHold() => AssertReasons(
        Decide("billing", ("effort", "5"), ("issue_resolved", "no")),
        "effort is 5.",
        "The form has no field waiting.",
        "The worst counts: effort is 5 on a scale from 1 to 7, where more is worse.",
        "Override 'vip' does not apply: skill is 'billing', not 'vip'; what holds: issue_resolved is 'no'.",
        "Override 'test calls' does not apply: skill is 'billing', not one of 'vip', 'test'.",
        "Tier 'hard' does not apply: 5 is not above 5.",
        "Tier 'thanks' is for all other scores, so priority Low, due after 1w.",
        "Counted from 2026-11-22T10:00:00Z, when the webhook was received.",
        "Due 2026-11-29T10:00:00Z.");

    [Test]
    public void Reasons_NoTask_SayWhyNot()
    {
        AssertReasons(
            Decide("test", ("waiting", "7")),
            "The form has no field effort.",
            "waiting is 7 ('very hard').",
            "The worst counts: waiting is 7 ('very hard') on a scale from 1 to 7, where more is worse.",
            "Override 'vip' does not apply: skill is 'test', not 'vip' and issue_resolved is not answered.",
            "Override 'test calls' applies: skill is 'test'. Its tiers count.",
            "No tier applies: no task.");
        AssertReasons(
            Decide("test"),
            "The form has no field effort.",
            "The form has no field waiting.",
            "Unanswered: none of effort, waiting is answered. No task.");
    }

    [Test]
    public void Reasons_ReviewOfAFieldGivenTwice_ShowItsAnswers() => AssertReasons(
        Decide("vip", ("effort", "2"), ("waiting", "3"), ("waiting", "very hard")),
        "effort is 2.",
        "waiting is given more than once, with different values: '3', 'very hard'.",
        "Review needed: waiting is given more than once, with different values: '3', 'very hard'.");

    [Test]
    public void Reasons_Review_NameEachInput() => AssertReasons(
        Decide("vip", ("effort", "2"), ("waiting", "long")),
        "effort is 2.",
        "waiting is not a number: 'long'.",
        "Review needed: waiting is not a number: 'long'.");

    [Test]
    public void Constructor_NoConditionOrTwoOnTheSame_IsRefused()
    {
        var tiers = new TierList([]);
        Assert.That(() => new PolicyOverride("o", [], tiers), Throws.ArgumentException);
        Assert.That(() => new PolicyOverride(" ", [new AnswerGiven("a", true)], tiers), Throws.ArgumentException);
        Assert.That(() => new PolicyOverride("o", [new AnswerGiven("a", true), new AnswerInRange("A", 1, null)], tiers), Throws.ArgumentException);
    }

    private static void AssertReasons(FollowUpDecision decision, params string[] expected) =>
        Assert.That(decision.Reasons, Is.EqualTo(expected.Prepend($"Policy 'shop', version {Policy.ShortHash}.")));

    private static FollowUpDecision Decide(string skill, params (string Field, string Value)[] answers) => Policy.Decide(
        new PolicyInput(
            new CompletedInteraction("interaction-1", "agent-1") { Skill = skill },
            Survey.Morning,
            new PostInteractionForm([.. answers.Select(answer => new FormResponse(answer.Field, answer.Value))])),
        Survey.Morning);

    private static FollowUpPolicy Read(string text) => FollowUpPolicyFile.Read(Encoding.UTF8.GetBytes(text)).Policy!;
}
