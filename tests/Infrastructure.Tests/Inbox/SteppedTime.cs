using Microsoft.Extensions.Time.Testing;

namespace CxoneAssist.Infrastructure.Tests.Inbox;

/// <summary>
/// A clock that can be set while time elapses; waits and timestamps are not affected.
/// </summary>
internal sealed class SteppedTime(DateTimeOffset start) : FakeTimeProvider(start)
{
    private TimeSpan _step;

    /// <summary>What happens whenever the time is read.</summary>
    public Action? Read { get; set; }

    public override DateTimeOffset GetUtcNow()
    {
        Read?.Invoke();
        return base.GetUtcNow() + _step;
    }

    public override long GetTimestamp() => base.GetUtcNow().Ticks;

    public void Step(TimeSpan by) => _step += by;
}
