using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CxoneAssist.Faults.Tests.Harness;

/// <summary>How an unavailable server behaves for its callers.</summary>
public enum OutageKind
{
    /// <summary>Connections are closed at once.</summary>
    Refusing,

    /// <summary>A proxy in front of the server answers 503.</summary>
    Answering503,

    /// <summary>Calls are accepted and never answered.</summary>
    Hanging,
}

/// <summary>
/// A connection between a host and a server that can be cut: completely, or when a given text
/// passes through it.
/// </summary>
internal sealed class TcpProxy : IAsyncDisposable
{
    private static readonly byte[] Unavailable = "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray();

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly IPEndPoint _server;
    private readonly List<Socket> _open = [];
    private readonly Task _accepting;
    private volatile bool _down;
    private byte[]? _text;
    private bool _afterwards;
    private int _cuts;
    private int _refused;
    private int _tries;
    private int _mostTries;

    public TcpProxy(int server)
    {
        _server = new IPEndPoint(IPAddress.Loopback, server);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>How often a text cut it.</summary>
    public int Cuts => Volatile.Read(ref _cuts);

    /// <summary>How many calls were refused while it was down.</summary>
    public int Refused => Volatile.Read(ref _refused);

    /// <summary>How many calls are held back at present.</summary>
    public int Tries => Volatile.Read(ref _tries);

    /// <summary>
    /// The maximum number of calls held back at once since this was last set to 0.
    /// </summary>
    public int MostTries
    {
        get => Volatile.Read(ref _mostTries);
        set => Volatile.Write(ref _mostTries, value);
    }

    /// <summary>How calls fail meanwhile.</summary>
    public OutageKind Absence { get; init; }

    /// <summary>Cuts all connections, and refuses new ones meanwhile.</summary>
    public bool Down
    {
        get => _down;
        set
        {
            _down = value;
            if (value)
            {
                CutAll();
            }
        }
    }

    /// <summary>
    /// Cuts a connection once the text is sent through it: before it arrives, or after the server's
    /// answer and before the host receives it.
    /// </summary>
    public void CutOnce(string text, bool afterwards) => (_afterwards, _text) = (afterwards, Encoding.UTF8.GetBytes(text));

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Stop();
        CutAll();
        await _accepting;
        _stopping.Dispose();
    }

    private void CutAll()
    {
        lock (_open)
        {
            _open.ForEach(socket => socket.Dispose());
            _open.Clear();
        }
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = CarryAsync(await _listener.AcceptSocketAsync(_stopping.Token));
            }
        }
        catch (Exception over) when (over is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Disposed.
        }
    }

    private async Task CarryAsync(Socket client)
    {
        using (client)
        using (var server = new Socket(SocketType.Stream, ProtocolType.Tcp))
        {
            try
            {
                if (_down)
                {
                    await TurnAwayAsync(client);
                    return;
                }

                await server.ConnectAsync(_server);
                lock (_open)
                {
                    _open.AddRange([client, server]);
                }

                var muted = new Muting();
                await Task.WhenAny(PumpAsync(client, server, muted, watched: true), PumpAsync(server, client, muted, watched: false));
            }
            catch (SocketException)
            {
                // The server is unavailable, or the caller gave up.
            }
        }
    }

    private async Task TurnAwayAsync(Socket client)
    {
        Interlocked.Increment(ref _refused);
        var tries = Interlocked.Increment(ref _tries);
        for (var most = MostTries; tries > most; most = MostTries)
        {
            Interlocked.CompareExchange(ref _mostTries, tries, most);
        }

        try
        {
            var request = new byte[64 * 1024];
            while (Absence != OutageKind.Refusing && await client.ReceiveAsync(request) > 0)
            {
                if (Absence == OutageKind.Answering503)
                {
                    await client.SendAsync(Unavailable);
                    client.Shutdown(SocketShutdown.Send);
                }
            }
        }
        finally
        {
            Interlocked.Decrement(ref _tries);
        }
    }

    private async Task PumpAsync(Socket from, Socket to, Muting muted, bool watched)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (await from.ReceiveAsync(buffer) is > 0 and var read)
            {
                if (watched && Volatile.Read(ref _text) is { } text && buffer.AsSpan(0, read).IndexOf(text) >= 0)
                {
                    _text = null;
                    Interlocked.Increment(ref _cuts);
                    if (!_afterwards)
                    {
                        return;
                    }

                    muted.On = true;
                }
                else if (!watched && muted.On)
                {
                    return;
                }

                await to.SendAsync(buffer.AsMemory(0, read));
            }
        }
        catch (Exception cut) when (cut is SocketException or ObjectDisposedException)
        {
            // Cut.
        }
    }

    private sealed class Muting
    {
        public volatile bool On;
    }
}
