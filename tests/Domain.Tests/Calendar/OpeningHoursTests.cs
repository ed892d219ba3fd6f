using CsCheck;

namespace CxoneAssist.Domain.Tests.Calendar;

internal sealed class OpeningHoursTests
{
    [TestCase("09:00-12:30", 540, 750, false)]
    [TestCase("00:00-24:00", 0, 1440, false)]
    [TestCase("00:00-00:01", 0, 1, false)]
    [TestCase("23:59-24:00", 1439, 1440, false)]
    [TestCase("22:00-06:00", 1320, 1800, true)]
    [TestCase("22:00-00:00", 1320, 1440, false)]
    [TestCase("00:01-00:00", 1, 1440, false)]
    [TestCase("23:59-23:58", 1439, 2878, true)]
    [TestCase("00:02-00:01", 2, 1441, true)]
    public void TryParse_OpeningAndClosing_AreMinutesSinceTheDaysMidnight(string text, int opens, int closes, bool overnight)
    {
        Assert.That(OpeningHours.TryParse(text, out var hours), Is.True);
        Assert.That((hours.OpensAtMinute, hours.ClosesAtMinute, hours.IsOvernight), Is.EqualTo((opens, closes, overnight)));
    }

    [TestCase("")]
    [TestCase("09:00")]
    [TestCase("9:00-12:00")]
    [TestCase("09:00-9:30")]
    [TestCase("09:00 - 12:00")]
    [TestCase(" 09:00-12:00")]
    [TestCase("09:00-12:00 ")]
    [TestCase("09:00–12:00")]
    [TestCase("09.00-12:00")]
    [TestCase("09:00-12.00")]
    [TestCase("09:00:12:00")]
    [TestCase("0900-1200")]
    [TestCase("09:60-12:00")]
    [TestCase("09:00-12:60")]
    [TestCase("24:00-12:00")]
    [TestCase("09:00-24:01")]
    [TestCase("25:00-26:00")]
    [TestCase("09:00-25:00")]
    [TestCase("09:00-09:00")]
    [TestCase("00:00-00:00")]
    [TestCase("-1:00-12:00")]
    [TestCase("+9:00-12:00")]
    [TestCase("0\u0669:00-12:00")]
    [TestCase("\u0669\u0669:00-12:00")]
    [TestCase("09:0\0-12:00")]
    [TestCase("09:00-12:0/")]
    [TestCase("0::00-12:00")]
    [TestCase(":0:00-12:00")]
    [TestCase("09:00-12:30-")]
    public void TryParse_AnythingElse_IsRefused(string text) =>
        Assert.That((OpeningHours.TryParse(text, out var hours), hours), Is.EqualTo((false, default(OpeningHours))));

    [Test]
    public void TryParse_WhatWasWritten_GivesItBack() => Gen.Select(Gen.Int[0, 1439], Gen.Int[1, 1439]).ShouldHold(times =>
    {
        var (opens, length) = times;
        var hours = new OpeningHours(opens, opens + length);
        return OpeningHours.TryParse(hours.ToString(), out var read) && read == hours;
    });

    [TestCase(0, 1440, "00:00-24:00")]
    [TestCase(1320, 1440, "22:00-24:00")]
    [TestCase(1320, 1800, "22:00-06:00")]
    [TestCase(65, 70, "01:05-01:10")]
    public void ToString_Hours_ReadAsAPolicyWritesThem(int opens, int closes, string text) =>
        Assert.That(new OpeningHours(opens, closes).ToString(), Is.EqualTo(text));

    [TestCase(-1, 60)]
    [TestCase(1440, 1500)]
    [TestCase(60, 60)]
    [TestCase(60, 59)]
    [TestCase(60, 1500)]
    [TestCase(0, 1441)]
    [TestCase(1439, 2879)]
    public void Constructor_TimesThatAreNoHours_AreRefused(int opens, int closes) =>
        Assert.That(() => new OpeningHours(opens, closes), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [TestCase(0, 1440)]
    [TestCase(60, 1499)]
    [TestCase(1439, 2878)]
    public void Constructor_HoursOfADayAtMost_AreTaken(int opens, int closes) =>
        Assert.That(new OpeningHours(opens, closes).ClosesAtMinute, Is.EqualTo(closes));
}
