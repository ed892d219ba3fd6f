using System.Net;

namespace CxoneAssist.Simulator.Tests;

public sealed class PaceFaultTests
{
    [Test]
    public async Task Call_TooManyRequests_SaysWhenInWholeSecondsRoundedUp()
    {
        await using var caller = await StartAsync(new() { TooManyRequests = 1, RetryAfter = TimeSpan.FromSeconds(1.2) });

        var reply = await caller.CreateAsync();

        Assert.That((reply.Status, reply.Header("Retry-After")), Is.EqualTo((HttpStatusCode.TooManyRequests, "2")));
        Assert.That(caller.Simulator.Ledger.TaskCount, Is.Zero);
        Assert.That(caller.Simulator.Ledger.Fired(SimulatorFault.TooManyRequests), Is.EqualTo(1));
    }

    [Test]
    public async Task Call_TooManyRequestsDated_SaysWhenAsADateNotBeforeTheWait()
    {
        // The clock stands at 10:00:00.250.
        await using var caller = await StartAsync(new() { TooManyRequestsDated = 1 }, new WatchedTime());

        var reply = await caller.FormAsync("i-1");

        Assert.That(
            (reply.Status, reply.Header("Retry-After")),
            Is.EqualTo((HttpStatusCode.TooManyRequests, "Sun, 22 Nov 2026 10:00:02 GMT")));
        Assert.That(caller.Simulator.Ledger.Fired(SimulatorFault.TooManyRequestsDated), Is.EqualTo(1));
    }

    [TestCase("soon", "soon")]
    [TestCase("-5", "-5")]
    [TestCase("", null)]
    public async Task Call_TooManyRequestsWithATextOfItsOwn_SaysThat(string text, string? expected)
    {
        await using var caller = await StartAsync(new() { TooManyRequests = 1, RetryAfterText = text });

        Assert.That((await caller.NotifyAsync()).Header("Retry-After"), Is.EqualTo(expected));
    }

    [Test]
    public async Task Call_FasterThanTheRate_IsRefusedUntilTimeHasPassed()
    {
        var time = new WatchedTime();
        await using var caller = await StartAsync(new() { RequestsPerSecond = 10, RequestBurst = 2 }, time);

        HttpStatusCode[] burst = [await StatusAsync(), await StatusAsync(), await StatusAsync()];
        time.Advance(TimeSpan.FromMilliseconds(100));
        HttpStatusCode[] later = [await StatusAsync(), await StatusAsync()];

        Assert.That(burst, Is.EqualTo([HttpStatusCode.Created, HttpStatusCode.Created, HttpStatusCode.TooManyRequests]));
        Assert.That(later, Is.EqualTo([HttpStatusCode.Created, HttpStatusCode.TooManyRequests]));
        Assert.That(caller.Simulator.Ledger.Fired(SimulatorFault.RateExceeded), Is.EqualTo(2));

        async Task<HttpStatusCode> StatusAsync() => (await caller.NotifyAsync()).Status;
    }

    [Test]
    public async Task Call_SlowAnswer_WaitsAfterItWasExecuted()
    {
        var time = new WatchedTime();
        await using var caller = await StartAsync(SimulatorFaults.None, time);
        caller.Simulator.Faults = new() { SlowAnswer = 1, SlowAnswerDelay = TimeSpan.FromSeconds(3) };

        var call = caller.CreateAsync();
        await time.WaitedFor;
        var (tasks, answered) = (caller.Simulator.Ledger.TaskCount, call.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(3));

        Assert.That((await call).Status, Is.EqualTo(HttpStatusCode.Created));
        Assert.That((tasks, answered), Is.EqualTo((1, false)));
        Assert.That(caller.Simulator.Ledger.Fired(SimulatorFault.SlowAnswer), Is.EqualTo(1));
    }

    [Test]
    public async Task Call_Latency_WaitsBeforeItIsExecuted()
    {
        var time = new WatchedTime();
        await using var caller = await Caller.StartAsync(new() { Latency = TimeSpan.FromSeconds(1), Lenient = true, TimeProvider = time });

        var call = caller.CreateAsync();
        await time.WaitedFor;
        var before = caller.Simulator.Ledger.TaskCount;
        time.Advance(TimeSpan.FromSeconds(1));
        await call;

        Assert.That((before, caller.Simulator.Ledger.TaskCount), Is.EqualTo((0, 1)));
    }

    [Test]
    public async Task Call_Redirect_LeadsToTheOtherHostAndIsNotExecuted()
    {
        await using var caller = await StartAsync(new() { Redirect = 1, RedirectTo = new("https://elsewhere.invalid/") });

        var reply = await caller.CreateAsync();

        Assert.That(
            (reply.Status, reply.Header("Location")),
            Is.EqualTo((HttpStatusCode.TemporaryRedirect, "https://elsewhere.invalid/api/v2/workflows/tasks")));
        Assert.That(caller.Simulator.Ledger.TaskCount, Is.Zero);
        Assert.That(caller.Simulator.Ledger.Fired(SimulatorFault.Redirect), Is.EqualTo(1));
    }

    private static Task<Caller> StartAsync(SimulatorFaults faults, TimeProvider? time = null) =>
        Caller.StartSignedInAsync(new() { Faults = faults, TimeProvider = time ?? TimeProvider.System });
}
