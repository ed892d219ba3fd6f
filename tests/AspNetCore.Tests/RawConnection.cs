using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace CxoneAssist.AspNetCore.Tests;

/// <summary>A connection that sends bytes as they are, for requests that a well-behaved client refuses to make.</summary>
internal sealed class RawConnection(TcpClient client) : IDisposable
{
    private readonly CancellationTokenSource patience = new(LoopbackServer.Patience);

    public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text));

    public async Task SendAsync(byte[] bytes) => await client.GetStream().WriteAsync(bytes, patience.Token);

    public async Task<RawAnswer> ReceiveAsync()
    {
        var received = "";
        var buffer = new byte[16_384];
        while (!IsComplete(received))
        {
            var count = await client.GetStream().ReadAsync(buffer, patience.Token);
            Assert.That(count, Is.GreaterThan(0), $"The connection ended after '{received}'.");
            received += Encoding.UTF8.GetString(buffer, 0, count);
        }

        var parts = received.Split("\r\n\r\n", 2);
        return new RawAnswer(int.Parse(received.AsSpan(9, 3), CultureInfo.InvariantCulture), parts[0], parts[1]);
    }

    public async Task<bool> IsClosedAsync() => await client.GetStream().ReadAsync(new byte[1], patience.Token) == 0;

    public void Reset()
    {
        client.LingerState = new LingerOption(true, 0);
        client.Close();
    }

    public void Dispose()
    {
        client.Dispose();
        patience.Dispose();
    }

    private static bool IsComplete(string received)
    {
        var end = received.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var length = received.Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Length: ", StringComparison.OrdinalIgnoreCase));
        return end >= 0 && length is not null && received.Length - end - 4 >= int.Parse(length.AsSpan(16), CultureInfo.InvariantCulture);
    }
}

internal sealed record RawAnswer(int Status, string Head, string Body);
