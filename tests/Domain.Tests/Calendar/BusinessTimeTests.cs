using System.Globalization;

namespace CxoneAssist.Domain.Tests.Calendar;

internal sealed class BusinessTimeTests
{
    // The shop: Monday to Thursday 09:00-12:30 and 13:30-18:00, Friday to 15:00; 2026-12-24 to 12:00, the 25th and 26th closed.
    [TestCase("2026-12-23T16:40+01:00", "4bh", "2026-12-24T11:40+01:00")]
    [TestCase("2026-12-21T09:00+01:00", "3bh", "2026-12-21T12:00+01:00")]
    [TestCase("2026-12-21T12:00+01:00", "1bh", "2026-12-21T14:00+01:00")]
    [TestCase("2026-12-21T10:30+01:00", "2bh", "2026-12-21T12:30+01:00")]
    [TestCase("2026-12-21T12:30+01:00", "1bh", "2026-12-21T14:30+01:00")]
    [TestCase("2026-12-21T13:00+01:00", "1bh", "2026-12-21T14:30+01:00")]
    [TestCase("2026-12-21T17:00+01:00", "1bh", "2026-12-21T18:00+01:00")]
    [TestCase("2026-12-21T18:00+01:00", "1bh", "2026-12-22T10:00+01:00")]
    [TestCase("2026-12-24T11:00+01:00", "2bh", "2026-12-28T10:00+01:00")]
    [TestCase("2026-12-25T11:00+01:00", "0bh", "2026-12-28T09:00+01:00")]
    [TestCase("2026-12-21T10:00+01:00", "0bh", "2026-12-21T10:00+01:00")]
    [TestCase("2026-12-21T12:30+01:00", "0bh", "2026-12-21T13:30+01:00")]
    [TestCase("2026-12-21T10:00+01:00", "0bd", "2026-12-21T10:00+01:00")]
    [TestCase("2026-12-21T19:00+01:00", "0bd", "2026-12-22T09:00+01:00")]
    [TestCase("2026-12-21T10:00+01:00", "1bd", "2026-12-22T10:00+01:00")]
    [TestCase("2026-12-21T19:00+01:00", "1bd", "2026-12-23T09:00+01:00")]
    [TestCase("2026-12-23T16:40+01:00", "1bd", "2026-12-24T12:00+01:00")]
    [TestCase("2026-12-23T16:40+01:00", "2bd", "2026-12-28T16:40+01:00")]
    [TestCase("2026-12-18T12:45+01:00", "1bd", "2026-12-21T13:30+01:00")]
    [TestCase("2026-12-18T12:30+01:00", "1bd", "2026-12-21T12:30+01:00")]
    public void After_Shop_CountsItsOpenTimeOnly(string start, string duration, string due) => AssertDue(Opening.Shop, start, duration, due);

    private static void AssertDue(Opening opening, string start, string text, string due)
    {
        Assert.That(FollowUpDuration.TryParse(text, out var duration), Is.True);
        Assert.That(duration.After(Time(start), opening.Calendar()), Is.EqualTo(Time(due)));
    }

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
