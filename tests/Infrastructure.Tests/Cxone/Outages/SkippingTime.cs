using CxoneAssist.Infrastructure.Tests.Inbox;
using Microsoft.Extensions.Time.Testing;

namespace CxoneAssist.Infrastructure.Tests.Cxone.Outages;

/// <summary>
/// A clock that skips every short wait. Long waits are time-outs, and elapse only where a call
/// takes that long.
/// </summary>
internal sealed class SkippingTime : FakeTimeProvider
{
    public static readonly TimeSpan TimeOut = TimeSpan.FromSeconds(10);

    // Timers have a resolution of a millisecond: a wait for a fraction of one would end at once,
    // again and again.
    public SkippingTime()
        : base(Given.Noon) => AutoAdvanceAmount = TimeSpan.FromMicroseconds(1);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime > TimeSpan.Zero && dueTime < TimeOut)
        {
            Advance(dueTime);
        }

        return timer;
    }

    public void AdvanceTo(DateTimeOffset time) => Advance(time > GetUtcNow() ? time - GetUtcNow() : TimeSpan.Zero);
}
