namespace CxoneAssist.Domain.Tests.PolicyFile;

internal sealed partial class PolicyLintTests
{
    private const string HourAWeek = """
        "calendar": { "zone": "Europe/Berlin", "hours": { "mon": ["09:00-10:00"] } }
        """;

    // Two and a half years from the day on which lint looks.
    private static readonly string LongClosed = """
        "calendar": { "zone": "UTC", "hours": { "mon-sun": ["09:00-10:00"] }, "holidays": [
        """ + string.Join(", ", Enumerable.Range(8, 920).Select(day => $"\"{Today.AddDays(day):yyyy-MM-dd}\"")) + "] }";

    [TestCase("104bh", null)]
    [TestCase("105bh", "Write at most 104bh or elapsed time, or add opening hours.")]
    [TestCase("112bh", "Write at most 104bh or elapsed time, or add opening hours.", Description = "the longest that is read")]
    [TestCase("103bd", null)]
    [TestCase("104bd", "Write at most 103bd or elapsed time, or add opening hours.")]
    [TestCase("52w", null)]
    public void DueDate_LaterThanATaskMayBe_IsAnErrorWithAnInstantAndWhatTheCalendarHolds(string due, string? remedy)
    {
        var findings = TooLate(Policy("[ " + Tier("low", 3, "High", due) + " ]", HourAWeek));

        Assert.That(findings.Select(finding => (finding.Severity, Text(finding), finding.Remedy)), remedy is null ? Is.Empty : Is.EqualTo(new[]
        {
            (FindingSeverity.Error, $"(3,68) due-too-late $.tiers[0].due: Tier 'low' ({due}) can end later than a task may be due: counted from "
                + "Wed 2026-11-25 00:00, it does not end within two years, which is the latest that a task may be due.", remedy),
        }));
    }

    [Test]
    public void DueDate_OfAnyTierAndTheNotice_IsLookedAt()
    {
        var policy = Policy(
            "[ " + Tier("low", 3, "High", "110bh") + " ], \"otherwise\": { \"name\": \"rest\", \"priority\": \"Low\", \"due\": \"105bd\" }",
            HourAWeek + """
                , "notice": "108bh", "overrides": [ { "name": "vip", "when": { "skill": ["vip"] }, "tiers": [
                """ + Tier("vip", 4, "High", "1bh") + "], \"otherwise\": { \"name\": \"vip rest\", \"priority\": \"Low\", \"due\": \"106bh\" } } ]");

        Assert.That(TooLate(policy).Select(finding => finding.Path), Is.EqualTo(new List<string>
        {
            "$.tiers[0].due", "$.otherwise.due", "$.notice", "$.overrides[0].otherwise.due",
        }));
    }

    // The instants that count are those at which the calendar closes for long.
    [TestCase("7bh", "1h", "Write elapsed time, or add opening hours.")]
    [TestCase("0bd", "1h", "Write elapsed time, or add opening hours.")]
    [TestCase("1d", "1bh", "Write elapsed time, or add opening hours.")]
    [TestCase("1d", "1h", null)]
    public void DueDate_CalendarClosedForMoreThanTwoYears_IsAnError(string due, string notice, string? remedy)
    {
        var findings = TooLate(Policy("[ " + Tier("low", 3, "High", due) + " ]", LongClosed + $", \"notice\": \"{notice}\""));

        Assert.That(findings.Select(finding => finding.Remedy), remedy is null ? Is.Empty : Is.EqualTo(new[] { remedy }));
        Assert.That(findings.Select(finding => finding.Message), Is.All.Contains("counted from Wed 2026-12-02 10:00, "));
    }

    // Four hundred days, and the notice ends in the midst of them.
    [TestCase("300d", false)]
    [TestCase("366d", true)]
    public void Notice_ThatEndsLongBeforeTheNextOpening_IsAnError(string notice, bool found)
    {
        var closed = string.Join(", ", Enumerable.Range(330, 420).Select(day => $"\"{Today.AddDays(day):yyyy-MM-dd}\""));
        var findings = TooLate(Policy(
            "[ " + Tier("low", 3, "High", "1bh") + " ]",
            $$""" "notice": "{{notice}}", "calendar": { "zone": "UTC", "hours": { "mon-sun": ["09:00-10:00"] }, "holidays": [ {{closed}} ] } """));

        Assert.That(findings.Select(finding => (finding.Path, finding.Remedy)), found
            ? Is.EqualTo(new[] { ("$.notice", "Shorten 'notice', or add opening hours.") })
            : Is.Empty);
    }

    [Test]
    public void DueDate_ThatSpecialDatesKeepInTime_IsNotFound()
    {
        var special = string.Join(", ", Enumerable.Range(0, 800).Select(day => $"\"{Today.AddDays(2 * day):yyyy-MM-dd}\": [\"09:00-10:00\"]"));
        var calendar = """ "calendar": { "zone": "UTC", "hours": { "mon": ["09:00-10:00"] }, "special": { """ + special + " } }";

        Assert.That(TooLate(Policy("[ " + Tier("low", 3, "High", "300bh") + " ]", calendar)), Is.Empty);
    }

    private static List<PolicyFinding> TooLate(string policy) => [.. Lint(policy).Where(finding => finding.Rule == "due-too-late")];
}
