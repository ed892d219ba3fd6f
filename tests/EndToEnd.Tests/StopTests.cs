using System.Diagnostics;
using System.Globalization;
using CxoneAssist.EndToEnd.Tests.Client;
using CxoneAssist.EndToEnd.Tests.Running;
using CxoneAssist.Simulator;
using CxoneAssist.Tests.Shared.PostgreSql;

namespace CxoneAssist.EndToEnd.Tests;

/// <summary>
/// A host ends within its setting although something hangs; what it had in hand is taken up after its lease.
/// </summary>
public sealed class StopTests : EndToEndTest
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(5);

    private HostSettings Stopping => Settings.With(
        ("CXONE_STOP_TIMEOUT", "3s"), ("CxoneAssist__Cxone__FormTimeout", "60s"), ("CxoneAssist__Cxone__TotalTime", "90s"),
        ("CxoneAssist__Inbox__Lease", "2m"));

    [Test, Platform("Linux")]
    public async Task Stop_WhileTheDatabaseHangs_EndsInTimeAndLosesNothing()
    {
        await using var cluster = await PostgreSqlCluster.StartAsync();
        var inbox = ("ConnectionStrings__Inbox", await cluster.CreateDatabaseAsync());
        await StartCxoneAsync(new() { DefaultScore = "2", Latency = TimeSpan.FromMilliseconds(200) });
        var host = await StartHostAsync(Stopping.With(inbox));
        var webhooks = Enumerable.Range(0, 30).Select(i => new Webhook($"stopped-{i}")).ToList();
        await Task.WhenAll(webhooks.Select(host.Webhooks.SendAsync));
        var servers = Family(cluster.ProcessId).Select(Process.GetProcessById).ToList();
        servers.ForEach(Signal.Suspend);
        try
        {
            await CheckStopAsync(host);
        }
        finally
        {
            servers.ForEach(Signal.Resume);
            servers.ForEach(server => server.Dispose());
        }

        var next = await StartHostAsync(Stopping.With(inbox, ("CxoneAssist__Inbox__Lease", "20s")));
        await next.Operator.SeeCountAsync("done", webhooks.Count);
        Assert.That(Ledger.TaskCount, Is.EqualTo(webhooks.Count));
    }

    [TestCase(1)]
    [TestCase(2)]
    public async Task Stop_WhileCallsToCxoneHangAndConnectionsAreOpen_EndsInTime(int interrupts)
    {
        await StartCxoneAsync(new() { DefaultScore = "2", Faults = new() { SlowAnswer = 1, SlowAnswerDelay = TimeSpan.FromSeconds(50) } });
        var host = await StartHostAsync(Stopping);
        using var silent = await Caller.ConnectAsync(host.Address.Port);
        using var kept = await Caller.ConnectAsync(host.Address.Port);
        await kept.AskAsync();
        await host.Webhooks.SendAsync(new Webhook("hanging"));
        await Ledger.WaitUntilAsync(ledger => Calls(ledger) > 0, "a call that hangs");

        await CheckStopAsync(host, interrupts);
    }

    private static long Calls(SimulatorLedger ledger) => Enum.GetValues<SimulatorCall>().Sum(call => ledger.Calls(call));

    private static async Task CheckStopAsync(HostClient host, int interrupts = 0)
    {
        var since = Stopwatch.GetTimestamp();
        for (var i = 0; i < interrupts && !host.Process.HasEnded; i++)
        {
            host.Process.Interrupt();
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }

        var code = interrupts == 0 ? await host.Process.StopAsync() : await host.Process.EndsAsync();
        var took = Stopwatch.GetElapsedTime(since);
        await TestContext.Out.WriteLineAsync($"ended after {took.TotalSeconds:0.0} s with {code}");
        Assert.That(took, Is.LessThan(Limit + Margin));
        Assert.That(code, Is.Zero);
    }

    private static int[] Family(int parent) =>
        [parent, .. File.ReadAllText($"/proc/{parent}/task/{parent}/children")
            .Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(child => int.Parse(child, CultureInfo.InvariantCulture))];
}
