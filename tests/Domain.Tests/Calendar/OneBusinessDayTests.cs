namespace CxoneAssist.Domain.Tests.Calendar;

/// <summary>The table of docs/policy.md: what <c>1bd</c> means to people who read it.</summary>
internal sealed class OneBusinessDayTests
{
    // 30 November 2026 is a Monday.
    [TestCase("2026-12-01T16:40", "2026-12-02T16:40")]
    [TestCase("2026-11-27T16:40", "2026-11-28T14:00")]
    [TestCase("2026-11-29T20:00", "2026-12-01T09:00")]
    [TestCase("2026-12-04T19:00", "2026-12-07T10:00")]
    public void OneBusinessDay_IsDueAsTheGuideSays(string from, string due)
    {
        var calendar = new BusinessCalendar(TimeZoneInfo.Utc, Week(), [], new Dictionary<DateOnly, IReadOnlyList<OpeningHours>>());

        var end = new FollowUpDuration(1, DurationUnit.BusinessDays).After(At(from), calendar);

        Assert.That(end, Is.EqualTo(At(due)));
    }

    private static Dictionary<DayOfWeek, IReadOnlyList<OpeningHours>> Week() =>
        Enum.GetValues<DayOfWeek>().Where(day => day != DayOfWeek.Sunday).ToDictionary(
            day => day,
            day => (IReadOnlyList<OpeningHours>)[day == DayOfWeek.Saturday ? new(10 * 60, 14 * 60) : new(9 * 60, 18 * 60)]);

    private static DateTimeOffset At(string utc) => DateTimeOffset.Parse(utc + "Z", System.Globalization.CultureInfo.InvariantCulture);
}
