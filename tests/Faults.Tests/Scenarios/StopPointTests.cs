using CxoneAssist.EndToEnd.Tests.Running;
using CxoneAssist.EndToEnd.Tests.Client;
using CxoneAssist.Faults.Tests.Harness;
using CxoneAssist.Simulator;

namespace CxoneAssist.Faults.Tests.Scenarios;

/// <summary>All points, on SQLite.</summary>
[TestFixture]
public sealed class StopPointTests() : StopPointScenario(Database.Sqlite)
{
    // Calls that are repeated after an unknown outcome, and commits without a fault of CXone.
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

    [TestCase("before")]
    [TestCase("after")]
    public Task Host_KilledInTheTurnOfACustomer_MakesOneTaskForTheCustomer(string side) => KillInTurnAsync(side);

    [TestCase("before:commit:received", "acknowledges-first")]
    [TestCase("after:create", "no-intent")]
    [Slow]
    public Task Host_BrokenOnPurposeAndKilledAtAPoint_IsSeen(string point, string mutant) => SeeAsync(point, mutant);
}

/// <summary>
/// The same on PostgreSQL; in the bounded version only the points of its own statements.
/// </summary>
[TestFixture, Slow]
public sealed class PostgreSqlStopPointTests() : StopPointScenario(Database.PostgreSql)
{
    private static readonly string[] Plain =
        SuiteExtent.Of<string[]>(["commit:received", "commit:intent", "commit:created", "create"], StopPointTests.Plain);

    private static readonly string[] AfterAFault = SuiteExtent.Of<string[]>(["commit:claim"], StopPointTests.AfterAFault);

    [TestCase("before")]
    [TestCase("after")]
    public Task Host_KilledInTheTurnOfACustomer_MakesOneTaskForTheCustomer(string side) => KillInTurnAsync(side);

    [Test]
    public Task Host_KilledAtAPoint_LosesNothingAndRepeatsNothing(
        [ValueSource(nameof(Plain))] string point, [Values("before", "after")] string side) => KillAtAsync(side, point);

    [Test]
    public Task Host_KilledAtAPointAfterAFault_LosesNothingAndRepeatsNothing(
        [ValueSource(nameof(AfterAFault))] string point, [Values("before", "after")] string side) => KillAfterAFaultAtAsync(side, point);
}

/// <summary>
/// A host that dies before and after every commit and every call to CXone; the next one finishes
/// its work.
/// </summary>
[Parallelizable(ParallelScope.All)]
public abstract class StopPointScenario(Database database) : FaultTest(database)
{
    private const int Interactions = 12;

    private static readonly SimulatorFaults Losing = new() { CreateLostAnswer = 1, LateForm = 0.5 };

    private string? _policy;

    private protected override HostSettings Settings => base.Settings.With(("CXONE_POLICY_FILE", _policy));

    private protected async Task KillAtAsync(string side, string point)
    {
        // The first token is asked for before the host listens: the second one, once that is used up.
        await StartCxoneAsync(new() { Faults = new() { TokenUses = 10 } });
        // Late enough that some is done, early enough that some is not.
        var figures = await RunAsync($"{side}:{point}", point == "token" ? 2 : 3, "");

        Assert.That(figures, Is.EqualTo(Figures.Clean(Interactions)));
    }

    private protected async Task KillAfterAFaultAtAsync(string side, string point)
    {
        await StartCxoneAsync(new() { Faults = Losing });
        var figures = await RunAsync($"{side}:{point}", 1, "");

        Assert.That(figures, Is.EqualTo(Figures.Clean(Interactions)));
    }

    /// <summary>Customers with several bad surveys at once, among others with one.</summary>
    private protected async Task KillInTurnAsync(string side)
    {
        await StartCxoneAsync();
        _policy = await SuppressingPolicy.WriteAsync(Folder);
        var webhooks = Survey.Webhooks(Interactions).Select(webhook => webhook with { CustomerId = webhook.InteractionId }).ToList();
        var again = Enumerable.Range(1, Interactions).Select(number => new Webhook($"again-{number}~s2~") { CustomerId = "again" });
        var (figures, host) = await RunAsync($"{side}:commit:suppression", 3, "", webhooks, [.. again]);

        Assert.That(figures, Is.EqualTo(Figures.Clean(Interactions)));
        Assert.That(Ledger.Tasks().Count(task => task.InteractionId!.StartsWith("again-", StringComparison.Ordinal)), Is.EqualTo(1));
        Assert.That(await host.Operator.CountAsync("done"), Is.EqualTo(2 * Interactions));
    }

    private protected async Task SeeAsync(string point, string mutant)
    {
        await StartCxoneAsync();
        var figures = await RunAsync(point, 3, mutant);

        Assert.That(figures.Violated, $"{mutant} was not seen.");
    }

    private async Task<Figures> RunAsync(string point, int occurrence, string mutant) =>
        (await RunAsync(point, occurrence, mutant, Survey.Webhooks(Interactions), [])).Figures;

    private async Task<(Figures Figures, HostClient Host)> RunAsync(
        string point, int occurrence, string mutant, IReadOnlyList<Webhook> judged, IReadOnlyList<Webhook> others)
    {
        var load = new WebhookLoad([.. others, .. judged]);
        var doomed = await StartFaultHostAsync(("FAULT_STOP_AT", point), ("FAULT_OCCURRENCE", $"{occurrence}"), ("FAULT_MUTANT", mutant));
        var sending = load.SendAsync(doomed.Webhooks);
        var fired = await doomed.Process.SaysAsync(line => line.StartsWith("FAULT killed", StringComparison.Ordinal));
        await doomed.Process.EndsAsync();
        await sending;

        Cxone.Faults = SimulatorFaults.None;
        var host = await StartHostAsync();
        await load.SendAsync(host.Webhooks);
        await SettledAsync(host);
        Assert.That(fired, Does.Contain($"killed at {point}"));
        var acknowledged = load.Acknowledged.Except(others.Select(webhook => webhook.InteractionId));
        return (await ConcludeAsync([.. acknowledged], host, $"{fired} {mutant}"), host);
    }
}
