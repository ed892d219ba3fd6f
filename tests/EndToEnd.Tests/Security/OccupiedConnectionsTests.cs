using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using CxoneAssist.EndToEnd.Tests.Client;
using CxoneAssist.EndToEnd.Tests.Running;

namespace CxoneAssist.EndToEnd.Tests.Security;

/// <summary>One caller that takes all connections, and what is logged about it.</summary>
public sealed partial class OccupiedConnectionsTests : EndToEndTest
{
    private const string Live = "HTTP/1.1 200 ";
    private const string MaxConnections = "CxoneAssist__Limits__MaxConnections";

    // Ten seconds, five more for what has begun, and some for a busy machine.
    private static readonly TimeSpan ClosedWithin = TimeSpan.FromSeconds(20);

    [TestCase("", TestName = "Connections_ThatSendNothing_AreClosedAndTheOthersServed")]
    [TestCase("\r\n", TestName = "Connections_ThatSendEmptyLines_AreClosedAndTheOthersServed")]
    public async Task Connections_WithoutARequest_AreClosed(string sent)
    {
        await StartCxoneAsync();
        var host = await StartHostAsync(Settings.With((MaxConnections, "50")));
        using var kept = await Caller.ConnectAsync(host.Address.Port);
        Assert.That(await kept.AskAsync(), Does.StartWith(Live));
        var since = Stopwatch.GetTimestamp();
        var silent = await Caller.ConnectAsync(host.Address.Port, 49);
        await Task.WhenAll(silent.Select(caller => caller.SendAsync(sent)));
        using var refused = await Caller.ConnectAsync(host.Address.Port);
        Assert.That(await refused.ReadToTheEndAsync(), Is.Empty, "all connections are taken");

        await Task.WhenAll(silent.Select(caller => caller.ReadToTheEndAsync()));
        Assert.That(Stopwatch.GetElapsedTime(since), Is.LessThan(ClosedWithin));
        using var next = await Caller.ConnectAsync(host.Address.Port);
        Assert.That(await next.AskAsync(), Does.StartWith(Live));
        Assert.That(await kept.AskAsync(), Does.StartWith(Live), "a connection with a request stays open");
        Array.ForEach(silent, caller => caller.Dispose());
    }

    [Test]
    public async Task Connections_RefusedInAFlood_AreLoggedWithTheirNumberOnce()
    {
        await StartCxoneAsync();
        var host = await StartHostAsync(Settings.With((MaxConnections, "1")));
        using var only = await Caller.ConnectAsync(host.Address.Port);
        Assert.That(await only.AskAsync(), Does.StartWith(Live));
        foreach (var refused in await Caller.ConnectAsync(host.Address.Port, 60))
        {
            Assert.That(await refused.ReadToTheEndAsync(), Is.Empty);
            refused.Dispose();
        }

        only.Dispose();
        await StopCleanlyAsync(host);
        var lines = host.Process.Log.SkipWhile(line => !line.Contains("Content root path", StringComparison.Ordinal)).ToList();
        var counts = lines.Select(line => Refused().Match(line)).Where(match => match.Success).ToList();
        await TestContext.Out.WriteLineAsync($"{lines.Count} lines, {lines.Sum(line => line.Length)} characters");
        Assert.That(lines, Has.Count.LessThan(6));
        Assert.That(counts.Sum(match => int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)), Is.EqualTo(60));
    }

    [Test]
    public async Task HealthPort_WhileAllConnectionsAreTaken_AnswersAndNothingElse()
    {
        await StartCxoneAsync();
        var port = FreePort();
        var host = await StartHostAsync(Settings.With((MaxConnections, "2"), ("CXONE_HEALTH_PORT", $"{port}")));
        var taking = await Caller.ConnectAsync(host.Address.Port, 2);
        foreach (var caller in taking)
        {
            Assert.That(await caller.AskAsync(), Does.StartWith(Live));
        }

        using var health = await Caller.ConnectAsync(port);
        Assert.That(await health.AskAsync(), Does.StartWith(Live));
        Assert.That(await health.AskAsync("/healthz/ready"), Does.StartWith(Live));
        Assert.That(await health.AskAsync("/follow-ups"), Does.StartWith("HTTP/1.1 404 "));
        Assert.That(await health.AskAsync("/webhooks/interaction-completed"), Does.StartWith("HTTP/1.1 404 "));
        Array.ForEach(taking, caller => caller.Dispose());
    }

    [TestCase("Kestrel__Endpoints__Own__Url", "http://127.0.0.1:0")]
    [TestCase("ASPNETCORE_URLS", "http://127.0.0.1:0")]
    [TestCase("ASPNETCORE_HTTP_PORTS", "0")]
    public async Task HealthPort_WithDotNetsOwnSettings_IsListenedOnToo(string key, string value)
    {
        await StartCxoneAsync();
        var port = FreePort();
        var host = await StartHostAsync(Settings.With(("PORT", null), (key, value), ("CXONE_HEALTH_PORT", $"{port}")));

        using var health = await Caller.ConnectAsync(port);
        Assert.That(await health.AskAsync(), Does.StartWith(Live));
        await StopCleanlyAsync(host);
        var listening = host.Process.Log.Where(line => line.Contains("Now listening on", StringComparison.Ordinal)).ToList();
        Assert.That(listening, Has.Count.EqualTo(2).And.One.Contains($":{port}\""));
    }

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    [GeneratedRegex("\"Message\":\"Refused (\\d+) connection")]
    private static partial Regex Refused();
}
