using System.Text;

namespace CxoneAssist.Domain.Tests.PolicyFile;

/// <summary>
/// A file whose tasks could never be due in time is refused: a host that used it would park every
/// follow-up.
/// </summary>
internal sealed class NeverInTimeTests
{
    private const string Monday = """ "mon": ["09:00-10:00"] """;
    private const string Minute = """ "mon": ["09:00-09:01"] """;
    private const string Weekend = """ "sat,sun": ["09:00-10:30"] """;

    [TestCase(Monday, "120bh", "the calendar opens for 1 h a week, on 1 day. Write at most 104bh or elapsed time, or add opening hours.")]
    [TestCase(Monday, "112bh", null, Description = "for lint: it may be over in time where clocks change")]
    [TestCase(Monday, "366bd", "the calendar opens for 1 h a week, on 1 day. Write at most 103bd or elapsed time, or add opening hours.")]
    [TestCase(Monday, "106bd", null)]
    [TestCase(Minute, "8784bh", "the calendar opens for 1 min a week, on 1 day. Write at most 1bh or elapsed time, or add opening hours.")]
    [TestCase(Weekend, "366bd", "the calendar opens for 3 h a week, on 2 days. Write at most 206bd or elapsed time, or add opening hours.")]
    [TestCase("", "0bh", "the calendar opens on no day of the week. Write elapsed time, 30m, 4h, 1d, 2w, or add opening hours.")]
    [TestCase("", "366d", null)]
    public void Read_BusinessTimeThatNoTwoYearsHold_IsRefused(string hours, string due, string? told)
    {
        var problems = Read(hours, "{}", due, "0m").Problems;

        Assert.That(problems.Select(problem => problem.ToString()), told is null ? Is.Empty : Is.EqualTo(new[]
        {
            $"(2,70) $.tiers[0].due: '{due}' never ends within two years, which is the latest that a task may be due: {told}",
        }));
    }

    [TestCase("1bh", true)]
    [TestCase("10bh", false)]
    [TestCase("2bd", true)]
    [TestCase("3bd", false)]
    public void Read_CalendarOfDatesAlone_IsTakenAsFarAsTheyReach(string due, bool taken)
    {
        const string Dates = """{ "2027-01-04": ["09:00-10:00"], "2027-01-05": ["09:00-11:00"], "2027-01-06": [] }""";

        Assert.That(Read("", Dates, due, "0m").Policy is not null, Is.EqualTo(taken));
    }

    [Test]
    public void Read_NoticeThatNoTwoYearsHold_IsRefusedToo() => Assert.That(
        Read(Monday, "{}", "1d", "200bh").Problems.Single().ToString(), Does.StartWith("(3,13) $.notice: '200bh' never ends within two years"));

    [Test]
    public void Read_CalendarThatIsRefusedItself_IsTheOnlyProblem() => Assert.That(
        Read(""" "mon": ["9-10"] """, "{}", "120bh", "0m").Problems.Single().Path, Is.EqualTo("$.calendar.hours.mon[0]"));

    private static PolicyReadResult Read(string hours, string special, string due, string notice) => FollowUpPolicyFile.Read(Encoding.UTF8.GetBytes($$"""
        { "name": "shop", "score": { "field": "csat", "min": 1, "max": 5 },
          "tiers": [ { "name": "low", "below": 3, "priority": "High", "due": "{{due}}" } ],
          "notice": "{{notice}}",
          "calendar": { "zone": "Europe/Berlin", "hours": { {{hours}} }, "special": {{special}} } }
        """));
}
