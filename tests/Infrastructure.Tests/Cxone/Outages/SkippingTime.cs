using CxoneAssist.Infrastructure.Tests.Inbox;
using Microsoft.Extensions.Time.Testing;

namespace CxoneAssist.Infrastructure.Tests.Cxone.Outages;

/// <summary>A clock that is at the end of every short wait at once. Long waits are time-outs, and pass only where a call takes that long.</summary>
internal sealed class SkippingTime : FakeTimeProvider
{
    public static readonly TimeSpan TimeOut = TimeSpan.FromSeconds(10);

    // Timers know no less than milliseconds: a wait for the rest of one would end at once and for ever.
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
