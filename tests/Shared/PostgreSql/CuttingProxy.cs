using System.Net;
using System.Net.Sockets;

namespace CxoneAssist.Tests.Shared.PostgreSql;

/// <summary>
/// A proxy between a host and its database. It can cut a connection at the worst moment: after the
/// server has executed a statement, and before its answer is passed on. It can also stop passing
/// anything on.
/// </summary>
internal sealed class CuttingProxy : IAsyncDisposable
{
    private const int Idle = 0;
    private const int Armed = 1;
    private const int Fired = 2;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _ended = new();
    private readonly int _server;
    private readonly Task _accepting;
    private TaskCompletionSource _flowing = Completed();
    private int _cut;

    public CuttingProxy(int server)
    {
        _server = server;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Whether the cut that was asked for has happened.</summary>
    public bool HasCut => Volatile.Read(ref _cut) == Fired;

    /// <summary>
    /// The connection that the server answers next on is cut in place of the answer, every other
    /// one goes on.
    /// </summary>
    public void CutNextAnswer() => Volatile.Write(ref _cut, Armed);

    /// <summary>Stops passing anything on.</summary>
    public void FallSilent() => _flowing = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Passes on what was held back, and continues.</summary>
    public void SpeakAgain() => _flowing.TrySetResult();

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        _flowing.TrySetResult();
        _listener.Stop();
        await _accepting;
        _ended.Dispose();
    }

    private static TaskCompletionSource Completed()
    {
        var completed = new TaskCompletionSource();
        completed.SetResult();
        return completed;
    }

    private async Task AcceptAsync()
    {
        List<Task> connections = [];
        try
        {
            while (true)
            {
                connections.Add(ServeAsync(await _listener.AcceptSocketAsync(_ended.Token)));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(Socket client)
    {
        using var _ = client;
        using var server = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await server.ConnectAsync(IPAddress.Loopback, _server, _ended.Token);
            await Task.WhenAny(PumpAsync(client, server, answers: false), PumpAsync(server, client, answers: true));
        }
        catch (Exception error) when (error is SocketException or OperationCanceledException)
        {
            // The server is unavailable, or the test is over: the client's connection is cut.
        }
    }

    private async Task PumpAsync(Socket from, Socket to, bool answers)
    {
        var buffer = new byte[65536];
        try
        {
            while (await from.ReceiveAsync(buffer, _ended.Token) is > 0 and var count)
            {
                if (answers && Interlocked.CompareExchange(ref _cut, Fired, Armed) == Armed)
                {
                    return;
                }

                await _flowing.Task.WaitAsync(_ended.Token);
                await to.SendAsync(buffer.AsMemory(0, count), _ended.Token);
            }
        }
        catch (Exception error) when (error is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // Either side is gone; so is the connection.
        }
    }
}
