using System.Text;

namespace CxoneAssist.Domain.Tests.PolicyFile;

internal sealed partial class PolicyLintTests
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
    public void MixedUnits_LongerThanCanBeCounted_AreSaidNotToHaveBeenLookedInto() => AssertFound(
        Policy(
            "[ " + Tier("low", 2, "High", "52w") + ",\n" + Tier("middling", 3, "High", "100bh") + ",\n" + Tier("fair", 4, "High", "53d") + " ]",
            """ "calendar": { "zone": "UTC", "hours": { "mon": ["09:00-10:00"] } } """),
        "(3,68) mixed-units $.tiers[0].due: Whether tier 'low' (52w) can be due later than 'middling' (100bh) was not looked into to the end: "
            + "that would take too long.",
        "(4,62) mixed-units $.tiers[1].due: Whether tier 'middling' (100bh) can be due later than 'fair' (53d) was not looked into to the end: "
            + "that would take too long.");

    [Test]
    public void MixedUnits_WhoseOrderTheNoticeKeeps_AreNotFound()
    {
        var tiers = "[ " + Tier("low", 3, "High", "2h") + ",\n" + Tier("middling", 4, "Low", "1bh") + " ]";

        AssertFound(
            Policy(tiers, Calendar + ", \"notice\": \"4d\""),
            "(3,68) due-within-notice $.tiers[0].due: Tier 'low' is due after 2h, which is never before the notice of 4d moves it.");
        Assert.That(Lint(Policy(tiers, Calendar)).Select(finding => finding.Rule), Is.EqualTo(new List<string> { "mixed-units" }));
    }

    [TestCase("0bh", "10m", "12:01", "12:29", "Wed 2026-11-25 12:01 it is due Wed 2026-11-25 12:29, the other Wed 2026-11-25 12:11")]
    [TestCase("1390m", "23bh", "11:54", "12:44", "Wed 2026-11-25 12:44 it is due Thu 2026-11-26 11:54, the other Thu 2026-11-26 11:44")]
    public void MixedUnits_WhoseOrderFlipsForMinutesOnly_AreFound(string worse, string better, string closes, string opens, string expected)
    {
        var findings = Lint(Policy(
            "[ " + Tier("low", 3, "High", worse) + ",\n" + Tier("middling", 4, "Low", better) + " ]",
            $$$""" "notice": "0m", "calendar": { "zone": "UTC", "hours": { "mon-sun": ["00:00-{{{closes}}}", "{{{opens}}}-24:00"] } } """));

        Assert.That(findings.Select(finding => finding.Rule), Is.EqualTo(new List<string> { "mixed-units" }));
        Assert.That(findings[0].Message, Does.EndWith($"counted from {expected}."));
    }

    [Test]
    public void Names_Repeated_AreFound() => AssertFound(
        Policy("[ " + Tier("low", 3, "High", "1d") + ",\n" + Tier("LOW", 4, "High", "1d") + " ]"),
        "(4,11) same-name $.tiers[1].name: Two tiers are called 'LOW': a decision does not show which one applied.");

    [Test]
    public void DueTime_WithinTheNotice_IsFound() => AssertFound(
        Policy("[ " + Tier("low", 3, "High", "30m") + " ]"),
        "(3,68) due-within-notice $.tiers[0].due: Tier 'low' is due after 30m, which is never before the notice of 1h moves it.");

    [TestCase("1bh", "4bh", true)]
    [TestCase("4bh", "4bh", false)]
    [TestCase("1bd", "2bd", true)]
    [TestCase("3bd", "2bd", false)]
    [TestCase("1bh", "2bd", false)]
    [TestCase("1bh", "2d", false)]
    [TestCase("1h", "2bd", false)]
    public void DueTime_WithinTheNotice_IsFoundInOneUnitOfBusinessTimeToo(string due, string notice, bool found) => Assert.That(
        Lint(Policy("[ " + Tier("low", 3, "High", due) + " ]", Calendar + $", \"notice\": \"{notice}\""))
            .Any(finding => finding.Rule == "due-within-notice"),
        Is.EqualTo(found));

    [Test]
    public void ScoreOfTheScale_ThatMeansNoAnswer_IsFound() => AssertFound(
        Policy("[ " + Tier("low", 3, "High", "1d") + " ]").Replace(
            "\"max\": 5", "\"max\": 5, \"unanswered\": [\"n/a\", \"1\", \"5.0\", \"0\", \"6\"]", StringComparison.Ordinal),
        "(2,65) unanswered-score $.score.unanswered: '1' is a score of the scale and is taken for no answer: a customer who gives it gets no task.",
        "(2,65) unanswered-score $.score.unanswered: '5.0' is a score of the scale and is taken for no answer: a customer who gives it gets no task.");

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

    private const string Dates = """
        "calendar": { "zone": "UTC", "hours": {}, "special": { "2026-11-24": ["09:00-12:00"], "2026-11-25": ["09:00-13:00"], "2026-11-26": [] } }
        """;

    [TestCase("1bd", "4bh", true, false)]
    [TestCase("0bd", "4bh", false, false)]
    [TestCase("8bh", "4bh", true, false)]
    [TestCase("3bh", "4bh", false, false)]
    [TestCase("0bh", "2bd", false, true)]
    [TestCase("0bh", "1bd", false, true)]
    [TestCase("0bh", "5bh", false, true)]
    [TestCase("300d", "1h", false, false)]
    public void Calendar_OpenOnDatesOnly_EndsAndWhatIsLongerIsNeverDue(string due, string notice, bool isEndless, bool noticeIs)
    {
        var findings = Lint(Policy(
            "[ " + Tier("low", 3, "High", "1bh") + ", " + Tier("middling", 4, "High", due) + " ]",
            Dates + $", \"notice\": \"{notice}\""))
            .Where(finding => finding.Rule is "due-too-late" or "calendar-ends" or "never-open").Select(Text).ToList();

        Assert.That(findings, Has.One.EqualTo(
            "(4,39) calendar-ends $.calendar.hours: No day of the week opens: the calendar ends on 2026-11-25, "
                + "and business time that is not over by then never ends."));
        Assert.That(findings.Any(finding => finding.Contains(
            $"due-too-late $.tiers[1].due: Tier 'middling' ({due}) can end later than a task may be due: counted from Wed 2026-11-25 00:00",
            StringComparison.Ordinal)), Is.EqualTo(isEndless));
        Assert.That(findings.Any(finding => finding.Contains(
            $"due-too-late $.notice: The notice ({notice}) can end later than a task may be due: counted from Wed 2026-11-25 00:00",
            StringComparison.Ordinal)), Is.EqualTo(noticeIs));
        Assert.That(findings, Has.Count.EqualTo(1 + (isEndless ? 1 : 0) + (noticeIs ? 1 : 0)));
    }

    [Test]
    public void Calendar_ThatOnlyEndsInAnotherZone_IsOpenAllOfToday() => Assert.That(
        Lint(Policy(
            "[ " + Tier("low", 3, "High", "1bh") + " ]",
            """ "calendar": { "zone": "Pacific/Auckland", "hours": {}, "special": { "2026-11-25": ["00:00-01:00"] } } """))
            .Select(finding => finding.Rule),
        Is.EqualTo(new List<string> { "calendar-ends" }));

    [Test]
    public void Calendar_ThatNothingIsCountedBy_IsFound() => AssertFound(
        Policy("[ " + Tier("low", 3, "High", "1d") + " ]", Calendar),
        "(4,13) unused-calendar $.calendar: No duration is in business time: the calendar changes nothing.");

    private const string OneField = """ "field": "csat" """;
    private const string Worst = """ "fields": ["csat", "nps"], "combine": "worst" """;
    private const string First = """ "fields": ["csat", "nps"], "combine": "first" """;

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

    [Test]
    public void MalformedFile_RemedyThatQuotesTheFile_IsToldWhole()
    {
        var finding = Lint(Policy("[ " + Tier("low", 3, "High", "1d") + " ]").Replace(
            "\"max\": 5", "\"max\": 5, \"labels\": { \"ok. Fine\": \"x\" }", StringComparison.Ordinal)).Single();

        Assert.That(
            (finding.Message, finding.Remedy),
            Is.EqualTo(("Expected a score, but this is the text 'x'.", "Write what is meant in the form of \"ok. Fine\": 1.")));
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
