using System.Net;

namespace CxoneAssist.Simulator.Tests;

public sealed class CxoneSimulatorTests
{
    [TestCase("GET", "api/v2/agents?top=1")]
    [TestCase("GET", "api/v2/interactions//postinteractionforms")]
    [TestCase("GET", "oauth/token")]
    public async Task Call_Unknown_IsNotFoundAndRecorded(string method, string path)
    {
        await using var caller = await Caller.StartSignedInAsync();

        var reply = await caller.GetAsync(path);

        Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(caller.Simulator.Ledger.UnexpectedCalls, Is.EqualTo([$"{method} /{path}"]));
        Assert.That(caller.Simulator.Ledger.Answers(SimulatorCall.Unexpected, 404), Is.EqualTo(1));
    }

    [Test]
    public async Task StartAsync_PortTaken_Throws()
    {
        await using var first = await CxoneSimulator.StartAsync(new());

        await Assert.ThrowsAsync<IOException>(() => CxoneSimulator.StartAsync(new() { Port = first.BaseAddress.Port }));
    }

    [Test]
    public async Task DisposeAsync_CallInHand_IsDroppedAndNotWaitedFor()
    {
        var time = new WatchedTime();
        var caller = await Caller.StartAsync(new() { Latency = TimeSpan.FromHours(1), Lenient = true, TimeProvider = time });
        var call = caller.CreateAsync();
        await time.WaitedFor;

        await caller.Simulator.DisposeAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => call);
        Assert.That(caller.Simulator.Ledger.TaskCount, Is.Zero);
    }

    [Test]
    public async Task Faults_SameSeedAndCalls_HitTheSameCalls()
    {
        var (first, again, other) = (await StatusesAsync(seed: 7), await StatusesAsync(seed: 7), await StatusesAsync(seed: 8));

        Assert.That(again, Is.EqualTo(first));
        Assert.That(other, Is.Not.EqualTo(first));
    }

    [Test]
    public async Task Faults_AnotherKindAdded_DoesNotMoveTheFirst()
    {
        var alone = await StatusesAsync(seed: 7);
        var together = await StatusesAsync(seed: 7, new() { NotifyError = 0.3, LateForm = 0.5, FormError = 0.5, CreateErrorAfter = 0.5 });

        Assert.That(together, Is.EqualTo(alone));
    }

    [TestCase("Mild", 0.005, 0.04)]
    [TestCase("Harsh", 0.1, 0.2)]
    public async Task Faults_Preset_SpoilsThatShareOfEachKindOfCall(string preset, double least, double most)
    {
        var faults = (preset == "Mild" ? SimulatorFaults.Mild : SimulatorFaults.Harsh) with { SlowAnswerDelay = TimeSpan.Zero, TokenUses = null };
        await using var caller = await Caller.StartSignedInAsync(new() { Faults = faults, DefaultScore = "2", Seed = 3 });

        for (var number = 0; number < 2000; number++)
        {
            await caller.FormAsync($"i-{number}");
            await TryCreateAsync(caller, $"i-{number}");
            await caller.NotifyAsync();
        }

        SimulatorCall[] kinds = [SimulatorCall.Form, SimulatorCall.CreateTask, SimulatorCall.Notify];
        Assert.That(kinds.Select(kind => Spoilt(caller.Simulator.Ledger, kind)), Is.All.InRange(least, most));
    }

    private static double Spoilt(SimulatorLedger ledger, SimulatorCall kind)
    {
        var good = ledger.Answers(kind, kind == SimulatorCall.Form ? 200 : 201)
            - (kind == SimulatorCall.Form ? ledger.Fired(SimulatorFault.FormHtml) : 0)
            - (kind == SimulatorCall.CreateTask ? ledger.Fired(SimulatorFault.CreateWithoutId) : 0);
        return 1 - ((double)good / ledger.Calls(kind));
    }

    private static async Task TryCreateAsync(Caller caller, string interactionId)
    {
        try
        {
            await caller.CreateAsync(interactionId);
        }
        catch (HttpRequestException)
        {
            // A lost request or a lost answer: the ledger shows which.
        }
    }

    private static async Task<List<HttpStatusCode>> StatusesAsync(int seed, SimulatorFaults? faults = null)
    {
        faults ??= new() { NotifyError = 0.3 };
        await using var caller = await Caller.StartSignedInAsync(new() { Seed = seed, Faults = faults, DefaultScore = "2" });
        List<HttpStatusCode> statuses = [];
        for (var call = 0; call < 40; call++)
        {
            await caller.FormAsync($"i-{call}");
            statuses.Add((await caller.NotifyAsync()).Status);
        }

        return statuses;
    }
}
