using System.Globalization;
using CxoneAssist.Host.Cli.Surveys.Times;

namespace CxoneAssist.Host.Cli.Tests.Surveys;

internal sealed class SurveyTimeTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [TestCase("2026-01-05T08:00", "2026-01-05T07:00:00Z")]
    [TestCase(" 2026-07-05 08:00:59 ", "2026-07-05T06:00:59Z")]
    [TestCase("2026-07-05T08:00:59.125", "2026-07-05T06:00:59.125Z")]
    [TestCase("2026-07-05T08:00,25", "2026-07-05T06:00:15Z", TestName = "Read_AFractionAfterTheMinutes_IsOneOfAMinute")]
    [TestCase("2026-07-05T08:00Z", "2026-07-05T08:00:00Z")]
    [TestCase("2026-07-05T08:00:30+05:30", "2026-07-05T02:30:30Z")]
    [TestCase("2026-07-05T08:00-03", "2026-07-05T11:00:00Z")]
    [TestCase("2026-07-05T08:00:00.5+0200", "2026-07-05T06:00:00.5Z")]
    [TestCase("05.07.2026 08:00", "2026-07-05T06:00:00Z")]
    [TestCase("2026-07-05 08:00:00 UTC", "2026-07-05T08:00:00Z")]
    [TestCase("2026-07-05 08:00 +0100", "2026-07-05T07:00:00Z")]
    [TestCase("07/15/2026 08:00 PM", "2026-07-15T18:00:00Z")]
    [TestCase("1767596400", "2026-01-05T07:00:00Z")]
    [TestCase("1767596400250", "2026-01-05T07:00:00.25Z")]
    [TestCase("2024-02-29T23:59", "2024-02-29T22:59:00Z")]
    [TestCase("2026-03-29T02:30", "2026-03-29T01:30:00Z", TestName = "Read_ATimeThatTheClockSkips_MovesItForward")]
    [TestCase("2026-10-25T02:30", "2026-10-25T01:30:00Z", TestName = "Read_ATimeThatComesTwice_TakesTheLater")]
    public void Read_ATime_IsThatInstant(string text, string expected)
    {
        Assert.That(new SurveyTime(Berlin).Read(text, out var time), Is.EqualTo(TimeOutcome.Read));
        Assert.That(time, Is.EqualTo(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture)));
    }

    [TestCase("")]
    [TestCase("2026-07-05")]
    [TestCase("05/07/2026 08:00")]
    [TestCase("2026-02-29T08:00")]
    [TestCase("2026-13-01T08:00")]
    [TestCase("2026-07-05T24:00")]
    [TestCase("2026-07-05T08:60")]
    [TestCase("2026-07-05T08:00:61")]
    [TestCase("2026-07-05T08:00:00.")]
    [TestCase("2026-07-05T08:00:0")]
    [TestCase("2026-07-05T08:00+25:00")]
    [TestCase("2026-07-05T08:00+01:0")]
    [TestCase("2026-07-05T08:00 CEST")]
    [TestCase("0001-01-01T00:00")]
    [TestCase("-026-07-05T08:00")]
    public void Read_WhatIsNoTime_IsRefused(string text) => Assert.That(new SurveyTime(Berlin).Read(text, out _), Is.Not.EqualTo(TimeOutcome.Read));

    [Test]
    public void Read_ManyTimes_IsWhatTheZoneSaysOfEach()
    {
        var time = new SurveyTime(Berlin);
        for (var at = new DateTime(2026, 3, 28); at < new DateTime(2026, 3, 31); at = at.AddMinutes(7))
        {
            Assert.That(time.Read(at.ToString("s", CultureInfo.InvariantCulture), out var read), Is.EqualTo(TimeOutcome.Read));
            Assert.That(read, Is.EqualTo(new DateTimeOffset(at, Berlin.GetUtcOffset(at))));
        }
    }
}
