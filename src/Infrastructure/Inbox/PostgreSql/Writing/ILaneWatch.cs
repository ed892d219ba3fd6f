using Microsoft.Extensions.Logging;

namespace CxoneAssist.Infrastructure.Inbox.PostgreSql.Writing;

/// <summary>Is told how the groups of a lane end.</summary>
internal interface ILaneWatch<TOperation>
{
    /// <summary>A group was stored, and its callers have been told.</summary>
    Task StoredAsync();

    /// <summary>A group could not be stored, for a reason that is not its own.</summary>
    void Failed(IReadOnlyList<TOperation> group, Exception error);
}

/// <summary>Watches the lane of saves.</summary>
internal sealed class SaveWatch(TimeProvider clock, ILogger logger) : ILaneWatch<PostgreSqlSaveOperation>
{
    // Saves that fail come again every few seconds, while others may succeed in between.
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(10);

    private readonly LaneOutage _outage = new(logger, "What follow-ups came to", SqlStates.Explain);
    private long _failedAt;

    public Task StoredAsync()
    {
        if (_outage.Lasts && clock.GetElapsedTime(Volatile.Read(ref _failedAt)) >= Quiet)
        {
            _outage.End();
        }

        return Task.CompletedTask;
    }

    public void Failed(IReadOnlyList<PostgreSqlSaveOperation> group, Exception error)
    {
        Volatile.Write(ref _failedAt, clock.GetTimestamp());
        _outage.Begin(error);
    }
}
