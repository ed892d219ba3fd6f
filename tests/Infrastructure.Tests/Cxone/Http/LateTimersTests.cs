using CxoneAssist.Infrastructure.Cxone.Http;
using CxoneAssist.Infrastructure.Tests.Inbox;
using Microsoft.Extensions.Time.Testing;

namespace CxoneAssist.Infrastructure.Tests.Cxone.Http;

internal sealed class LateTimersTests
{
    private static readonly TimeSpan Due = TimeSpan.FromSeconds(10);

    // Advance fires what is due in between at its own time; a frozen process sees only the time at which it wakes.
    private readonly FrozenTime _time = new();

    [TestCase(0, true, TestName = "Timer_OnTime_EndsItAtOnce")]
    [TestCase(900, true, TestName = "Timer_AsLateAsABusyMachineMakesIt_EndsItAtOnce")]
    [TestCase(1100, false, TestName = "Timer_LaterThanThat_GivesAReprieve")]
    [TestCase(8000, false, TestName = "Timer_AfterAFreeze_GivesAReprieve")]
    public void Fires(int lateByMilliseconds, bool atOnce)
    {
        using var ended = new CancellationTokenSource(Due, new LateTimers(_time));

        _time.Freeze(Due + TimeSpan.FromMilliseconds(lateByMilliseconds));

        Assert.That(ended.IsCancellationRequested, Is.EqualTo(atOnce));
        _time.Advance(LateTimers.Reprieve);
        Assert.That(ended.IsCancellationRequested, Is.True, "it ends after a moment");
    }

    [Test]
    public void Timer_ChangedAfterItWasSet_CountsFromThen()
    {
        using var ended = new CancellationTokenSource(Due, new LateTimers(_time));
        _time.Advance(Due / 2);
        ended.CancelAfter(Due);
        _time.Advance(Due);
        Assert.That(ended.IsCancellationRequested, Is.True);
    }

    [Test]
    public void Timer_Disposed_NeverFires()
    {
        var fired = false;
        var timer = new LateTimers(_time).CreateTimer(_ => fired = true, null, Due, Timeout.InfiniteTimeSpan);
        _time.Freeze(Due * 2);
        timer.Dispose();
        _time.Advance(Due);
        Assert.That(fired, Is.False);
    }

    private sealed class FrozenTime() : FakeTimeProvider(Given.Noon)
    {
        private TimeSpan _lost;

        public override long GetTimestamp() => base.GetUtcNow().Ticks + _lost.Ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public void Freeze(TimeSpan span)
        {
            _lost += span - TimeSpan.FromTicks(Math.Min(span.Ticks, Due.Ticks));
            Advance(Due);
        }
    }
}
