namespace CxoneAssist.Infrastructure;

/// <summary>
/// Reports how often something occurred that callers can repeat at will: the first time at once, then once a minute with
/// the number since, and what is left when it is disposed.
/// </summary>
internal sealed class PacedCount : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly Action<long> _report;
    private readonly Lock _gate = new();
    private readonly ITimer _timer;
    private long _count;
    private bool _isPausing;

    public PacedCount(TimeProvider time, Action<long> report)
    {
        _report = report;
        _timer = time.CreateTimer(
            static count => ((PacedCount)count!).Report(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void Add()
    {
        lock (_gate)
        {
            _count++;
            if (_isPausing)
            {
                return;
            }

            _isPausing = true;
        }

        Report();
    }

    public void Dispose()
    {
        Report();
        _timer.Dispose();
    }

    private void Report()
    {
        long count;
        lock (_gate)
        {
            (count, _count) = (_count, 0);
            _isPausing = count > 0;
            if (_isPausing)
            {
                _timer.Change(Pause, Timeout.InfiniteTimeSpan);
            }
        }

        if (count > 0)
        {
            _report(count);
        }
    }
}
