using Microsoft.Extensions.Logging;

namespace CxoneAssist.Infrastructure.Cxone.Admission;

/// <summary>
/// Stops outbound work while the connection is configured wrongly (credentials, scopes, routes),
/// and lets a probe through from time to time. A denial for one interaction alone never closes it.
/// </summary>
internal sealed partial class ConfigurationGate(TimeProvider time, ILogger<ConfigurationGate> logger)
{
    /// <summary>
    /// How many interactions must be denied a kind of call, without a success between, to close the
    /// gate.
    /// </summary>
    public const int Threshold = 3;

    private readonly ProbedBarrier _barrier =
        new(time, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(30));

    private readonly Lock _lock = new();
    private readonly Dictionary<CallKind, HashSet<string>> _denied = [];

    // The kinds of call that the present probe may still make: the interaction that is tried may need one of each.
    private readonly HashSet<CallKind> _probe = [];
    private CallKind? _deniedKind;
    private string _reason = "";

    public bool IsOpen => _barrier.IsOpen;

    /// <summary>Why it is closed and when a probe is let through next; <c>null</c> while it is open.</summary>
    public GateRefusal? Closed
    {
        get
        {
            lock (_lock)
            {
                return _barrier.IsOpen ? null : new GateRefusal(_reason, _barrier.NextProbeAt);
            }
        }
    }

    /// <summary>
    /// Whether a call may be made now: always while open; while closed, one of each kind each time a probe falls due.
    /// </summary>
    /// <returns><c>null</c> if it may, else why not.</returns>
    public GateRefusal? Enter(CallKind kind)
    {
        if (_barrier.IsOpen)
        {
            return null;
        }

        lock (_lock)
        {
            if (_barrier.TryTakeProbe())
            {
                AllowProbe();
            }

            return _probe.Remove(kind) ? null : Closed;
        }
    }

    /// <summary>Waits until work may be claimed: any, while the gate is open, or one interaction as a probe.</summary>
    public async ValueTask<GateAdmission> WaitUntilOpenOrProbeAsync(CancellationToken cancellationToken)
    {
        var admission = await _barrier.WaitAsync(cancellationToken);
        if (admission == GateAdmission.Probe)
        {
            lock (_lock)
            {
                AllowProbe();
            }
        }

        return admission;
    }

    /// <summary>CXone accepted a call of this kind.</summary>
    public void Accepted(CallKind kind)
    {
        lock (_lock)
        {
            _denied.Remove(kind);
            if ((_deniedKind is null || _deniedKind == kind) && _barrier.Open())
            {
                _probe.Clear();
                Log.Opened(logger);
            }
        }
    }

    /// <summary>CXone denied a call as it would under a wrong configuration.</summary>
    /// <returns>Why this call and the next ones are refused, if the gate is closed now; else <c>null</c>.</returns>
    public GateRefusal? Denied(CallKind kind, string interactionId, string reason)
    {
        lock (_lock)
        {
            if (!_denied.TryGetValue(kind, out var interactions))
            {
                _denied[kind] = interactions = new(StringComparer.Ordinal);
            }

            interactions.Add(interactionId);
            if (interactions.Count >= Threshold)
            {
                _denied.Remove(kind);
                Close(kind, reason);
            }

            return Closed;
        }
    }

    /// <summary>CXone gives this client no token: no call of any kind can be made.</summary>
    public GateRefusal? ClientRefused(string reason)
    {
        lock (_lock)
        {
            Close(null, reason);
            return Closed;
        }
    }

    private void Close(CallKind? kind, string reason)
    {
        (_deniedKind, _reason) = (kind, reason);
        if (_barrier.Close())
        {
            _probe.Clear();
            Log.Closed(logger, reason);
        }
    }

    private void AllowProbe() => _probe.UnionWith(Enum.GetValues<CallKind>());

    private static partial class Log
    {
        [LoggerMessage(
            1,
            LogLevel.Critical,
            "Outbound work pauses, with a probe from time to time: "
            + "the connection to CXone seems wrongly configured. {Reason}")]
        public static partial void Closed(ILogger logger, string reason);

        [LoggerMessage(2, LogLevel.Information, "CXone accepts calls again: outbound work continues.")]
        public static partial void Opened(ILogger logger);
    }
}

/// <param name="Reason">Why the gate is closed.</param>
/// <param name="NextProbeAt">When a call may be let through next.</param>
internal sealed record GateRefusal(string Reason, DateTimeOffset NextProbeAt);
