using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using CxoneAssist.EndToEnd.Tests.Running;
using CxoneAssist.EndToEnd.Tests.Client;

namespace CxoneAssist.EndToEnd.Tests.Security;

/// <summary>
/// The hosts that the product connects to. A proxy in the environment records every requested host.
/// </summary>
public sealed class OutboundTests : EndToEndTest
{
    [Test]
    public async Task Calls_ThroughAProxy_AskForTheConfiguredHostAloneAndShowItNothing()
    {
        await StartCxoneAsync();
        using var proxy = new RefusingProxy();
        var host = await StartHostAsync(Settings.With(
            ("CXONE_BASE_URL", "https://tenant.cxone.invalid"), ("HTTPS_PROXY", proxy.Address), ("HTTP_PROXY", proxy.Address), ("ALL_PROXY", proxy.Address)));
        await host.Webhooks.SendAsync(new Webhook("outbound"));
        await Eventually.SeeAsync(() => Task.FromResult(proxy.Seen.Count), count => count >= 2, count => $"{count} calls");

        Assert.That(proxy.Seen.Select(seen => seen.Split('\r')[0]).Distinct(), Is.EqualTo(["CONNECT tenant.cxone.invalid:443 HTTP/1.1"]));
        Assert.That(string.Concat(proxy.Seen), Does.Not.Contain(HostSettings.ClientSecret).And.Not.Contain("oauth"));
    }

    [Test]
    public async Task Calls_ToLoopback_PassAProxyBy()
    {
        await StartCxoneAsync(new() { DefaultScore = "2" });
        using var proxy = new RefusingProxy();
        var host = await StartHostAsync(Settings.With(("HTTP_PROXY", proxy.Address), ("ALL_PROXY", proxy.Address)));
        await host.Webhooks.SendAsync(new Webhook("direct"));
        await host.Operator.SeeAsync("direct", "done");

        Assert.That(proxy.Seen, Is.Empty, "Plain http would show it the client's secret.");
    }

    /// <summary>Reads a request and refuses it.</summary>
    private sealed class RefusingProxy : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

        public RefusingProxy()
        {
            _listener.Start();
            _ = ServeAsync();
        }

        public string Address => $"http://{_listener.LocalEndpoint}";

        public ConcurrentQueue<string> Seen { get; } = [];

        public void Dispose() => _listener.Dispose();

        private async Task ServeAsync()
        {
            try
            {
                while (true)
                {
                    using var client = await _listener.AcceptTcpClientAsync();
                    var buffer = new byte[8192];
                    Seen.Enqueue(Encoding.ASCII.GetString(buffer, 0, await client.GetStream().ReadAsync(buffer)));
                    await client.GetStream().WriteAsync("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray());
                }
            }
            catch (Exception error) when (error is SocketException or ObjectDisposedException or IOException)
            {
                // The test is over.
            }
        }
    }
}
