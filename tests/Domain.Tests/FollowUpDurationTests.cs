using CxoneAssist.Domain.Tests.Calendar;

namespace CxoneAssist.Domain.Tests;

internal sealed class FollowUpDurationTests
{
    private static readonly BusinessCalendar Shop = Opening.Shop.Calendar();

    [TestCase(0, DurationUnit.Minutes, 0)]
    [TestCase(30, DurationUnit.Minutes, 30)]
    [TestCase(4, DurationUnit.Hours, 4 * 60)]
    [TestCase(1, DurationUnit.Days, 24 * 60)]
    [TestCase(2, DurationUnit.Weeks, 14 * 24 * 60)]
    public void After_Duration_IsElapsedTime(int amount, DurationUnit unit, int minutes) =>
        Assert.That(new FollowUpDuration(amount, unit).After(Survey.Morning), Is.EqualTo(Survey.Morning.AddMinutes(minutes)));

    [Test]
    public void After_StartWithAnOffset_IsGivenInUtc()
    {
        var start = new DateTimeOffset(2026, 3, 28, 12, 0, 0, TimeSpan.FromHours(1));

        Assert.That(
            new FollowUpDuration(1, DurationUnit.Days).After(start).EqualsExact(new(2026, 3, 29, 11, 0, 0, TimeSpan.Zero)), Is.True);
    }

    [Test]
    public void After_BeyondTheEndOfTime_IsTheLastInstant(
        [Values] DurationUnit unit, [Values(1, 1_000_000, int.MaxValue)] int amount) =>
        Assert.That(new FollowUpDuration(amount, unit).After(DateTimeOffset.MaxValue, Shop), Is.EqualTo(DateTimeOffset.MaxValue));

    [TestCase(DurationUnit.Hours)]
    [TestCase(DurationUnit.Days)]
    [TestCase(DurationUnit.Weeks)]
    [TestCase(DurationUnit.BusinessHours)]
    [TestCase(DurationUnit.BusinessDays)]
    public void After_LongerThanTimeItself_IsTheLastInstant(DurationUnit unit) =>
        Assert.That(new FollowUpDuration(int.MaxValue, unit).After(DateTimeOffset.MinValue, Shop), Is.EqualTo(DateTimeOffset.MaxValue));

    [Test]
    public void After_ReachingTheEndOfTimeExactly_IsNotCutShort()
    {
        var day = DateTimeOffset.MaxValue.AddDays(-1);

        Assert.That(new FollowUpDuration(1, DurationUnit.Days).After(day.AddTicks(-1)), Is.EqualTo(DateTimeOffset.MaxValue.AddTicks(-1)));
        Assert.That(new FollowUpDuration(1, DurationUnit.Days).After(day), Is.EqualTo(DateTimeOffset.MaxValue));
        Assert.That(new FollowUpDuration(1, DurationUnit.Days).After(day.AddTicks(1)), Is.EqualTo(DateTimeOffset.MaxValue));
    }

    [TestCase(30, DurationUnit.Minutes, "30m")]
    [TestCase(4, DurationUnit.Hours, "4h")]
    [TestCase(1, DurationUnit.Days, "1d")]
    [TestCase(2, DurationUnit.Weeks, "2w")]
    [TestCase(1500, DurationUnit.Minutes, "1500m")]
    [TestCase(4, DurationUnit.BusinessHours, "4bh")]
    [TestCase(3, DurationUnit.BusinessDays, "3bd")]
    public void ToString_Duration_ReadsAsAPolicyWritesIt(int amount, DurationUnit unit, string text) =>
        Assert.That(new FollowUpDuration(amount, unit).ToString(), Is.EqualTo(text));

    [Test]
    public void TryParse_WhatWasWritten_GivesItBack([Values] DurationUnit unit, [Values(0, 1, 90, int.MaxValue)] int amount)
    {
        var written = new FollowUpDuration(amount, unit);

        Assert.That((FollowUpDuration.TryParse(written.ToString(), out var read), read), Is.EqualTo((true, written)));
    }

    [TestCase("04h", 4, DurationUnit.Hours)]
    [TestCase("0bd", 0, DurationUnit.BusinessDays)]
    [TestCase("2147483647m", int.MaxValue, DurationUnit.Minutes)]
    public void TryParse_DigitsAndUnit_IsRead(string text, int amount, DurationUnit unit) =>
        Assert.That((FollowUpDuration.TryParse(text, out var read), read), Is.EqualTo((true, new FollowUpDuration(amount, unit))));

    [TestCase("")]
    [TestCase("4")]
    [TestCase("h")]
    [TestCase("-4h")]
    [TestCase("+4h")]
    [TestCase("4 h")]
    [TestCase(" 4h")]
    [TestCase("4h ")]
    [TestCase("4H")]
    [TestCase("4BH")]
    [TestCase("4hb")]
    [TestCase("4bhh")]
    [TestCase("4b")]
    [TestCase("4bm")]
    [TestCase("4s")]
    [TestCase("1.5h")]
    [TestCase("1,000m")]
    [TestCase("2147483648m")]
    [TestCase("99999999999999999999m")]
    [TestCase("\u0664h")]
    [TestCase("1h30m")]
    [TestCase("PT4H")]
    public void TryParse_AnythingElse_IsRefused(string text) =>
        Assert.That((FollowUpDuration.TryParse(text, out var read), read), Is.EqualTo((false, default(FollowUpDuration))));

    [Test]
    public void After_BusinessTimeWithoutACalendar_IsRefused([Values(DurationUnit.BusinessHours, DurationUnit.BusinessDays)] DurationUnit unit) =>
        Assert.That(() => new FollowUpDuration(1, unit).After(Survey.Morning), Throws.ArgumentNullException);
}
