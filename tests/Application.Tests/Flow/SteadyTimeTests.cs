using CxoneAssist.Application.FollowUps;
using Microsoft.Extensions.Time.Testing;

namespace CxoneAssist.Application.Tests.Flow;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class SteadyTimeTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private readonly StepTime _clock = new();
    private readonly SteadyTime _time;

    public SteadyTimeTests() => _time = new SteadyTime(_clock);

    [TestCase(24)]
    [TestCase(-3)]
    public void Now_ClockWrongForSeconds_GoesOnByElapsedTime(int hours)
    {
        _clock.Step = TimeSpan.FromHours(hours);
        Assert.That(_time.GetUtcNow(), Is.EqualTo(Start));
        _clock.Advance(TimeSpan.FromSeconds(4));
        Assert.That(_time.GetUtcNow(), Is.EqualTo(Start.AddSeconds(4)));
        _clock.Step = TimeSpan.Zero;
        Assert.That(_time.GetUtcNow(), Is.EqualTo(Start.AddSeconds(4)));
        Assert.That(_time.LastStep!.By, Is.EqualTo(TimeSpan.FromHours(hours)), "the step is reported although it did not last");
    }

    [TestCase(24)]
    [TestCase(-3)]
    public void Now_StepThatLasts_IsFollowed(int hours)
    {
        _clock.Step = TimeSpan.FromHours(hours);
        _time.GetUtcNow();
        _clock.Advance(SteadyTime.Confirmation);
        Assert.That(_time.GetUtcNow(), Is.EqualTo(_clock.GetUtcNow()));
        Assert.That(_time.LastStep!.Pending, Is.False);
    }

    [Test]
    public void Now_SmallCorrection_IsFollowedAtOnceAndNotSaid()
    {
        _clock.Step = SteadyTime.Tolerance;
        Assert.That(_time.GetUtcNow(), Is.EqualTo(Start + SteadyTime.Tolerance));
        Assert.That(_time.LastStep, Is.Null);
    }

    [TestCase(10, 0)]
    [TestCase(0, 10)]
    public void Now_FrozenWhileTheClockIsRead_IsNoStep(int before, int after)
    {
        (_clock.FrozenBeforeRead, _clock.FrozenAfterRead) = (TimeSpan.FromSeconds(before), TimeSpan.FromSeconds(after));
        _time.GetUtcNow();
        (_clock.FrozenBeforeRead, _clock.FrozenAfterRead) = (default, default);
        Assert.That(_time.GetUtcNow(), Is.EqualTo(Start.AddSeconds(10)));
        Assert.That(_time.LastStep, Is.Null);
    }

    [Test]
    public void LeaseNow_ClockForward_FollowsAtOnce()
    {
        Assert.That(_time.GetLeaseNow(), Is.EqualTo(Start));
        _clock.Step = TimeSpan.FromHours(2);
        Assert.That(_time.GetLeaseNow(), Is.EqualTo(Start.AddHours(2)), "the machine may have been suspended");
    }

    [TestCase(10, 0)]
    [TestCase(0, 10)]
    public void LeaseNow_FrozenWhileTheClockIsRead_IsNotAheadAfterwards(int before, int after)
    {
        _time.GetLeaseNow();
        (_clock.FrozenBeforeRead, _clock.FrozenAfterRead) = (TimeSpan.FromSeconds(before), TimeSpan.FromSeconds(after));
        _time.GetLeaseNow();
        (_clock.FrozenBeforeRead, _clock.FrozenAfterRead) = (default, default);
        Assert.That(_time.GetLeaseNow(), Is.EqualTo(Start.AddSeconds(10)));
    }

    private sealed class StepTime() : FakeTimeProvider(SteadyTimeTests.Start)
    {
        public TimeSpan Step { get; set; }

        // For how long the process does not run just before and after it gets the time.
        public TimeSpan FrozenBeforeRead { get; set; }

        public TimeSpan FrozenAfterRead { get; set; }

        public override DateTimeOffset GetUtcNow()
        {
            Advance(FrozenBeforeRead);
            var now = base.GetUtcNow() + Step;
            Advance(FrozenAfterRead);
            return now;
        }

        public override long GetTimestamp() => base.GetUtcNow().Ticks;
    }
}
