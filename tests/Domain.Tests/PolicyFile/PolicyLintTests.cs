using System.Text;

namespace CxoneAssist.Domain.Tests.PolicyFile;

internal sealed class PolicyLintTests
{
    private const string Calendar = """
        "calendar": { "zone": "Europe/Berlin", "hours": { "mon-fri": ["09:00-17:00"] } }
        """;

    private static readonly DateOnly Today = new(2026, 11, 25);

    [Test]
    public void Tier_BehindOneThatTakesEverything_IsUnreachable() => AssertFound(
        Policy("[ " + Tier("all", 6, "High", "1d") + ",\n" + Tier("never", 7, "Low", "2d") + " ]"),
        "(3,38) bound-outside-scale $.tiers[0].below: The bound 6 of tier 'all' lies outside the scale from 1 to 5.",
        "(4,1) unreachable-tier $.tiers[1]: No score reaches tier 'never': all of the scale from 1 to 5 reach 'all' before it.");

    [TestCase("1")]
    [TestCase("0.5")]
    public void Tier_BelowTheScale_IsUnreachable(string bound) => AssertFound(
        Policy($$"""[ { "name": "never", "priority": "High", "due": "1d", "below": {{bound}} }, {{Tier("low", 3, "High", "1d")}} ]"""),
        $"(3,73) unreachable-tier $.tiers[0].below: No score reaches tier 'never': none of the scale from 1 to 5 is below {bound}.");

    [Test]
    public void Tiers_WhereHighIsWorse_AreJudgedTheOtherWayRound() => AssertFound(
        """
        { "name": "effort",
          "score": { "field": "ces", "min": 1, "max": 7, "worse": "high" },
          "tiers": [ { "name": "never", "priority": "Low", "due": "1d", "above": 7 },
                     { "name": "hard", "priority": "High", "due": "1d", "above": 0 } ] }
        """,
        "(3,74) unreachable-tier $.tiers[0].above: No score reaches tier 'never': none of the scale from 1 to 7 is above 7.",
        "(4,44) priority-order $.tiers[1].priority: Tier 'hard' is for better scores than 'never', but its priority is higher: High above Low.",
        "(4,74) bound-outside-scale $.tiers[1].above: The bound 0 of tier 'hard' lies outside the scale from 1 to 7.");

    [Test]
    public void WorseScore_WithALowerPriorityOrALaterDueDate_IsFound() => AssertFound(
        Policy("[ " + Tier("low", 3, "Low", "2d") + ",\n" + Tier("middling", 4, "High", "36h") + " ]"),
        "(3,67) due-order $.tiers[0].due: Tier 'low' is for worse scores than 'middling', but is due later: after 2d, not 36h.",
        "(4,47) priority-order $.tiers[1].priority: Tier 'middling' is for better scores than 'low', but its priority is higher: High above Low.");

    [Test]
    public void MixedUnits_WhoseOrderCanFlip_AreFoundWithAnInstant() => AssertFound(
        Policy("[ " + Tier("low", 3, "High", "1bd") + ",\n" + Tier("middling", 4, "Low", "2d") + " ]", Calendar),
        "(3,68) mixed-units $.tiers[0].due: Tier 'low' (1bd) can be due later than 'middling' (2d), though it is for worse scores: counted from "
            + "Thu 2026-11-26 17:00 it is due Mon 2026-11-30 09:00, the other Sat 2026-11-28 17:00.");

    [Test]
    public void MixedUnits_FarApart_AreNotFound() =>
        AssertFound(Policy("[ " + Tier("low", 3, "High", "1bd") + ",\n" + Tier("middling", 4, "Low", "2w") + " ]", Calendar));

    [Test]
    public void MixedUnits_MoreThanCanBeSearched_AreSaidNotToHaveBeenLookedInto()
    {
        var tiers = string.Join(", ", Enumerable.Range(0, 50).Select(number =>
            $$"""{ "name": "t{{number}}", "below": {{number}}, "priority": "High", "due": "{{(number % 2 == 0 ? "1bh" : "8w")}}" }"""));

        var unsearched = Lint(Policy($"[ {tiers} ]", Calendar))
            .Where(finding => finding.Message.Contains("was not looked into", StringComparison.Ordinal));

        Assert.That(unsearched.Select(finding => finding.Rule), Is.EqualTo(Enumerable.Repeat("mixed-units", 49 - 40)));
        Assert.That(unsearched.Select(finding => (finding.Path, finding.Message, finding.Remedy)).First(), Is.EqualTo((
            "$.tiers[40].due",
            "Whether tier 't40' (1bh) can be due later than 't41' (8w) was not looked into: this policy mixes units too often.",
            "Write durations in one unit.")));
    }

    [Test]
    public void Names_Repeated_AreFound() => AssertFound(
        Policy("[ " + Tier("low", 3, "High", "1d") + ",\n" + Tier("LOW", 4, "High", "1d") + " ]"),
        "(4,11) same-name $.tiers[1].name: Two tiers are called 'LOW': nobody can tell from a decision which one applied.");

    [Test]
    public void DueTime_WithinTheNotice_IsFound() => AssertFound(
        Policy("[ " + Tier("low", 3, "High", "30m") + " ]"),
        "(3,68) due-within-notice $.tiers[0].due: Tier 'low' is due after 30m, which is never before the notice of 1h moves it.");

    [Test]
    public void Calendar_NeverOpen_IsAnError()
    {
        var findings = Lint(Policy(
            "[ " + Tier("low", 3, "High", "1bd") + " ]",
            """ "calendar": { "zone": "UTC", "hours": {}, "special": { "2026-11-24": ["09:00-12:00"] } } """));

        Assert.That(findings.Select(Text), Is.EqualTo(new List<string>
        {
            "(4,39) never-open $.calendar.hours: The calendar has no open hour from today on: business time never passes, and nothing is ever due.",
        }));
        Assert.That((findings[0].Severity, findings[0].Remedy), Is.EqualTo((FindingSeverity.Error, "Add opening hours.")));
    }

    [Test]
    public void Calendar_OpenOnASpecialDateToCome_IsOpen() => AssertFound(Policy(
        "[ " + Tier("low", 3, "High", "1bd") + " ]",
        """ "calendar": { "zone": "UTC", "hours": {}, "special": { "2026-11-25": ["09:00-12:00"] } } """));

    [Test]
    public void Holidays_AllInThePast_AreFound()
    {
        const string Holidays = """
            "calendar": { "zone": "UTC", "hours": { "mon": ["09:00-17:00"] }, "holidays": ["2025-12-25", "2026-11-24"] }
            """;
        var policy = Policy("[ " + Tier("low", 3, "High", "1bd") + " ]", Holidays);

        AssertFound(
            policy,
            "(4,79) holidays-past $.calendar.holidays: All holidays lie in the past, the last on 2026-11-24: "
                + "on those to come work is said to go on.");
        AssertFound(policy.Replace("2026-11-24", "2026-11-25", StringComparison.Ordinal));
    }

    [Test]
    public void Calendar_ThatNothingIsCountedBy_IsFound() => AssertFound(
        Policy("[ " + Tier("low", 3, "High", "1d") + " ]", Calendar),
        "(4,13) unused-calendar $.calendar: No duration is in business time: the calendar changes nothing.");

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
        "(5,11) same-name $.overrides[1].name: Two overrides are called 'VIP': nobody can tell from a decision which one applied.");

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

    [TestCase("90d", false)]
    [TestCase("2161h", true)]
    [TestCase("13w", true)]
    public void Suppression_LongerThanAnInboxKeeps_IsFound(string within, bool found) => Assert.That(
        Lint(Policy("[ " + Tier("low", 3, "High", "1d") + " ]", $$""" "suppress": { "per": "customerId", "within": "{{within}}" } """)).Select(Text),
        found
            ? Is.EqualTo(new List<string>
            {
                $"(4,46) suppression-beyond-retention $.suppress.within: Suppression looks back {within}, "
                    + "but an inbox keeps what is settled for 90 days unless it is told otherwise.",
            })
            : Is.Empty);

    [Test]
    public void MalformedFile_ItsProblems_AreErrors()
    {
        var findings = Lint("{}");

        Assert.That(findings.Select(finding => (finding.Severity, finding.Rule)), Is.All.EqualTo((FindingSeverity.Error, "format")));
        Assert.That(findings, Has.Count.EqualTo(3));
        Assert.That((findings[0].Message, findings[0].Remedy), Is.EqualTo(("'name' is missing.", "Add it, like \"name\": \"retail-2026-11\".")));
    }

    private static void AssertFound(string policy, params string[] expected)
    {
        var findings = Lint(policy);

        Assert.That(findings.Select(Text), Is.EqualTo(expected));
        Assert.That(findings, Is.All.Property(nameof(PolicyFinding.Remedy)).Not.Empty);
    }

    private static IReadOnlyList<PolicyFinding> Lint(string policy) =>
        PolicyLint.Check(FollowUpPolicyFile.Read(Encoding.UTF8.GetBytes(policy)), Today);

    private static string Text(PolicyFinding finding) =>
        FormattableString.Invariant($"({finding.Line},{finding.Column}) {finding.Rule} {finding.Path}: {finding.Message}");

    private static string Policy(string tiers, string? more = null) => $$"""
        { "name": "shop",
          "score": { "field": "csat", "min": 1, "max": 5 },
        "tiers": {{tiers}}{{(more is null ? "" : ",\n" + more.Trim())}} }
        """;

    private static string WithOverrides(string overrides) =>
        Policy("[ " + Tier("low", 3, "High", "1d") + " ]", $"\"overrides\": [ {overrides} ]");

    private static string Override(string name, string when) =>
        $$"""{ "name": "{{name}}", "when": {{when}}, "tiers": [ {{Tier("t", 4, "High", "1d")}} ] }""";

    private static string Tier(string name, int below, string priority, string due) =>
        $$"""{ "name": "{{name}}", "below": {{below}}, "priority": "{{priority}}", "due": "{{due}}" }""";
}
