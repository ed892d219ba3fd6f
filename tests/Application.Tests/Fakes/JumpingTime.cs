using Microsoft.Extensions.Time.Testing;

namespace CxoneAssist.Application.Tests.Fakes;

/// <summary>A clock that stands still and jumps to the end of every wait.</summary>
internal sealed class JumpingTime() : FakeTimeProvider(Morning)
{
    public static readonly DateTimeOffset Morning = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        Advance(dueTime);
        return timer;
    }
}
