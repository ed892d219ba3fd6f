using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CxoneAssist.Compare.Load;

/// <summary>
/// Sends webhooks from one thread that waits for all its connections at once, since the sender shares the processors with what it measures.
/// Closed loop: each connection sends again as soon as it is answered. Open loop: each request has its time and is sent then, whatever
/// is still unanswered; its latency counts from that time.
/// </summary>
internal sealed class LoadLoop(IPEndPoint target, byte[][] requests, int connections, double? perSecond = null)
{
    private const int MostConnections = 512;

    private readonly List<LoadConnection> _busy = [];
    private readonly Stack<LoadConnection> _idle = new();
    private readonly List<Socket> _ready = [];
    private readonly long[] _latencies = new long[requests.Length];
    private readonly long[] _sentAt = new long[requests.Length];
    private int _next;
    private int _acknowledged;
    private int _refused;
    private long _began;

    /// <summary>Sends on a thread of its own until all is answered or the time is over.</summary>
    public Task<LoadResult> RunAsync(TimeSpan atMost, CancellationToken cancellationToken) =>
        Task.Factory.StartNew(() => Run(atMost, cancellationToken), cancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private LoadResult Run(TimeSpan atMost, CancellationToken cancellationToken)
    {
        for (var i = 0; i < connections; i++)
        {
            _idle.Push(new LoadConnection(target));
        }

        var beganAt = TimeProvider.System.GetUtcNow();
        _began = Stopwatch.GetTimestamp();
        try
        {
            while ((_next < requests.Length || _busy.Count > 0) && Stopwatch.GetElapsedTime(_began) < atMost)
            {
                cancellationToken.ThrowIfCancellationRequested();
                SendDue();
                ReceiveReady();
            }

            var took = Stopwatch.GetElapsedTime(_began);
            return new LoadResult(_acknowledged, _refused, took, beganAt, [.. _latencies.Where(latency => latency > 0).Order()]);
        }
        finally
        {
            _busy.ForEach(connection => connection.Dispose());
            _idle.ToList().ForEach(connection => connection.Dispose());
        }
    }

    private void SendDue()
    {
        while (_next < requests.Length && DueIn(_next) <= TimeSpan.Zero && TryTake(out var connection))
        {
            _sentAt[_next] = perSecond is null ? Stopwatch.GetTimestamp() : DueAt(_next);
            connection.Send(requests[_next], _next);
            _next++;
            _busy.Add(connection);
        }
    }

    private bool TryTake(out LoadConnection connection)
    {
        if (!_idle.TryPop(out connection!) && perSecond is not null && _busy.Count < MostConnections)
        {
            connection = new LoadConnection(target);
        }

        return connection is not null;
    }

    private void ReceiveReady()
    {
        var wait = _next < requests.Length && perSecond is not null ? DueIn(_next) : TimeSpan.FromMilliseconds(100);
        if (_busy.Count == 0)
        {
            SpinWait.SpinUntil(() => false, wait < TimeSpan.Zero ? TimeSpan.Zero : wait);
            return;
        }

        _ready.Clear();
        _ready.AddRange(_busy);
        Socket.Select(_ready, null, null, wait < TimeSpan.Zero ? TimeSpan.Zero : wait);
        foreach (var socket in _ready)
        {
            var connection = (LoadConnection)socket;
            if (connection.Receive() is { } status)
            {
                End(connection, status);
            }
        }
    }

    private void End(LoadConnection connection, int status)
    {
        _busy.Remove(connection);
        if (status == 200)
        {
            _acknowledged++;
            _latencies[connection.Request] = Stopwatch.GetTimestamp() - _sentAt[connection.Request];
        }
        else
        {
            _refused++;
        }

        if (status != 0)
        {
            _idle.Push(connection);
            return;
        }

        connection.Dispose();
        _idle.Push(new LoadConnection(target));
    }

    private TimeSpan DueIn(int request) =>
        perSecond is null ? TimeSpan.Zero : Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), DueAt(request));

    private long DueAt(int request) => _began + (long)(request / perSecond!.Value * Stopwatch.Frequency);
}

/// <param name="Acknowledged">How many were answered with 200.</param>
/// <param name="Refused">How many were answered otherwise, or not at all.</param>
/// <param name="Took">How long it took.</param>
/// <param name="BeganAt">When it began.</param>
/// <param name="Latencies">How long acknowledgements took, in ticks, the shortest first.</param>
internal sealed record LoadResult(int Acknowledged, int Refused, TimeSpan Took, DateTimeOffset BeganAt, long[] Latencies)
{
    public double PerSecond => Acknowledged / Took.TotalSeconds;

    public TimeSpan Percentile(double part) => Latencies.Length == 0
        ? TimeSpan.Zero
        : TimeSpan.FromSeconds(Latencies[Math.Min(Latencies.Length - 1, (int)(Latencies.Length * part))] / (double)Stopwatch.Frequency);
}
