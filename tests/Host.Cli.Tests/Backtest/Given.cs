namespace CxoneAssist.Host.Cli.Tests.Backtest;

/// <summary>Policies and surveys that tests share.</summary>
internal static class Given
{
    public const string Default = """
        {
          "name": "default",
          "score": { "field": "overall_satisfaction", "min": 1, "max": 5 },
          "tiers": [
            { "name": "detractor", "below": 3, "priority": "High", "due": "1d" },
            { "name": "passive", "below": 4, "priority": "Medium", "due": "3d" }
          ],
          "notice": "1h"
        }
        """;

    public const string Stricter = """
        {
          "name": "stricter",
          "score": { "field": "overall_satisfaction", "min": 1, "max": 5 },
          "tiers": [
            { "name": "lost", "below": 2, "priority": "Critical", "due": "2h" },
            { "name": "detractor", "below": 3, "priority": "High", "due": "2d" },
            { "name": "passive", "below": 3.5, "priority": "Low", "due": "3d" }
          ],
          "overrides": [
            { "name": "vip", "when": { "skill": ["vip"] }, "tiers": [ { "name": "vip", "below": 5, "priority": "High", "due": "1d" } ] },
            { "name": "solved", "when": { "responses": { "issue_resolved": ["yes"] } }, "tiers": [] }
          ],
          "notice": "1h"
        }
        """;

    public const string Suppressing = """
        {
          "name": "suppressing",
          "score": { "field": "overall_satisfaction", "min": 1, "max": 5 },
          "tiers": [ { "name": "detractor", "below": 3, "priority": "High", "due": "1d" } ],
          "suppress": { "per": "customerId", "within": "7d", "unless": "worse" },
          "notice": "1h"
        }
        """;

    public const string Surveys = """
        interaction_id,channel,skill,responded_at,agent,csat,issue_resolved
        a,Inbound,,2026-03-02T08:00,Ann Lee,1,no
        b,Inbound,,2026-03-02T09:30,Bob Ray,2,no
        c,Email,,2026-03-02 10:15:30,Ann Lee,3,no
        d,Email,vip,2026-03-02T23:59,Ann Lee,4,no
        e,Inbound,,2026-03-03T08:00+01:00,Bob Ray,1,yes
        f,Inbound,,2026-03-03T08:00,Bob Ray,,no
        g,Inbound,,2026-03-03T08:00,"Ray, Bob",good,no
        h,Inbound,,2026-03-03T08:00,Ann Lee,3.5,no
        """;
}
