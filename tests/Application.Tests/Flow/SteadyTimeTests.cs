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

    [Test]
    public void Now_FrozenWhileTheClockIsRead_IsNoStep()
    {
        _clock.FrozenOnRead = TimeSpan.FromSeconds(10);
        _time.GetUtcNow();
        _clock.FrozenOnRead = TimeSpan.Zero;
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

    [Test]
    public void LeaseNow_FrozenWhileTheClockIsRead_IsNotAheadAfterwards()
    {
        _time.GetLeaseNow();
        _clock.FrozenOnRead = TimeSpan.FromSeconds(10);
        _time.GetLeaseNow();
        _clock.FrozenOnRead = TimeSpan.Zero;
        Assert.That(_time.GetLeaseNow(), Is.EqualTo(Start.AddSeconds(10)));
    }

    private sealed class StepTime() : FakeTimeProvider(SteadyTimeTests.Start)
    {
        public TimeSpan Step { get; set; }

        // For how long the process does not run just before it gets the time.
        public TimeSpan FrozenOnRead { get; set; }

        public override DateTimeOffset GetUtcNow()
        {
            Advance(FrozenOnRead);
            return base.GetUtcNow() + Step;
        }

        public override long GetTimestamp() => base.GetUtcNow().Ticks;
    }
}
