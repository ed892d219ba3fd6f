namespace CxoneAssist.Infrastructure.Cxone.Availability;

/// <summary>
/// Whether calls are made; while they pause, one interaction at a time may try, as a probe. Waits are measured by elapsed
/// time.
/// </summary>
internal sealed class PauseGate(TimeProvider time)
{
    public static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(50);
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    // A probe of which nothing is heard for as long is over: longer than any call takes.
    private static readonly TimeSpan ProbePatience = TimeSpan.FromMinutes(1);

    // Short at first, because a pause may be a mistake, and never long against what the outage took already.
    private const double ShareWaited = 0.1;

    // No interaction has this id: the probe is kept for one that is being chosen.
    private const string Reserved = "";

    private readonly Lock _lock = new();
    private TaskCompletionSource? _changed;
    private string? _probe;
    private long _probeAt;
    private long _pausedAt;
    private long _waitingSince;
    private TimeSpan _wait;

    public bool IsPaused => Volatile.Read(ref _changed) is not null;

    /// <summary>How long until the next probe; while one is under way, until the next where that one fails at once.</summary>
    public TimeSpan UntilNextProbe
    {
        get
        {
            lock (_lock)
            {
                var rest = _probe is null ? Rest() : WaitAfterFailure();
                return rest > TimeSpan.Zero ? rest : TimeSpan.Zero;
            }
        }
    }

    /// <returns>Whether calls were made until now.</returns>
    public bool Pause()
    {
        lock (_lock)
        {
            if (_changed is not null)
            {
                return false;
            }

            _changed = NewSignal();
            _pausedAt = time.GetTimestamp();
            Schedule(ShortestWait);
            return true;
        }
    }

    /// <returns>Whether calls paused until now.</returns>
    public bool Resume()
    {
        lock (_lock)
        {
            var changed = _changed;
            (_changed, _probe) = (null, null);
            return changed?.TrySetResult() ?? false;
        }
    }

    /// <summary>Takes the probe for an interaction, or goes on with the one it has.</summary>
    public bool TryTakeProbe(string interactionId)
    {
        lock (_lock)
        {
            if (_changed is null || (_probe != interactionId && Rest() > TimeSpan.Zero))
            {
                return false;
            }

            Take(interactionId);
            return true;
        }
    }

    /// <summary>Takes the probe without its wait: right after another, whose answer it is to explain.</summary>
    /// <returns>Whether a call may be made: calls do not pause, or no interaction has the probe.</returns>
    public bool TryTakeFreeProbe(string interactionId)
    {
        lock (_lock)
        {
            if (_changed is null || _probe is not null)
            {
                return _changed is null;
            }

            Take(interactionId);
            return true;
        }
    }

    /// <summary>Gives the probe that was waited for to the interaction that was chosen.</summary>
    public void GiveProbe(string interactionId)
    {
        lock (_lock)
        {
            if (_probe == Reserved)
            {
                Take(interactionId);
            }
        }
    }

    /// <summary>An interaction makes no more calls as a probe. Does nothing where it is none.</summary>
    /// <param name="interactionId">The interaction; <c>null</c> where none was found for the probe that was waited for.</param>
    /// <param name="failed">Whether it failed; otherwise it has shown nothing, and the next may follow at once.</param>
    public void EndProbe(string? interactionId, bool failed)
    {
        lock (_lock)
        {
            if (_changed is not null && _probe == (interactionId ?? Reserved))
            {
                Schedule(failed ? WaitAfterFailure() : ShortestWait);
            }
        }
    }

    /// <summary>Waits until calls are made, or a probe may be chosen. For one caller at a time.</summary>
    public async ValueTask<Admission> WaitAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            Task changed;
            TimeSpan rest;
            lock (_lock)
            {
                if (_changed is null)
                {
                    return Admission.All;
                }

                rest = Rest();
                if (rest <= TimeSpan.Zero)
                {
                    Take(Reserved);
                    return Admission.OneProbe;
                }

                changed = _changed.Task;
            }

            await WaitForAsync(changed, rest, cancellationToken);
        }
    }

    private TimeSpan Rest() => _probe is null
        ? _wait - time.GetElapsedTime(_waitingSince)
        : ProbePatience - time.GetElapsedTime(_probeAt);

    private TimeSpan WaitAfterFailure()
    {
        var wait = time.GetElapsedTime(_pausedAt) * ShareWaited;
        return wait < ShortestWait ? ShortestWait : wait < LongestWait ? wait : LongestWait;
    }

    private void Take(string probe) => (_probe, _probeAt) = (probe, time.GetTimestamp());

    private void Schedule(TimeSpan wait)
    {
        (_probe, _wait, _waitingSince) = (null, wait, time.GetTimestamp());
        var changed = _changed!;
        _changed = NewSignal();
        changed.TrySetResult();
    }

    private async Task WaitForAsync(Task changed, TimeSpan atMost, CancellationToken cancellationToken)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(changed, Task.Delay(atMost, time, enough.Token));
        await enough.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>How much work may begin.</summary>
internal enum Admission
{
    /// <summary>Any amount.</summary>
    All,

    /// <summary>One interaction, to see whether CXone takes calls again.</summary>
    OneProbe,
}
