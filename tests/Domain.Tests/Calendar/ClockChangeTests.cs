using System.Globalization;

namespace CxoneAssist.Domain.Tests.Calendar;

internal sealed class ClockChangeTests
{
    // 02:00 to 03:00 on 2026-03-29 does not exist; on 2026-10-25 it comes twice.
    [TestCase("00:00-24:00", "2026-03-28T12:00+01:00", "24bh", "2026-03-29T13:00+02:00")]
    [TestCase("00:00-24:00", "2026-03-28T12:00+01:00", "1bd", "2026-03-29T12:00+02:00")]
    [TestCase("00:00-24:00", "2026-03-28T02:30+01:00", "1bd", "2026-03-29T03:00+02:00", Description = "moves forward to the gap's end")]
    [TestCase("02:30-10:00", "2026-03-29T00:00+01:00", "0bh", "2026-03-29T03:00+02:00")]
    [TestCase("02:30-10:00", "2026-03-29T00:00+01:00", "7bh", "2026-03-29T10:00+02:00")]
    [TestCase("02:30-10:00", "2026-03-29T00:00+01:00", "1bd", "2026-03-30T03:00+02:00", Description = "from when it opened by the clock")]
    [TestCase("01:00-02:30", "2026-03-29T01:00+01:00", "1bh", "2026-03-29T03:00+02:00", Description = "exactly to closing")]
    [TestCase("01:00-02:30", "2026-03-29T01:00+01:00", "2bh", "2026-03-30T02:00+02:00")]
    [TestCase("02:15-02:45", "2026-03-29T00:00+01:00", "0bh", "2026-03-30T02:15+02:00", Description = "a day that never opens")]
    [TestCase("02:15-02:45", "2026-03-28T02:20+01:00", "1bd", "2026-03-30T02:20+02:00", Description = "and so is no open day")]
    [TestCase("00:00-24:00", "2026-10-24T12:00+02:00", "24bh", "2026-10-25T11:00+01:00")]
    [TestCase("00:00-24:00", "2026-10-24T12:00+02:00", "1bd", "2026-10-25T12:00+01:00")]
    [TestCase("00:00-24:00", "2026-10-24T02:30+02:00", "1bd", "2026-10-25T02:30+02:00", Description = "the earlier of two")]
    [TestCase("00:00-24:00", "2026-10-25T02:30+01:00", "1bd", "2026-10-26T02:30+01:00")]
    [TestCase("02:30-10:00", "2026-10-25T00:00+02:00", "0bh", "2026-10-25T02:30+02:00", Description = "opens at the earlier")]
    [TestCase("02:30-10:00", "2026-10-25T00:00+02:00", "8bh", "2026-10-25T09:30+01:00")]
    [TestCase("00:00-02:30", "2026-10-25T00:00+02:00", "3bh", "2026-10-25T02:00+01:00", Description = "closes at the later")]
    [TestCase("00:00-02:30", "2026-10-25T02:30+02:00", "1bh", "2026-10-25T02:30+01:00")]
    [TestCase("00:00-02:00", "2026-10-25T00:00+02:00", "3bh", "2026-10-25T02:00+01:00")]
    [TestCase("00:00-03:00", "2026-10-25T00:00+02:00", "4bh", "2026-10-25T03:00+01:00")]
    [TestCase("03:00-05:00", "2026-10-25T00:00+02:00", "1bh", "2026-10-25T04:00+01:00")]
    [TestCase("00:00-02:30 02:30-05:00", "2026-10-25T00:00+02:00", "6bh", "2026-10-25T05:00+01:00", Description = "no hour counts twice")]
    [TestCase("00:00-02:15 02:45-05:00", "2026-10-25T00:00+02:00", "6bh", "2026-10-25T05:00+01:00")]
    [TestCase("00:00-24:00", "2026-10-23T12:00+02:00", "2d", "2026-10-25T11:00+01:00", Description = "elapsed time stays exact")]
    public void After_Berlin_StaysOnTheLocalClock(string hours, string start, string duration, string due) =>
        AssertDue(Opening.Daily(hours), start, duration, due);

    [TestCase("America/St_Johns", "00:00-24:00", "2010-11-06T23:30-03:30", "48bh", "2010-11-08T23:30-03:30",
        Description = "from a day that comes back for an hour, once the next had begun")]
    [TestCase("America/New_York", "01:30-09:00", "2026-11-01T00:00-04:00", "0bh", "2026-11-01T01:30-04:00")]
    [TestCase("America/New_York", "01:30-09:00", "2026-11-01T00:00-04:00", "8bh", "2026-11-01T08:30-05:00")]
    [TestCase("America/New_York", "02:30-09:00", "2026-03-08T00:00-05:00", "1bh", "2026-03-08T04:00-04:00")]
    [TestCase("America/New_York", "09:00-17:00", "2026-03-06T16:00-05:00", "2bd", "2026-03-08T16:00-04:00")]
    [TestCase("Australia/Lord_Howe", "01:45-05:00", "2026-04-05T00:00+11:00", "0bh", "2026-04-05T01:45+11:00")]
    [TestCase("Australia/Lord_Howe", "01:45-05:00", "2026-04-05T00:00+11:00", "3bh", "2026-04-05T04:15+10:30")]
    [TestCase("Australia/Lord_Howe", "02:15-05:00", "2026-10-04T00:00+10:30", "1bh", "2026-10-04T03:30+11:00")]
    [TestCase("Australia/Lord_Howe", "00:00-24:00", "2026-10-03T02:15+10:30", "1bd", "2026-10-04T02:30+11:00")]
    [TestCase("Pacific/Auckland", "02:30-10:00", "2026-09-27T00:00+12:00", "0bh", "2026-09-27T03:00+13:00")]
    [TestCase("Pacific/Auckland", "00:00-02:30", "2026-04-05T00:00+13:00", "3bh", "2026-04-05T02:00+12:00")]
    [TestCase("America/Sao_Paulo", "00:00-02:00", "2018-11-03T12:00-03:00", "0bh", "2018-11-04T01:00-02:00")]
    [TestCase("America/Sao_Paulo", "00:00-24:00", "2018-11-03T00:30-03:00", "1bd", "2018-11-04T01:00-02:00")]
    [TestCase("America/Sao_Paulo", "23:15-24:00", "2018-02-17T23:00-02:00", "1bh", "2018-02-17T23:15-03:00")]
    [TestCase("Antarctica/Troll", "02:00-06:00", "2026-03-29T00:00Z", "0bh", "2026-03-29T03:00+02:00")]
    [TestCase("Pacific/Apia", "09:00-17:00", "2011-12-29T16:00-10:00", "2bh", "2011-12-31T10:00+14:00")]
    [TestCase("Pacific/Apia", "09:00-17:00", "2011-12-29T16:00-10:00", "1bd", "2011-12-31T16:00+14:00")]
    [TestCase("Africa/Casablanca", "02:30-09:00", "2026-02-15T00:00+01:00", "1bh", "2026-02-15T02:30+00:00")]
    public void After_OtherZones_StaysOnTheLocalClock(string zone, string hours, string start, string duration, string due) =>
        AssertDue(Opening.Daily(hours, zone), start, duration, due);

    // A minute after midnight on 2009-11-01 the clock went back to 23:01 on the day before.
    [TestCase("2009-11-01T00:00:30-02:30", "0bh", "2009-11-01T00:00:30-02:30", Description = "two days after the one it belongs to")]
    [TestCase("2009-10-31T23:29-03:30", "0bh", "2009-10-31T23:29-03:30")]
    [TestCase("2009-10-31T23:30-03:30", "0bh", "2009-11-02T09:00-03:30")]
    [TestCase("2009-10-30T23:45-02:30", "24bh", "2009-10-31T23:45-02:30")]
    [TestCase("2009-10-30T23:45-02:30", "25bh", "2009-11-02T09:15-03:30", Description = "24 h 45 min to the second 23:30")]
    public void After_ClockThatGoesBackOverMidnight_FindsWhatIsStillOpen(string start, string duration, string due) => AssertDue(
        new Opening { Zone = "America/St_Johns", Special = new() { ["2009-10-30"] = "23:45-23:30", ["2009-11-02"] = "09:00-12:00" } },
        start,
        duration,
        due);

    [Test]
    public void After_ClockThatGoesBackOverMidnight_CountsNoMinuteTwice()
    {
        var opening = new Opening { Zone = "America/St_Johns", Special = new() { ["2009-10-30"] = "23:45-23:30", ["2009-11-01"] = "00:00-12:00" } };

        AssertDue(opening, "2009-10-30T23:45-02:30", "25bh", "2009-10-31T23:45-03:30");
        AssertDue(opening, "2009-10-30T23:45-02:30", "1bd", "2009-11-01T12:00-03:30");
    }

    private static void AssertDue(Opening opening, string start, string duration, string due)
    {
        var at = Opening.Duration(duration).After(Time(start), opening.Calendar());
        Assert.That(at.EqualsExact(Time(due).ToUniversalTime()), Is.True, () => $"Due {at:o}.");
    }

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
