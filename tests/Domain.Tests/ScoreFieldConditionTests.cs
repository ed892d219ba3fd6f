using System.Text;

namespace CxoneAssist.Domain.Tests;

/// <summary>An override that asks for a range of answers to a question the score is read from.</summary>
internal sealed class ScoreFieldConditionTests
{
    [TestCase("very hard", "any", "very hard")]
    [TestCase("n/a", "any", null)]
    [TestCase("99", "any", null)]
    [TestCase("2", "very hard", null)]
    [TestCase("6.5", "any", "very hard")]
    public void Decide_RangeOnTheScoresOwnField_ReadsAnswersAsTheScoreDoes(string waiting, string other, string? tier)
    {
        var policy = Read("""
            {
              "name": "shop",
              "score": { "fields": ["effort", "waiting"], "min": 1, "max": 7, "worse": "high",
                "labels": { "very hard": 7 }, "unanswered": ["n/a", "99"] },
              "tiers": [ { "name": "hard", "above": 5, "priority": "High", "due": "1d" } ],
              "overrides": [
                { "name": "waited", "when": { "skill": ["vip"], "responses": { "Waiting": { "above": 6 }, "other": ["any"] } },
                  "tiers": [ { "name": "very hard", "above": 1, "priority": "Critical", "due": "4h" } ] }
              ]
            }
            """);
        var decision = Decide(policy, "vip", ("effort", "2"), ("waiting", waiting), ("other", other));

        Assert.That((decision as FollowUpRequired)?.Tier.Name, Is.EqualTo(tier));
    }

    [Test]
    public void Decide_RangeOnAnotherField_ReadsNumbersOnly()
    {
        var policy = Read("""
            {
              "name": "shop", "score": { "field": "effort", "min": 1, "max": 7, "worse": "high", "labels": { "very hard": 7 } },
              "tiers": [ { "name": "hard", "above": 5, "priority": "High", "due": "1d" } ],
              "overrides": [ { "name": "waited", "when": { "responses": { "waiting": { "above": 6 } } }, "tiers": [] } ]
            }
            """);
        var decision = Decide(policy, "vip", ("effort", "6"), ("waiting", "very hard"));

        Assert.That(decision.Reasons, Has.Member("Override 'waited' does not apply: waiting is 'very hard', not above 6."));
    }

    [Test]
    public void Reasons_RangeOnAWordOfTheScale_DoNotContradictTheScore()
    {
        var policy = Read("""
            {
              "name": "shop", "score": { "field": "csat", "min": 1, "max": 5, "labels": { "poor": 1 } },
              "tiers": [ { "name": "low", "below": 3, "priority": "High", "due": "1d" } ],
              "overrides": [ { "name": "worst", "when": { "responses": { "csat": { "below": 2 } } },
                "tiers": [ { "name": "at once", "below": 2, "priority": "Critical", "due": "4h" } ] } ]
            }
            """);
        var decision = Decide(policy, null, ("csat", "Poor"));

        Assert.That(decision.Reasons, Is.SupersetOf(new List<string>
        {
            "csat is 1 ('poor') on a scale from 1 to 5.",
            "Override 'worst' applies: csat is 'Poor'. Its tiers count.",
        }));
    }

    private static FollowUpDecision Decide(FollowUpPolicy policy, string? skill, params (string Field, string Value)[] answers) => policy.Decide(
        new PolicyInput(
            new CompletedInteraction("interaction-1", "agent-1") { Skill = skill },
            Survey.Morning,
            new PostInteractionForm([.. answers.Select(answer => new FormResponse(answer.Field, answer.Value))])),
        Survey.Morning);

    private static FollowUpPolicy Read(string text) => FollowUpPolicyFile.Read(Encoding.UTF8.GetBytes(text)).Policy!;
}
