using System.Globalization;
using CsCheck;

namespace CxoneAssist.Domain.Tests.Calendar;

internal sealed class ClockReasonsTests
{
    private const string Forward = "Clocks go forward from Sunday 2026-03-29 02:00 to 03:00";
    private const string Back = "Clocks go back from Sunday 2026-10-25 03:00 to 02:00";

    // Hours between which the clock changes, and their neighbours.
    [TestCase("22:00-06:00", "2026-10-24T23:30+02:00", "4bh", Back + ".")]
    [TestCase("22:00-06:00", "2026-03-28T23:30+01:00", "4bh", Forward + ".")]
    [TestCase("22:00-02:00", "2026-10-24T23:30+02:00", "3bh", Back + ".", Description = "closes at the second 02:00")]
    [TestCase("22:00-02:00", "2026-03-28T23:30+01:00", "3bh", null)]
    [TestCase("22:00-03:00", "2026-03-28T23:30+01:00", "3bh", Forward + ".", Description = "closes an hour early")]
    [TestCase("03:00-06:00", "2026-03-28T05:00+01:00", "3bh", null)]
    [TestCase("03:00-06:00", "2026-10-24T05:00+02:00", "3bh", null)]
    [TestCase("02:15-02:45 10:00-12:00", "2026-03-28T11:00+01:00", "2bh", Forward + ".", Description = "half an hour is left out")]
    [TestCase("09:00-17:00", "2026-03-27T16:00+01:00", "30bh", null)]
    [TestCase("00:00-24:00", "2026-10-24T23:30+02:00", "3bh", Back + ".", Description = "due at 02:30, which comes again")]
    [TestCase("00:00-24:00", "2026-10-24T23:30+02:00", "2bh", null)]
    [TestCase("00:00-24:00", "2026-10-25T02:30+01:00", "2bh", null, Description = "after the change")]
    [TestCase("00:00-24:00", "2026-03-29T03:00+02:00", "2bh", null, Description = "from the change on")]
    // Days.
    [TestCase("00:00-24:00", "2026-03-28T02:30+01:00", "1bd", Forward + ": 02:30 is skipped, 03:00 counts.")]
    [TestCase("00:00-24:00", "2026-03-28T03:30+01:00", "1bd", null)]
    [TestCase("00:00-24:00", "2026-03-28T01:59+01:00", "1bd", null)]
    [TestCase("00:00-24:00", "2026-03-26T10:00+01:00", "9bd", null)]
    [TestCase("00:00-24:00", "2026-10-24T02:30+02:00", "1bd", Back + ": of the two 02:30 the earlier counts.")]
    [TestCase("00:00-24:00", "2026-10-24T01:59+02:00", "1bd", null)]
    [TestCase("00:00-24:00", "2026-10-24T03:00+02:00", "1bd", null)]
    [TestCase("02:15-02:45", "2026-03-28T02:20+01:00", "1bd", Forward + ".", Description = "a day that does not open")]
    [TestCase("02:15-02:45", "2026-03-27T02:20+01:00", "2bd", Forward + ".", Description = "a day that does not open")]
    [TestCase("02:15-12:00", "2026-03-29T01:00+01:00", "1bd", Forward + ".", Description = "opens at 03:00")]
    [TestCase("02:15-12:00", "2026-03-29T01:00+01:00", "0bd", Forward + ".")]
    // Elapsed time.
    [TestCase("09:00-17:00", "2026-10-24T16:40+02:00", "1d", Back + ".")]
    [TestCase("09:00-17:00", "2026-03-28T16:40+01:00", "2d", Forward + ".")]
    [TestCase("09:00-17:00", "2026-03-28T16:40+01:00", "1h", null)]
    [TestCase("09:00-17:00", "2026-03-28T16:40+01:00", "40w", null, Description = "forward and back again")]
    [TestCase("09:00-17:00", "2025-06-10T10:00+02:00", "73w", Back + ".", Description = "the last of three")]
    public void Steps_OverAChangeOfTheClock_NameItWhereTheyCannotBeFollowedWithoutIt(string hours, string at, string due, string? told)
    {
        var named = Steps(Opening.Daily(hours), at, due).Where(step => step.StartsWith("Clocks", StringComparison.Ordinal));

        Assert.That(named, Is.EqualTo(told is null ? [] : new[] { told }));
    }

    [Test]
    public void Steps_TimeThatIsSkipped_SayWhatCountsInsteadAndWhatFollows() => Assert.That(
        Steps(Opening.Daily("02:15-02:45 10:00-12:00"), "2026-03-28T02:20+01:00", "1bd"),
        Is.EqualTo(new[]
        {
            "Counted from Saturday 2026-03-28 02:20 in Europe/Berlin (2026-03-28T01:20:00Z), when the form was submitted.",
            "1 open day on: Sunday 2026-03-29.",
            Forward + ": 02:20 is skipped, 03:00 counts.",
            "03:00 is outside its opening hours: due at the opening that follows, 10:00.",
            "Due Sunday 2026-03-29 10:00 in Europe/Berlin (2026-03-29T08:00:00Z).",
        }));

    [Test]
    public void Steps_NoticeOverAChangeOfTheClock_NameIt() => Assert.That(
        Steps(Opening.Daily("09:00-17:00"), "2026-10-24T16:40+02:00", "1h", "1d").TakeLast(3),
        Is.EqualTo(new[]
        {
            "Decided Saturday 2026-10-24 16:40 in Europe/Berlin (2026-10-24T14:40:00Z), with a notice of 1d: "
            + "not due before Sunday 2026-10-25 15:40.",
            Back + ".",
            "Due Sunday 2026-10-25 15:40 in Europe/Berlin (2026-10-25T14:40:00Z) instead.",
        }));

    [Test]
    public void Steps_ManyChangesOfTheClock_AreNamedInPart() => Assert.That(
        Steps(Opening.Daily("00:00-04:00"), "2026-01-01T00:00+01:00", "2200bh"),
        Has.Member($"{Forward}, and back from Sunday 2026-10-25 03:00 to 02:00, and 1 more."));

    [Test]
    public void Steps_DayThatAZoneLeftOut_SayFromWhichDayToWhich() => Assert.That(
        Steps(Opening.Daily("00:00-24:00", "Pacific/Apia"), "2011-12-29T10:00-10:00", "1bd"),
        Has.Member("Clocks go forward from Friday 2011-12-30 00:00 to Saturday 2011-12-31 00:00."));

    [Test]
    public void Steps_ClockThatGoesBackOverMidnight_SayFromWhichDayToWhich() => Assert.That(
        Steps(Opening.Daily("00:00-24:00", "America/St_Johns"), "2009-10-31T20:00-02:30", "6bh"),
        Has.Member("Clocks go back from Sunday 2009-11-01 00:01 to Saturday 2009-10-31 23:01."));

    [Test]
    public void Steps_DueAtAnotherTimeOfDayThanCounted_NameTheClock() =>
        Gen.Select(ArbitraryCalendar.Case, Gen.Int[0, 9], Gen.OneOf("h", "d", "bh", "bd")).ShouldHold(pair =>
        {
            var ((calendar, _, start), amount, unit) = pair;
            var duration = Opening.Duration($"{amount}{unit}");
            var policy = Opening.Daily("00:00-24:00", calendar.Zone.Id).Policy($"{duration}", "0m");
            var due = (Survey.Scored(2) with { Policy = policy, ReceivedAt = start, DecidedAt = start }).DecideDue();
            var (from, at) = (TimeZoneInfo.ConvertTime(start, calendar.Zone), TimeZoneInfo.ConvertTime(due.At, calendar.Zone));
            var length = TimeSpan.FromHours(duration.Unit is DurationUnit.Hours or DurationUnit.BusinessHours ? amount : 24 * amount);
            var named = due.Steps.Any(step => step.StartsWith("Clocks go ", StringComparison.Ordinal));
            // A clock that goes back over midnight shows a day that has begun as the one before.
            return (named || at.DateTime == from.DateTime + length || (unit == "bd" && calendar.Zone.Id == "America/St_Johns")) && (!named || calendar.Zone.Id is not ("Etc/UTC" or "Asia/Kathmandu"));
        });

    [Test]
    public void Steps_TimeOfADayThatHasBegunAndIsShownAsTheDayBefore_SaySo() => Assert.That(
        Steps(Opening.Daily("00:00-24:00", "America/St_Johns"), "2009-10-31T23:43:29-03:30", "1bd"),
        Has.Member("23:43:29 on the day before is outside its opening hours: due at the opening that follows, 00:00."));

    private static IReadOnlyList<string> Steps(Opening opening, string at, string due, string notice = "0m")
    {
        var time = DateTimeOffset.Parse(at, CultureInfo.InvariantCulture);
        return (Survey.Scored(2) with { Policy = opening.Policy(due, notice), SubmittedAt = time, DecidedAt = time }).DecideDue().Steps;
    }
}
