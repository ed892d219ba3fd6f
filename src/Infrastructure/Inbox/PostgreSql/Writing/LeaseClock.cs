using CxoneAssist.Application.FollowUps;
using CxoneAssist.Infrastructure.Inbox.Rows;

namespace CxoneAssist.Infrastructure.Inbox.PostgreSql.Writing;

/// <summary>
/// Leases go by the database's clock, which sets their end when the statement gets there. This
/// process counts from before it sent the statement, by a clock of its own that is never set back,
/// so that it never believes in a lease that has ended.
/// </summary>
internal sealed class LeaseClock(TimeSpan lease, TimeProvider clock)
{
    private long _checkpoints;

    /// <summary>Who holds the leases of this process.</summary>
    public string Owner { get; } = $"{Environment.MachineName}:{Environment.ProcessId}";

    public long Milliseconds { get; } = (long)lease.TotalMilliseconds;

    /// <summary>
    /// Numbers a checkpoint: later ones of a lease have greater numbers, and all of them are made
    /// by one process.
    /// </summary>
    public long NextCheckpoint() => Interlocked.Increment(ref _checkpoints);

    /// <summary>To be called before the statement is sent.</summary>
    public (DateTimeOffset Now, DateTimeOffset EndsAt) Begin()
    {
        var held = UnixTime.Stored(clock.GetLeaseNow());
        return (UnixTime.Stored(clock.GetUtcNow()), held + lease);
    }
}
