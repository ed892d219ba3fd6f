namespace CxoneAssist.Domain.Tests.PolicyFile;

/// <summary>What lint says of overrides.</summary>
internal sealed partial class PolicyLintTests
{
    [TestCase("[]", "1")]
    [TestCase("""[ { "name": "t", "below": 2.5, "priority": "High", "due": "1d" } ]""", "2.5")]
    public void Override_ThatDropsATask_IsFound(string tiers, string score) => AssertFound(
        WithOverrides($$"""{ "name": "vip", "when": { "skill": ["vip"] }, "tiers": {{tiers}} }"""),
        $"(4,72) override-drops-task $.overrides[0].tiers: Override 'vip' gives no task for a score of {score}, "
            + "where the policy itself gives one (tier 'low').");

    [TestCase("""[ { "name": "t", "below": 3, "priority": "High", "due": "1d" } ]""")]
    [TestCase("""[ { "name": "t", "below": 4, "priority": "High", "due": "1d" } ]""")]
    [TestCase("""[], "otherwise": { "name": "t", "priority": "High", "due": "1d" }""")]
    public void Override_ThatDropsNone_IsNotFound(string tiers) =>
        AssertFound(WithOverrides($$"""{ "name": "vip", "when": { "skill": ["vip"] }, "tiers": {{tiers}} }"""));

    [TestCase(OneField, "low", """ "CSAT": { "below": 3 } """, "")]
    [TestCase(OneField, "low", """ "csat": { "below": 3.5 } """, "3")]
    [TestCase(OneField, "low", """ "csat": { "above": 3 } """, "3.5")]
    [TestCase(OneField, "low", """ "csat": { "above": 4 } """, "")]
    [TestCase(OneField, "low", """ "csat": ["2", "so so"] """, "")]
    [TestCase(OneField, "low", """ "csat": ["2", "3.25"] """, "3.25")]
    [TestCase(OneField, "low", """ "csat": { "present": true } """, "3")]
    [TestCase(OneField, "low", """ "nps": { "below": 3 } """, "3")]
    [TestCase(OneField, "high", """ "csat": { "above": 3 } """, "")]
    [TestCase(OneField, "high", """ "csat": { "above": 2.5 } """, "3")]
    [TestCase(Worst, "low", """ "nps": { "below": 3 } """, "")]
    [TestCase(Worst, "low", """ "nps": { "above": 4 } """, "3")]
    [TestCase(Worst, "low", """ "nps": ["2"] """, "")]
    [TestCase(Worst, "low", """ "nps": ["5"] """, "3")]
    [TestCase(Worst, "high", """ "nps": { "above": 3 } """, "")]
    [TestCase(Worst, "high", """ "nps": { "below": 2 } """, "3")]
    [TestCase(First, "low", """ "csat": { "below": 3 } """, "")]
    [TestCase(First, "low", """ "nps": { "below": 3 } """, "3")]
    [TestCase(First, "high", """ "csat": { "above": 3 } """, "")]
    public void Override_ThatAsksForScores_DropsTasksOnlyOfThose(string fields, string worse, string asked, string score)
    {
        var (bound, own) = worse == "low" ? ("below", 4) : ("above", 2);
        var findings = Lint($$"""
            { "name": "shop", "score": { {{fields}}, "min": 1, "max": 5, "worse": "{{worse}}" },
              "tiers": [ { "name": "own", "{{bound}}": {{own}}, "priority": "High", "due": "1d" } ],
              "overrides": [ { "name": "vip", "when": { "responses": { {{asked}} } },
                "tiers": [ { "name": "t", "{{bound}}": 3, "priority": "High", "due": "1d" } ] } ] }
            """).Where(finding => finding.Rule == "override-drops-task").ToList();

        Assert.That(findings, Has.Count.EqualTo(score.Length == 0 ? 0 : 1));
        Assert.That(findings.Select(finding => finding.Message), Is.All.Contains($"no task for a score of {score},"));
    }

    [TestCase("""{ "below": 2 }""", "b rest")]
    [TestCase("""{ "below": 2.5 }""", "rest")]
    [TestCase("""{ "above": 3 }""", "a b")]
    [TestCase("""{ "above": 2.9 }""", "a")]
    [TestCase("""["2"]""", "a rest")]
    [TestCase("""["2", "5"]""", "a")]
    [TestCase("""{ "present": true }""", "")]
    public void Override_TierThatItsOwnConditionKeepsScoresFrom_IsUnreachable(string asked, string unreachable)
    {
        var findings = Lint(Policy("[ " + Tier("low", 3, "High", "1d") + " ]", $$"""
            "overrides": [ { "name": "o", "when": { "responses": { "csat": {{asked}} } },
            "tiers": [ {{Tier("a", 2, "High", "1d")}}, {{Tier("b", 3, "High", "1d")}} ],
            "otherwise": { "name": "rest", "priority": "Low", "due": "1w" } } ]
            """)).Where(finding => finding.Rule == "unreachable-tier").Select(finding => finding.Message).ToList();

        Assert.That(findings, Is.EqualTo(unreachable.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(name => $"No score reaches tier '{name}': override 'o' asks for other answers to csat.")));
    }

    [Test]
    public void Override_TierThatTheScaleKeepsScoresFrom_IsFoundOnce() => AssertFound(
        Policy("[ " + Tier("low", 3, "High", "1d") + " ]", $$"""
            "overrides": [ { "name": "o", "when": { "responses": { "csat": { "below": 2 } } },
            "tiers": [ {{Tier("a", 1, "High", "1d")}}, {{Tier("b", 3, "High", "1d")}} ] } ]
            """),
        "(5,36) unreachable-tier $.overrides[0].tiers[0].below: No score reaches tier 'a': none of the scale from 1 to 5 is below 1.");

    [TestCase("low", "below", 4, "5", 4)]
    [TestCase("high", "above", 2, "1", 2)]
    public void Override_WithoutAnOtherwiseThatThePolicyHas_DropsATask(string worse, string bound, int last, string own, int score)
    {
        var findings = Lint($$"""
            { "name": "shop", "score": { "field": "csat", "min": 1, "max": 5, "worse": "{{worse}}" },
              "tiers": [ { "name": "own", "{{bound}}": {{own}}, "priority": "High", "due": "1d" } ],
              "otherwise": { "name": "rest", "priority": "Low", "due": "2d" },
              "overrides": [ { "name": "vip", "when": { "skill": ["vip"] },
                "tiers": [ { "name": "t", "{{bound}}": {{last}}, "priority": "High", "due": "1d" } ] } ] }
            """);

        Assert.That(findings.Select(finding => finding.Rule), Is.EqualTo(new List<string> { "override-drops-task" }));
        Assert.That(findings[0].Message, Does.Contain($"for a score of {score},"));
    }

    [TestCase("""{ "skill": ["VIP"] }""")]
    [TestCase("""{ "skill": ["vip"], "queue": ["q"] }""")]
    public void Override_BehindOneThatAlwaysAppliesToo_IsUnreachable(string when) => AssertFound(
        WithOverrides(Override("a", """{ "skill": ["vip", "gold"] }""") + ",\n" + Override("b", when)),
        "(5,1) unreachable-override $.overrides[1]: Override 'b' never applies: 'a' before it applies to everything it asks for.");

    [TestCase("""{ "skill": ["vip", "silver"] }""")]
    [TestCase("""{ "queue": ["vip"] }""")]
    [TestCase("""{ "responses": { "skill": ["vip"] } }""")]
    public void Override_ThatAsksForMore_IsReachable(string when) =>
        AssertFound(WithOverrides(Override("a", """{ "skill": ["vip", "gold"] }""") + ",\n" + Override("b", when)));

    [Test]
    public void Override_ThatAsksForLess_IsReachable() => AssertFound(
        WithOverrides(Override("a", """{ "skill": ["vip"], "queue": ["q"] }""") + ",\n" + Override("b", """{ "skill": ["vip"] }""")));

    [Test]
    public void Override_CalledAsAnother_IsFound() => AssertFound(
        WithOverrides(Override("vip", """{ "skill": ["a"] }""") + ",\n" + Override("VIP", """{ "skill": ["b"] }""")),
        "(5,11) same-name $.overrides[1].name: Two overrides are called 'VIP': a decision does not show which one applied.");

    [TestCase("""{ "above": 5 }""", """{ "above": 5 }""", true)]
    [TestCase("""{ "below": 5 }""", """{ "below": 5 }""", true)]
    [TestCase("""{ "below": 5 }""", """{ "below": 4 }""", true)]
    [TestCase("""{ "below": 5 }""", """{ "below": 6 }""", false)]
    [TestCase("""{ "below": 5 }""", """["4"]""", false)]
    [TestCase("""["4"]""", """{ "below": 5 }""", false)]
    [TestCase("""{ "above": 5 }""", """{ "above": 6, "below": 9 }""", true)]
    [TestCase("""{ "above": 5 }""", """{ "above": 4 }""", false)]
    [TestCase("""{ "below": 5 }""", """{ "above": 1 }""", false)]
    [TestCase("""{ "present": true }""", """["no"]""", true)]
    [TestCase("""{ "absent": true }""", """["no"]""", false)]
    [TestCase("""{ "absent": true }""", """{ "absent": true }""", true)]
    [TestCase("""["no", "nein"]""", """["nein"]""", true)]
    public void Override_AnswersThatAreCoveredAlready_AreSeen(string wide, string narrow, bool unreachable) => Assert.That(
        Lint(WithOverrides(
            Override("a", $$"""{ "responses": { "x": {{wide}} } }""") + ",\n" + Override("b", $$"""{ "responses": { "X": {{narrow}} } }""")))
            .Any(finding => finding.Rule == "unreachable-override"),
        Is.EqualTo(unreachable));
}
