namespace CxoneAssist.Infrastructure.Inbox;

/// <summary>
/// The rows that this process waits to work on or works on. This process never claims such a row again, also where a clock
/// says that its lease has ended: that would make the answer of its own call void.
/// </summary>
internal sealed class WorkInHand
{
    private readonly Lock _gate = new();

    // A row that was released may be claimed again before its earlier run is quite over.
    private readonly Dictionary<long, int> _runs = [];

    public void Add(long id)
    {
        lock (_gate)
        {
            _runs[id] = _runs.GetValueOrDefault(id) + 1;
        }
    }

    /// <summary>The run is over, however it ended: the row may be claimed once its lease is over too.</summary>
    public void Remove(long id)
    {
        lock (_gate)
        {
            if (_runs.GetValueOrDefault(id) is var runs and > 1)
            {
                _runs[id] = runs - 1;
            }
            else
            {
                _runs.Remove(id);
            }
        }
    }

    public long[] Ids()
    {
        lock (_gate)
        {
            return [.. _runs.Keys];
        }
    }
}
