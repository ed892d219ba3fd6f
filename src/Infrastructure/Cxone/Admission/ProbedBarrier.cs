namespace CxoneAssist.Infrastructure.Cxone.Admission;

/// <summary>Open, or closed with a probe let through each time one falls due.</summary>
/// <param name="time">The clock.</param>
/// <param name="probeAfter">
/// How long after closing the first probe falls due, how long after that the second, and so on; the last one repeats.
/// </param>
internal sealed class ProbedBarrier(TimeProvider time, params TimeSpan[] probeAfter)
{
    private readonly Lock _lock = new();
    private TaskCompletionSource? _opened;
    private int _probes;

    public bool IsOpen => Volatile.Read(ref _opened) is null;

    /// <summary>When a probe falls due next; meaningless while open.</summary>
    public DateTimeOffset NextProbeAt { get; private set; }

    public bool Close()
    {
        lock (_lock)
        {
            if (_opened is not null)
            {
                return false;
            }

            (_probes, _opened) = (0, new(TaskCreationOptions.RunContinuationsAsynchronously));
            ScheduleProbe();
            return true;
        }
    }

    public bool Open()
    {
        lock (_lock)
        {
            var opened = _opened;
            _opened = null;
            return opened?.TrySetResult() ?? false;
        }
    }

    /// <summary>Takes the probe that is due, if one is; then the next falls due later.</summary>
    public bool TryTakeProbe()
    {
        lock (_lock)
        {
            var wait = NextProbeAt - time.GetUtcNow();

            // A wait longer than every scheduled one means that the clock was set back.
            if (_opened is null || (wait > TimeSpan.Zero && wait <= probeAfter.Max()))
            {
                return false;
            }

            ScheduleProbe();
            return true;
        }
    }

    public async ValueTask<GateAdmission> WaitAsync(CancellationToken cancellationToken)
    {
        while (Volatile.Read(ref _opened) is { } opened)
        {
            if (TryTakeProbe())
            {
                return GateAdmission.Probe;
            }

            await WaitForAsync(opened.Task, NextProbeAt - time.GetUtcNow(), cancellationToken);
        }

        return GateAdmission.Open;
    }

    private async Task WaitForAsync(Task opened, TimeSpan atMost, CancellationToken cancellationToken)
    {
        if (atMost <= TimeSpan.Zero)
        {
            return;
        }

        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(opened, Task.Delay(atMost, time, enough.Token));
        await enough.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }

    private void ScheduleProbe()
    {
        NextProbeAt = time.GetUtcNow() + probeAfter[Math.Min(_probes, probeAfter.Length - 1)];
        _probes++;
    }
}
