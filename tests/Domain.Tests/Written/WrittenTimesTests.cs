using System.Globalization;
using CxoneAssist.Domain.Written;

namespace CxoneAssist.Domain.Tests.Written;

internal sealed class WrittenTimesTests
{
    [TestCase("02.03.2026 08:15", "2026-03-02T08:15:00", null)]
    [TestCase("2.3.2026 8:15:30", "2026-03-02T08:15:30", null)]
    [TestCase("2. 3. 2026 8:15", "2026-03-02T08:15:00", null)]
    [TestCase("02.03.26 08:15", "2026-03-02T08:15:00", null)]
    [TestCase("2.3.2026 8.15", "2026-03-02T08:15:00", null)]
    [TestCase("3/13/2026 8:15:30 PM", "2026-03-13T20:15:30", null)]
    [TestCase("13/3/2026 12:15 AM", "2026-03-13T00:15:00", null)]
    [TestCase("3/13/26 12:15 p.m.", "2026-03-13T12:15:00", null)]
    [TestCase("3/13/2026, 8:15:30\u202FAM", "2026-03-13T08:15:30", null)]
    [TestCase("13-03-2026 08:15", "2026-03-13T08:15:00", null)]
    [TestCase("2026/03/02 8:15:30 PM GMT+1", "2026-03-02T20:15:30", 60)]
    [TestCase("2026-3-2 8:15", "2026-03-02T08:15:00", null)]
    [TestCase("2026-03-02 08:15:30 UTC", "2026-03-02T08:15:30", 0)]
    [TestCase("2026-03-02 08:15:30 +0100", "2026-03-02T08:15:30", 60)]
    [TestCase("2026-03-02 08:15:30 -03:30", "2026-03-02T08:15:30", -210)]
    [TestCase("2026-03-02 08:15:30.125 Z", "2026-03-02T08:15:30.125", 0)]
    [TestCase("2-Mar-2026 8:15", "2026-03-02T08:15:00", null)]
    [TestCase("02-MAR-26 08:15", "2026-03-02T08:15:00", null)]
    [TestCase("2 March 2026 at 8 am", "2026-03-02T08:00:00", null)]
    [TestCase("Mar 2, 2026 8:15 AM", "2026-03-02T08:15:00", null)]
    [TestCase("Mon, 02 Mar 2026 08:15:30 GMT", "2026-03-02T08:15:30", 0)]
    [TestCase("Mon Mar 02 2026 08:15:30 GMT+0100 (CET)", "2026-03-02T08:15:30", 60)]
    [TestCase("Thursday, March 2, 2026, 8:15 PM", "2026-03-02T20:15:00", null)]
    public void Read_ATimeOfOneMeaning_IsThatTime(string text, string local, int? offset)
    {
        Assert.That(WrittenTimes.TryRead(text, out var date), Is.True);
        var time = date.In(date.Shown!.Value)!.Value;
        Assert.That(time.Local, Is.EqualTo(DateTime.Parse(local, CultureInfo.InvariantCulture)));
        Assert.That(time.Offset?.TotalMinutes, Is.EqualTo(offset));
    }

    [TestCase("3/4/2026 8:15", "2026-04-03", "2026-03-04")]
    [TestCase("03-04-2026 08:15", "2026-04-03", "2026-03-04")]
    [TestCase("3/4/26 8:15", "2026-04-03", "2026-03-04")]
    public void Read_ADateOfTwoMeanings_ShowsNoOrder(string text, string dayFirst, string monthFirst)
    {
        Assert.That(WrittenTimes.TryRead(text, out var date), Is.True);
        Assert.That(date.Shown, Is.Null);
        Assert.That($"{date.In(DateOrder.DayFirst)!.Value.Local:yyyy-MM-dd}", Is.EqualTo(dayFirst));
        Assert.That($"{date.In(DateOrder.MonthFirst)!.Value.Local:yyyy-MM-dd}", Is.EqualTo(monthFirst));
    }

    [TestCase("31.02.2026 08:15")]
    [TestCase("13/13/2026 08:15")]
    [TestCase("00/10/2026 08:15")]
    [TestCase("2026-13-01 08:15")]
    public void Read_ADayThatTheCalendarDoesNotHave_IsNone(string text)
    {
        Assert.That(WrittenTimes.TryRead(text, out var date), Is.True);
        Assert.That(date.In(date.Shown ?? DateOrder.DayFirst), Is.Null);
    }

    [TestCase("")]
    [TestCase("yesterday")]
    [TestCase("46083.34")]
    [TestCase("02.03 08:15")]
    [TestCase("02-03-26 08:15")]
    [TestCase("2/3.2026 08:15")]
    [TestCase("12345/3/2026 08:15")]
    [TestCase("3/13/2026 8")]
    [TestCase("3/13/2026 13:15 PM")]
    [TestCase("3/13/2026 0:15 AM")]
    [TestCase("3/13/2026 24:00")]
    [TestCase("3/13/2026 8:60")]
    [TestCase("3/13/2026 8:5")]
    [TestCase("3/13/2026 8:15.5")]
    [TestCase("3/13/2026 8:15:30.")]
    [TestCase("3/13/2026 8:15 CET")]
    [TestCase("3/13/2026 8:15 GMT+15")]
    [TestCase("3/13/2026 8:15 +01:0")]
    [TestCase("3/13/2026 8:15 +0160")]
    [TestCase("3/13/2026 8:15 +0100 (CET")]
    [TestCase("3/13/2026 8:15 and more")]
    [TestCase("32 Foo 2026 8:15")]
    [TestCase("Mar 2026")]
    public void Read_WhatIsNoTime_IsRefused(string text) => Assert.That(WrittenTimes.TryRead(text, out _), Is.False);
}
