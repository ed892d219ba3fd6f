using CxoneAssist.EndToEnd.Tests.Talking;
using CxoneAssist.Faults.Tests.Harness;
using CxoneAssist.Sandbox;

namespace CxoneAssist.Faults.Tests.Scenarios;

/// <summary>Every point, on a file.</summary>
[TestFixture]
public sealed class StopPointTests() : StopPointScenario(Database.Sqlite)
{
    // Calls that are repeated when in doubt, and commits on the way without a fault of CXone's.
    internal static readonly string[] Plain =
        ["commit:received", "commit:intent", "commit:created", "commit:done", "token", "form", "create", "notify"];

    // Those that are only reached when an answer was lost, or when the form is late.
    internal static readonly string[] AfterAFault = ["commit:doubt", "commit:claim", "commit:wait", "find"];

    [Test]
    public Task Host_KilledAtAPoint_LosesNothingAndRepeatsNothing(
        [ValueSource(nameof(Plain))] string point, [Values("before", "after")] string side) => KillAtAsync(side, point);

    [Test]
    public Task Host_KilledAtAPointAfterAFault_LosesNothingAndRepeatsNothing(
        [ValueSource(nameof(AfterAFault))] string point, [Values("before", "after")] string side) => KillAfterAFaultAtAsync(side, point);

    [TestCase("before:commit:received", "acknowledges-first")]
    [TestCase("after:create", "no-intent")]
    public Task Host_BrokenOnPurposeAndKilledAtAPoint_IsSeen(string point, string mutant) => SeeAsync(point, mutant);
}

/// <summary>The same on a server; in the bounded version the points that its own statements make.</summary>
[TestFixture]
public sealed class PostgreSqlStopPointTests() : StopPointScenario(Database.PostgreSql)
{
    private static readonly string[] Plain =
        Extent.Of<string[]>(["commit:received", "commit:intent", "commit:created", "create"], StopPointTests.Plain);

    private static readonly string[] AfterAFault = Extent.Of<string[]>(["commit:claim"], StopPointTests.AfterAFault);

    [Test]
    public Task Host_KilledAtAPoint_LosesNothingAndRepeatsNothing(
        [ValueSource(nameof(Plain))] string point, [Values("before", "after")] string side) => KillAtAsync(side, point);

    [Test]
    public Task Host_KilledAtAPointAfterAFault_LosesNothingAndRepeatsNothing(
        [ValueSource(nameof(AfterAFault))] string point, [Values("before", "after")] string side) => KillAfterAFaultAtAsync(side, point);
}

/// <summary>A host that dies before and after every commit and every call to CXone; the next one finishes its work.</summary>
[Parallelizable(ParallelScope.All)]
public abstract class StopPointScenario(Database database) : FaultTest(database)
{
    private const int Interactions = 12;

    private static readonly SandboxFaults Losing = new() { CreateLostAnswer = 1, LateForm = 0.5 };

    private protected async Task KillAtAsync(string side, string point)
    {
        await StartCxoneAsync();
        // Late enough that some is done, early enough that some is not; a token is asked for once.
        var figures = await RunAsync($"{side}:{point}", point == "token" ? 1 : 3, "");

        Assert.That(figures, Is.EqualTo(Figures.Clean(Interactions)));
    }

    private protected async Task KillAfterAFaultAtAsync(string side, string point)
    {
        await StartCxoneAsync(new() { Faults = Losing });
        var figures = await RunAsync($"{side}:{point}", 1, "");

        Assert.That(figures, Is.EqualTo(Figures.Clean(Interactions)));
    }

    private protected async Task SeeAsync(string point, string mutant)
    {
        await StartCxoneAsync();
        var figures = await RunAsync(point, 3, mutant);

        Assert.That(figures.Violated, $"{mutant} was not seen.");
    }

    private async Task<Figures> RunAsync(string point, int occurrence, string mutant)
    {
        var load = new Load(Survey.Webhooks(Interactions));
        var doomed = await StartFaultHostAsync(("FAULT_STOP_AT", point), ("FAULT_OCCURRENCE", $"{occurrence}"), ("FAULT_MUTANT", mutant));
        var sending = load.SendAsync(doomed.Webhooks);
        var fired = await doomed.Process.SaysAsync(line => line.StartsWith("FAULT killed", StringComparison.Ordinal));
        await doomed.Process.EndsAsync();
        await sending;

        Cxone.Faults = SandboxFaults.None;
        var host = await StartHostAsync();
        await load.SendAsync(host.Webhooks);
        await SettledAsync(host);
        Assert.That(fired, Does.Contain($"killed at {point}"));
        return await ConcludeAsync([.. load.Acknowledged], host, $"{fired} {mutant}");
    }
}
