using CxoneAssist.EndToEnd.Tests.Client;
using CxoneAssist.EndToEnd.Tests.Running;

namespace CxoneAssist.EndToEnd.Tests.Security;

/// <summary>Callers that occupy a connection or send too much.</summary>
public sealed class LimitsTests : EndToEndTest
{
    private const string Webhook = "POST /webhooks/interaction-completed HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\n";

    [Test]
    public async Task SlowCallers_AreCutOffWhileOthersAreServed()
    {
        await StartCxoneAsync();
        var host = await StartHostAsync();

        var slowBody = DripAsync(host.Address.Port, Webhook + "Content-Length: 1000\r\n\r\n");
        var slowHeaders = DripAsync(host.Address.Port, Webhook + "X-Slow: ");
        Assert.That((int)(await host.ReadyAsync()).Status, Is.EqualTo(200));

        Assert.That(await slowBody, Does.StartWith("HTTP/1.1 408 "));
        Assert.That(await slowHeaders, Does.StartWith("HTTP/1.1 408 "));
    }

    [TestCase(64, 20, "HTTP/1.1 431 ")]
    [TestCase(3, 6_000, "HTTP/1.1 431 ")]
    [TestCase(40, 20, "HTTP/1.1 401 ")]
    public async Task Headers_TooManyOrTooLong_AreRefused(int count, int length, string expected)
    {
        await StartCxoneAsync();
        var host = await StartHostAsync();
        var headers = string.Concat(Enumerable.Range(0, count).Select(i => $"X-Header-{i}: {new string('x', length)}\r\n"));

        using var caller = await Caller.ConnectAsync(host.Address.Port);
        await caller.SendAsync(Webhook + "Content-Length: 0\r\nConnection: close\r\n" + headers + "\r\n");
        Assert.That(await caller.ReadToTheEndAsync(), Does.StartWith(expected));
    }

    [Test]
    public async Task Connections_BeyondTheLimit_AreClosedAtOnceAndTheOthersServed()
    {
        await StartCxoneAsync();
        var host = await StartHostAsync(Settings.With(("CxoneAssist__Limits__MaxConnections", "2")));
        using var first = await Caller.ConnectAsync(host.Address.Port);
        using var second = await Caller.ConnectAsync(host.Address.Port);
        foreach (var caller in new[] { first, second })
        {
            await caller.SendAsync("GET /healthz/live HTTP/1.1\r\nHost: h\r\n\r\n");
            Assert.That(await caller.ReadSomeAsync(), Does.StartWith("HTTP/1.1 200 "));
        }

        using var third = await Caller.ConnectAsync(host.Address.Port);
        Assert.That(await third.ReadToTheEndAsync(), Is.Empty);
        await first.SendAsync("GET /healthz/live HTTP/1.1\r\nHost: h\r\n\r\n");
        Assert.That(await first.ReadSomeAsync(), Does.StartWith("HTTP/1.1 200 "));
    }

    [Test]
    [Platform("Linux")]
    public async Task Connections_MoreThanFilesMayBeOpened_AreClosedAtOnceAndTheStartSaysSo()
    {
        await StartCxoneAsync();
        var host = await StartHostAsync(Settings.WithOpenFiles(450));
        List<Caller> callers = [];
        for (var i = 0; i < 500; i++)
        {
            callers.Add(await Caller.ConnectAsync(host.Address.Port));
        }

        Assert.That(await callers[^1].ReadToTheEndAsync(), Is.Empty);
        await callers[0].SendAsync("GET /healthz/ready HTTP/1.1\r\nHost: h\r\n\r\n");
        Assert.That(await callers[0].ReadSomeAsync(), Does.StartWith("HTTP/1.1 200 "));
        callers.ForEach(caller => caller.Dispose());
        await StopCleanlyAsync(host);
        Assert.That(
            host.Process.Log, Has.One.Contains("CxoneAssist:Limits:MaxConnections").And.Contains("LimitNOFILE").And.Contains("450"));
    }

    /// <summary>
    /// Sends a byte a second until the host closes the connection, and returns its answer.
    /// </summary>
    private static async Task<string> DripAsync(int port, string start)
    {
        using var caller = await Caller.ConnectAsync(port);
        await caller.SendAsync(start);
        var answer = caller.ReadToTheEndAsync();
        using var drip = new PeriodicTimer(TimeSpan.FromSeconds(1), TimeProvider.System);
        while (!answer.IsCompleted && await drip.WaitForNextTickAsync())
        {
            try
            {
                await caller.SendAsync("x");
            }
            catch (IOException)
            {
                break; // Closed meanwhile.
            }
        }

        return await answer;
    }
}
