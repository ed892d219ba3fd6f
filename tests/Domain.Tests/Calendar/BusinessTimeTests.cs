using System.Globalization;

namespace CxoneAssist.Domain.Tests.Calendar;

internal sealed class BusinessTimeTests
{
    // The shop: Monday to Thursday 09:00-12:30 and 13:30-18:00, Friday to 15:00; 2026-12-24 to 12:00, the 25th and 26th closed.
    [TestCase("2026-12-23T16:40+01:00", "4bh", "2026-12-24T11:40+01:00", Description = "special hours on the next day")]
    [TestCase("2026-12-21T09:00+01:00", "3bh", "2026-12-21T12:00+01:00")]
    [TestCase("2026-12-21T12:00+01:00", "1bh", "2026-12-21T14:00+01:00", Description = "across the break")]
    [TestCase("2026-12-21T10:30+01:00", "2bh", "2026-12-21T12:30+01:00", Description = "exactly to the break")]
    [TestCase("2026-12-21T10:30:01+01:00", "2bh", "2026-12-21T13:30:01+01:00", Description = "a second into what follows it")]
    [TestCase("2026-12-21T12:30+01:00", "1bh", "2026-12-21T14:30+01:00", Description = "from the break's beginning")]
    [TestCase("2026-12-21T13:00+01:00", "1bh", "2026-12-21T14:30+01:00", Description = "from the break")]
    [TestCase("2026-12-21T13:30+01:00", "1bh", "2026-12-21T14:30+01:00", Description = "from the break's end")]
    [TestCase("2026-12-21T17:00+01:00", "1bh", "2026-12-21T18:00+01:00", Description = "exactly to closing")]
    [TestCase("2026-12-21T17:00:01+01:00", "1bh", "2026-12-22T09:00:01+01:00")]
    [TestCase("2026-12-21T18:00+01:00", "1bh", "2026-12-22T10:00+01:00", Description = "from closing")]
    [TestCase("2026-12-21T08:59:59+01:00", "1bh", "2026-12-21T10:00+01:00", Description = "from before opening")]
    [TestCase("2026-12-24T11:00+01:00", "2bh", "2026-12-28T10:00+01:00", Description = "across holidays and a weekend")]
    [TestCase("2026-12-18T14:00+01:00", "9bh", "2026-12-21T18:00+01:00", Description = "a day's hours, exactly to closing")]
    [TestCase("2026-12-23T15:40Z", "4bh", "2026-12-24T10:40Z", Description = "whatever the offset of the start")]
    [TestCase("2026-12-21T10:00+01:00", "0bh", "2026-12-21T10:00+01:00")]
    [TestCase("2026-12-21T12:30+01:00", "0bh", "2026-12-21T13:30+01:00")]
    [TestCase("2026-12-25T11:00+01:00", "0bh", "2026-12-28T09:00+01:00")]
    [TestCase("2026-12-21T10:00+01:00", "0bd", "2026-12-21T10:00+01:00")]
    [TestCase("2026-12-21T19:00+01:00", "0bd", "2026-12-22T09:00+01:00")]
    [TestCase("2026-12-21T10:00+01:00", "1bd", "2026-12-22T10:00+01:00")]
    [TestCase("2026-12-21T10:00:07+01:00", "1bd", "2026-12-22T10:00:07+01:00")]
    [TestCase("2026-12-21T19:00+01:00", "1bd", "2026-12-23T09:00+01:00", Description = "moved to the next opening first")]
    [TestCase("2026-12-21T13:00+01:00", "1bd", "2026-12-22T13:30+01:00", Description = "moved to the break's end first")]
    [TestCase("2026-12-19T11:00+01:00", "1bd", "2026-12-22T09:00+01:00", Description = "from a closed day")]
    [TestCase("2026-12-23T16:40+01:00", "1bd", "2026-12-24T12:00+01:00", Description = "closed by then")]
    [TestCase("2026-12-23T16:40+01:00", "2bd", "2026-12-28T16:40+01:00", Description = "closed days do not count")]
    [TestCase("2026-12-17T15:00+01:00", "1bd", "2026-12-18T15:00+01:00", Description = "exactly at closing")]
    [TestCase("2026-12-17T15:00:01+01:00", "1bd", "2026-12-18T15:00+01:00")]
    [TestCase("2026-12-18T12:30+01:00", "1bd", "2026-12-21T12:30+01:00", Description = "exactly at the break's beginning")]
    [TestCase("2026-12-18T12:30:01+01:00", "1bd", "2026-12-21T13:30+01:00", Description = "in the break")]
    [TestCase("2026-12-18T13:29:59+01:00", "1bd", "2026-12-21T13:30+01:00")]
    [TestCase("2026-12-18T13:30+01:00", "1bd", "2026-12-21T13:30+01:00")]
    public void After_Shop_CountsItsOpenTimeOnly(string start, string duration, string due) => AssertDue(Opening.Shop, start, duration, due);

    [TestCase("2026-12-21T23:00+01:00", "3bh", "2026-12-22T02:00+01:00")]
    [TestCase("2026-12-21T23:00+01:00", "7bh", "2026-12-22T06:00+01:00")]
    [TestCase("2026-12-21T23:00+01:00", "8bh", "2026-12-22T23:00+01:00")]
    [TestCase("2026-12-22T06:00+01:00", "0bh", "2026-12-22T22:00+01:00")]
    [TestCase("2026-12-22T03:00+01:00", "1bd", "2026-12-23T03:00+01:00", Description = "the shift of the 21st, so that of the 22nd")]
    [TestCase("2026-12-24T23:00+01:00", "4bh", "2026-12-25T03:00+01:00", Description = "ends on the holiday, but began before it")]
    [TestCase("2026-12-25T23:00+01:00", "0bh", "2026-12-26T22:00+01:00", Description = "the shift of the holiday is off")]
    [TestCase("2026-12-26T03:00+01:00", "0bh", "2026-12-26T22:00+01:00", Description = "to its end on the day after")]
    [TestCase("2026-12-30T03:00+01:00", "2bd", "2026-12-31T23:30+01:00", Description = "closed before midnight on the second")]
    public void After_OvernightShift_BelongsToTheDayItStartsOn(string start, string duration, string due) => AssertDue(
        Opening.Daily("22:00-06:00") with { Holidays = ["2026-12-25"], Special = new() { ["2026-12-31"] = "22:00-23:30" } }, start, duration, due);

    [TestCase("20:00-24:00", "2026-12-21T23:00+01:00", "1bh", "2026-12-22T00:00+01:00")]
    [TestCase("20:00-24:00", "2026-12-21T23:00+01:00", "2bh", "2026-12-22T21:00+01:00")]
    [TestCase("20:00-00:00", "2026-12-21T23:00+01:00", "2bh", "2026-12-22T21:00+01:00")]
    [TestCase("00:00-24:00", "2026-12-21T23:00+01:00", "2bh", "2026-12-22T01:00+01:00")]
    [TestCase("00:00-24:00", "2026-12-21T23:00+01:00", "1bd", "2026-12-22T23:00+01:00")]
    [TestCase("00:00-24:00", "2026-12-21T00:00+01:00", "24bh", "2026-12-22T00:00+01:00")]
    [TestCase("00:00-01:00 09:00-12:00 12:00-15:00 23:00-24:00", "2026-12-21T11:00+01:00", "3bh", "2026-12-21T14:00+01:00")]
    [TestCase("00:00-01:00 09:00-12:00 12:00-15:00 23:00-24:00", "2026-12-21T14:30+01:00", "2bh", "2026-12-22T00:30+01:00")]
    public void After_HoursToMidnight_GoOnWhereTheNextDayOpens(string hours, string start, string duration, string due) =>
        AssertDue(Opening.Daily(hours), start, duration, due);

    [TestCase("2026-12-21T16:00+01:00", "2bd", "2026-12-23T15:00+01:00", Description = "no hours by then")]
    [TestCase("2026-12-21T09:30+01:00", "1bd", "2026-12-22T11:00+01:00", Description = "not open yet by then")]
    [TestCase("2026-12-21T09:30+01:00", "2bd", "2026-12-23T09:30+01:00")]
    public void After_DayWithHoursOfItsOwn_IsDueWithinThem(string start, string duration, string due) => AssertDue(
        Opening.Daily("09:00-17:00") with { Special = new() { ["2026-12-22"] = "11:00-19:00", ["2026-12-23"] = "08:00-15:00" } },
        start,
        duration,
        due);

    [Test]
    public void After_LaterThanTheHorizon_IsTheLastInstant([Values("0bh", "0bd", "1bh", "1bd")] string duration)
    {
        var never = new Opening { Special = new() { ["2126-02-01"] = "09:00-12:00" } };

        Assert.That(Due(never, "2026-01-01T00:00Z", duration), Is.EqualTo(DateTimeOffset.MaxValue));
        Assert.That(Due(never, "2126-01-01T00:00Z", "0bh"), Is.EqualTo(Time("2126-02-01T08:00Z")));
        Assert.That(never.Calendar().NextOpening(Time("2123-01-31T00:00Z")), Is.EqualTo(DateTimeOffset.MaxValue));
        Assert.That(never.Calendar().NextOpening(Time("2123-02-01T00:00Z")), Is.EqualTo(Time("2126-02-01T08:00Z")));
    }

    [Test]
    public void After_NothingEverOpen_IsTheLastInstant([Values("0bh", "1bh", "2147483647bh", "0bd", "1bd", "2147483647bd")] string duration)
    {
        var over = new Opening { Special = new() { ["2026-12-20"] = "09:00-12:00" } };

        Assert.That(Due(new Opening(), "2026-12-21T10:00Z", duration), Is.EqualTo(DateTimeOffset.MaxValue));
        Assert.That(Due(over, "2026-12-21T10:00Z", duration), Is.EqualTo(DateTimeOffset.MaxValue));
        Assert.That(Due(Opening.Shop, "9999-12-31T18:00Z", duration), Is.EqualTo(DateTimeOffset.MaxValue));
    }

    [TestCase("500bd", "2028-11-20T08:00Z", Description = "100 weeks")]
    [TestCase("4000bh", "2028-12-26T10:00Z", Description = "105 weeks of 38 hours and ten more")]
    [TestCase("10000bd", "9999-12-31T23:59:59.9999999Z")]
    [TestCase("60000bh", "9999-12-31T23:59:59.9999999Z")]
    [TestCase("1000000bd", "9999-12-31T23:59:59.9999999Z")]
    [TestCase("2147483647bh", "9999-12-31T23:59:59.9999999Z")]
    public void After_AbsurdlyLong_EndsAllTheSame(string duration, string due) =>
        AssertDue(Opening.Shop with { Holidays = [], Special = [] }, "2026-12-21T09:00+01:00", duration, due);

    [TestCase("Etc/UTC", "9999-12-31T12:00Z", "11bh", "9999-12-31T23:00Z")]
    [TestCase("Etc/UTC", "9999-12-31T12:00Z", "12bh", "9999-12-31T23:59:59.9999999Z")]
    [TestCase("Etc/UTC", "9999-12-30T12:00Z", "1bd", "9999-12-31T12:00Z")]
    [TestCase("Etc/UTC", "9999-12-31T12:00Z", "1bd", "9999-12-31T23:59:59.9999999Z")]
    [TestCase("Asia/Tokyo", "9999-12-31T14:00Z", "1bh", "9999-12-31T15:00Z")]
    [TestCase("Asia/Tokyo", "9999-12-31T15:00Z", "1bh", "9999-12-31T23:59:59.9999999Z")]
    [TestCase("Etc/GMT+12", "9999-12-31T22:00Z", "1bh", "9999-12-31T23:00Z")]
    [TestCase("Etc/UTC", "0001-01-01T00:00Z", "1bd", "0001-01-02T00:00Z")]
    [TestCase("Etc/GMT-14", "0001-01-01T00:00Z", "1bh", "0001-01-01T01:00Z")]
    [TestCase("Etc/GMT+12", "0001-01-01T00:00Z", "1bh", "0001-01-01T13:00Z")]
    public void After_AtTheEndsOfTime_StaysWithinThem(string zone, string start, string duration, string due) =>
        AssertDue(Opening.Daily("00:00-24:00", zone), start, duration, due);

    [Test]
    public void After_DaysThatShareASlotInMemory_AreNotMixedUp()
    {
        var calendar = Opening.Shop.Calendar();
        var start = Time("2026-12-23T16:40+01:00");

        // As many days apart as are kept, or a multiple of a greater power of two that might be.
        foreach (var days in new[] { 0, 2048, 0, 4096, -2048, 7 * 2048, 0 })
        {
            var expected = new FollowUpDuration(4, DurationUnit.BusinessHours).After(start.AddDays(days), Opening.Shop.Calendar());
            Assert.That(new FollowUpDuration(4, DurationUnit.BusinessHours).After(start.AddDays(days), calendar), Is.EqualTo(expected));
        }
    }

    [Test]
    public void After_OnManyThreads_IsWhatItIsOnOne()
    {
        var duration = new FollowUpDuration(20, DurationUnit.BusinessHours);
        var starts = Enumerable.Range(0, 20_000).Select(i => Survey.Morning.AddHours(11 * i)).ToList();
        var alone = Opening.Shop.Calendar();
        var shared = Opening.Shop.Calendar();

        var together = starts.AsParallel().AsOrdered().WithDegreeOfParallelism(4).Select(start => duration.After(start, shared));

        Assert.That(together, Is.EqualTo(starts.Select(start => duration.After(start, alone))));
    }

    private static void AssertDue(Opening opening, string start, string duration, string due) =>
        Assert.That(Due(opening, start, duration).EqualsExact(Time(due).ToUniversalTime()), Is.True, () => $"Due {Due(opening, start, duration):o}.");

    private static DateTimeOffset Due(Opening opening, string start, string duration) =>
        Opening.Duration(duration).After(Time(start), opening.Calendar());

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
