using System.Net.Sockets;
using System.Text;

namespace CxoneAssist.EndToEnd.Tests.Client;

/// <summary>A caller that sends bytes as they are.</summary>
internal sealed class Caller(TcpClient client) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    private readonly CancellationTokenSource _patience = new(Patience);

    public static async Task<Caller> ConnectAsync(int port)
    {
        var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", port);
        return new Caller(client);
    }

    public static async Task<Caller[]> ConnectAsync(int port, int count) =>
        await Task.WhenAll(Enumerable.Range(0, count).Select(_ => ConnectAsync(port)));

    public async Task SendAsync(string text) => await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(text), _patience.Token);

    public async Task<string> ReadSomeAsync()
    {
        var buffer = new byte[4096];
        return Encoding.ASCII.GetString(buffer, 0, await client.GetStream().ReadAsync(buffer, _patience.Token));
    }

    /// <summary>Asks whether the host is alive, on a connection that stays open.</summary>
    public async Task<string> AskAsync(string path = "/healthz/live")
    {
        await SendAsync($"GET {path} HTTP/1.1\r\nHost: h\r\n\r\n");
        return await ReadSomeAsync();
    }

    public async Task<string> ReadToTheEndAsync()
    {
        var answer = "";
        try
        {
            while (await ReadSomeAsync() is { Length: > 0 } some)
            {
                answer += some;
            }
        }
        catch (IOException)
        {
            // Reset rather than closed, since some of our bytes were still in transit.
        }

        return answer;
    }

    public void Dispose()
    {
        client.Dispose();
        _patience.Dispose();
    }
}
