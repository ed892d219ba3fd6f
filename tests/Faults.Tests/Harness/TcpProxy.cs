using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CxoneAssist.Faults.Tests.Harness;

/// <summary>A wire between a host and a server that can be cut: altogether, or when something that holds a text passes through it.</summary>
internal sealed class TcpProxy : IAsyncDisposable
{
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

    public TcpProxy(int server)
    {
        _server = new IPEndPoint(IPAddress.Loopback, server);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>How often it was cut by a text.</summary>
    public int Cuts => Volatile.Read(ref _cuts);

    /// <summary>How many connections were not let through while it was down.</summary>
    public int Refused => Volatile.Read(ref _refused);

    /// <summary>Cuts everything, and whatever is tried meanwhile.</summary>
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

    /// <summary>Cuts a connection once the text is sent through it: before it arrives, or after the server has answered and before that is told.</summary>
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
                    Interlocked.Increment(ref _refused);
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
                // The server is away: so is the wire.
            }
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
