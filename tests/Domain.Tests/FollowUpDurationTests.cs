namespace CxoneAssist.Domain.Tests;

internal sealed class FollowUpDurationTests
{
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
        Assert.That(new FollowUpDuration(amount, unit).After(DateTimeOffset.MaxValue), Is.EqualTo(DateTimeOffset.MaxValue));

    [TestCase(DurationUnit.Hours)]
    [TestCase(DurationUnit.Days)]
    [TestCase(DurationUnit.Weeks)]
    public void After_LongerThanTimeItself_IsTheLastInstant(DurationUnit unit) =>
        Assert.That(new FollowUpDuration(int.MaxValue, unit).After(DateTimeOffset.MinValue), Is.EqualTo(DateTimeOffset.MaxValue));

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
    public void ToString_Duration_ReadsAsAPolicyWritesIt(int amount, DurationUnit unit, string text) =>
        Assert.That(new FollowUpDuration(amount, unit).ToString(), Is.EqualTo(text));
}
