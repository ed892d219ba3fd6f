using Microsoft.AspNetCore.Connections;

namespace CxoneAssist.Host.Web.Connections;

/// <summary>The first request of a connection, which must come in time.</summary>
internal sealed class PendingRequest : IDisposable
{
    private const int Waiting = 0;
    private const int Settled = 1;

    private readonly ConnectionContext _connection;
    private readonly ClosedConnections _closed;
    private readonly TimeProvider _time;
    private readonly long _since;
    private readonly ITimer _timer;
    private int _state;

    public PendingRequest(ConnectionContext connection, ClosedConnections closed, TimeProvider time)
    {
        (_connection, _closed, _time, _since) = (connection, closed, time, time.GetTimestamp());
        _timer = time.CreateTimer(
            static pending => ((PendingRequest)pending!).Close(), this, FirstRequest.Wait, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Something has come, which may become a request.</summary>
    public void Begun()
    {
        var left = FirstRequest.Whole - _time.GetElapsedTime(_since);
        _timer.Change(left > TimeSpan.Zero ? left : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The request has come.</summary>
    public void Arrived()
    {
        if (Volatile.Read(ref _state) == Waiting && Settle())
        {
            _timer.Dispose();
        }
    }

    public void Dispose()
    {
        Settle();
        _timer.Dispose();
    }

    private void Close()
    {
        if (Settle())
        {
            _closed.Silent();
            _connection.Abort(new ConnectionAbortedException("No request came in time."));
        }
    }

    private bool Settle() => Interlocked.Exchange(ref _state, Settled) == Waiting;
}
