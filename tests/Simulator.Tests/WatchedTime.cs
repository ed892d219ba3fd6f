using Microsoft.Extensions.Time.Testing;

namespace CxoneAssist.Simulator.Tests;

/// <summary>A clock that stands still and signals when a caller begins to wait for it.</summary>
internal sealed class WatchedTime() : FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 10, 0, 0, 250, TimeSpan.Zero))
{
    private readonly TaskCompletionSource _waitedFor = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task WaitedFor => _waitedFor.Task;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        _waitedFor.TrySetResult();
        return timer;
    }
}
