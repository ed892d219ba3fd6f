using CxoneAssist.Application.FollowUps;
using Microsoft.Extensions.Time.Testing;

namespace CxoneAssist.Application.Tests.Flow;

internal sealed class LeaseTimeTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);

    private readonly SteppedTime _time = new();

    [Test]
    public void Now_ClockIsSetBack_GoesOnAndStaysAheadOfIt()
    {
        Assert.That(_time.GetLeaseNow(), Is.EqualTo(Start));

        _time.Step(TimeSpan.FromHours(-1));
        Assert.That(_time.GetLeaseNow(), Is.EqualTo(Start));

        _time.Advance(TimeSpan.FromSeconds(10));
        Assert.That(_time.GetLeaseNow(), Is.EqualTo(Start.AddSeconds(10)));

        _time.Advance(TimeSpan.FromHours(2));
        Assert.That(_time.GetLeaseNow(), Is.EqualTo(Start.AddSeconds(10).AddHours(2)));
    }

    [Test]
    public void Now_ClockIsSetForward_FollowsIt()
    {
        _time.GetLeaseNow();

        _time.Step(TimeSpan.FromHours(3));

        Assert.That(_time.GetLeaseNow(), Is.EqualTo(Start.AddHours(3)));
    }

    private sealed class SteppedTime() : FakeTimeProvider(LeaseTimeTests.Start)
    {
        private TimeSpan _step;

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _step;

        public override long GetTimestamp() => base.GetUtcNow().Ticks;

        public void Step(TimeSpan by) => _step += by;
    }
}
