using CxoneAssist.EndToEnd.Tests.Client;
using CxoneAssist.Faults.Tests.Harness;

namespace CxoneAssist.Faults.Tests.Scenarios;

/// <summary>The same webhook over and over: a hundred times at once, and again days later.</summary>
[TestFixtureSource(typeof(Databases), nameof(Databases.SqliteFirst))]
public sealed class StormTests(Database database) : FaultTest(database)
{
    private const int Copies = 100;

    private static readonly string[] Ids = ["storm-1~s2~", "storm-2~s3.5~", "storm-3~s5~"];

    [Test]
    public async Task Webhook_SentAHundredTimesAtOnceAndDaysLater_IsOneFollowUp()
    {
        var (figures, bodies) = await RunAsync("");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(figures, Is.EqualTo(Figures.Clean(Ids.Length)));
            Assert.That(bodies.Count(body => body == """{"received":true}"""), Is.EqualTo(Ids.Length), "Each is stored once.");
            Assert.That(bodies.Count(body => body.Contains("duplicate", StringComparison.Ordinal)), Is.EqualTo(Ids.Length * ((2 * Copies) - 1)));
        }
    }

    [Test, Slow]
    public async Task Webhook_SentAgainToAHostThatForgetsTheSettled_IsSeen() =>
        Assert.That((await RunAsync("forgets-the-settled")).Figures.Dup, Is.Positive);

    private async Task<(Figures Figures, IReadOnlyList<string> Bodies)> RunAsync(string mutant)
    {
        await StartCxoneAsync(new() { Latency = TimeSpan.FromMilliseconds(5) });
        var clock = Path.Combine(Folder, "clock");
        var host = await StartFaultHostAsync(("FAULT_CLOCK_FILE", clock), ("FAULT_MUTANT", mutant));
        var bodies = (await SendAllAsync(host)).ToList();
        await SettledAsync(host);

        await File.WriteAllTextAsync(clock, "3.00:00:00 passes");
        host.Process.HangUp();
        var fired = await host.Process.SaysAsync(line => line.StartsWith("FAULT clock", StringComparison.Ordinal));
        bodies.AddRange(await SendAllAsync(host, TimeSpan.FromDays(3)));
        await SettledAsync(host);
        return (await ConcludeAsync(Ids, host, $"webhooks={bodies.Count} {fired} {mutant}"), bodies);
    }

    private static async Task<IEnumerable<string>> SendAllAsync(HostClient host, TimeSpan later = default) =>
        (await Task.WhenAll(Enumerable.Range(0, Copies).SelectMany(_ => Ids).Select(id => host.Webhooks.SendAsync(new Webhook(id), later))))
            .Select(reply => reply.Body);
}
