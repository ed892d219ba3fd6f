namespace CxoneAssist.Domain.Tests.PolicyFile;

internal sealed partial class PolicyLintTests
{
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
                + "the calendar is open on the holidays to come.");
        AssertFound(policy.Replace("2026-11-24", "2026-11-25", StringComparison.Ordinal));
    }

    [TestCase("\"2027-11-26\"", "\"2026-12-24\": [\"09:00-12:00\"]", true)]
    [TestCase("\"2027-11-26\"", "\"2026-12-24\": []", false)]
    [TestCase("\"2027-11-25\"", "\"2026-12-24\": [\"09:00-12:00\"]", false)]
    [TestCase("", "\"2026-12-24\": [\"09:00-12:00\"]", false)]
    public void Calendar_WithoutAHolidayInTheComingYear_IsFoundWhereItListsAny(string holidays, string special, bool isFound)
    {
        var policy = Policy(
            "[ " + Tier("low", 3, "High", "1bd") + " ]",
            $$""" "calendar": { "zone": "UTC", "hours": { "mon-fri": ["09:00-17:00"] }, "holidays": [{{holidays}}], "special": { {{special}} } } """);

        Assert.That(Lint(policy).Select(finding => finding.Message), Is.EqualTo(isFound
            ? new List<string> { "No holiday lies in the coming year, the next is 2027-11-26: the calendar is open on the holidays until then." }
            : []));
    }

    [TestCase("\"hours\": { \"mon-fri\": [\"18:00-09:00\"] }", "18:00-09:00 is open for 15 hours, through the night to 09:00 on the next day.")]
    [TestCase("\"hours\": { \"mon-fri\": [\"22:00-10:30\"] }", "22:00-10:30 is open for 12.5 hours, through the night to 10:30 on the next day.")]
    [TestCase("\"hours\": { \"mon\": [\"09:00-17:00\"] }, \"special\": { \"2026-12-24\": [\"13:00-09:00\"] }",
        "13:00-09:00 is open for 20 hours, through the night to 09:00 on the next day.")]
    [TestCase("\"hours\": { \"mon-fri\": [\"20:00-08:00\"] }", null)]
    [TestCase("\"hours\": { \"mon-fri\": [\"18:00-24:00\", \"00:00-09:00\"] }", null)]
    public void OpeningHours_ThroughMoreThanANight_AreFound(string hours, string? message)
    {
        var findings = Lint(Policy(
            "[ " + Tier("low", 3, "High", "1bd") + " ]", $$""" "calendar": { "zone": "UTC", {{hours}} } """));

        Assert.That(findings.Select(finding => (finding.Rule, finding.Message)), Is.EqualTo(
            message is null ? new List<(string, string)>() : [("long-night", message)]));
        Assert.That(findings.Select(finding => finding.Remedy), Is.All.Match(
            "^If the day is meant, write \"[0-9:]+-[0-9:]+\"; if the night is, write \"[0-9:]+-24:00\", and \"00:00-[0-9:]+\" on the next day\\.$"));
    }
}
