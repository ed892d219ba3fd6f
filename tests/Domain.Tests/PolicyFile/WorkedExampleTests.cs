using System.Text;

namespace CxoneAssist.Domain.Tests.PolicyFile;

/// <summary>
/// A policy with all features, and an afternoon before Christmas that was calculated by hand.
/// </summary>
internal sealed class WorkedExampleTests
{
    private static readonly PolicyReadResult Reading = FollowUpPolicyFile.Read(Encoding.UTF8.GetBytes("""
        {
          "name": "retail-2026-11",
          "score": { "field": "overall_satisfaction", "min": 1, "max": 5, "labels": { "poor": 1, "excellent": 5 } },
          "tiers": [
            { "name": "detractor", "below": 3, "priority": "High",   "due": "8bh" },
            { "name": "passive",   "below": 4, "priority": "Medium", "due": "24bh" }
          ],
          "notice": "1h",
          "calendar": {
            "zone": "Europe/Berlin",
            "hours": { "mon-thu": ["09:00-12:30", "13:30-18:00"], "fri": ["09:00-15:00"] },
            "holidays": ["2026-12-25", "2026-12-26"],
            "special": { "2026-12-24": ["09:00-12:00"] }
          },
          "overrides": [
            { "name": "vip", "when": { "skill": ["vip"], "responses": { "issue_resolved": ["no"] } },
              "tiers": [ { "name": "vip unhappy", "below": 4, "priority": "Critical", "due": "4bh" } ] }
          ],
          "suppress": { "per": "customerId", "within": "14d", "unless": "worse" },
          "assignTo": { "default": "agent", "fallback": "supervisor-queue-7" },
          "texts": { "subject": "Follow up with {customerId}: {score} on {field}" }
        }
        """));

    [Test]
    public void Policy_WithEverything_IsTakenAndKeepsItAll()
    {
        var policy = Reading.Policy!;

        Assert.That(PolicyLint.Check(Reading, new DateOnly(2026, 11, 25)), Is.Empty);
        Assert.That((policy.Suppression?.Within.ToString(), policy.FallbackAssignee), Is.EqualTo(("14d", "supervisor-queue-7")));
        Assert.That(
            policy.Texts.Subject?.Fill(placeholder => $"<{placeholder}>"), Is.EqualTo("Follow up with <CustomerId>: <Score> on <Field>"));
        Assert.That(policy.Calendar!.Week[DayOfWeek.Wednesday].Select(hours => $"{hours}"), Is.EqualTo("09:00-12:30 13:30-18:00".Split(' ')));
    }

    [Test]
    public void FourBusinessHours_FromTheAfternoonBeforeChristmasEve_AreDueBeforeNoon()
    {
        var at = new DateTimeOffset(2026, 12, 23, 16, 40, 0, TimeSpan.FromHours(1));
        var facts = new PolicyInput(
            new CompletedInteraction("interaction-1", "agent-1") { Skill = "VIP" },
            at,
            new PostInteractionForm([new("overall_satisfaction", "2.5"), new("issue_resolved", "no")], at));

        var task = (FollowUpRequired)Reading.Policy!.Decide(facts, at);

        Assert.That(task.Due.At, Is.EqualTo(new DateTimeOffset(2026, 12, 24, 11, 40, 0, TimeSpan.FromHours(1))));
        Assert.That(task.Reasons, Has.Member("Override 'vip' applies: skill is 'VIP' and issue_resolved is 'no'. Its tiers count."));
        Assert.That(task.Reasons, Is.SupersetOf(task.Due.Steps).And.Count.EqualTo(4 + task.Due.Steps.Count));
    }
}
