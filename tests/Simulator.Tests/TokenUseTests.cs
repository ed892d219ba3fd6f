using System.Net;

namespace CxoneAssist.Simulator.Tests;

public sealed class TokenUseTests
{
    [Test]
    public async Task Call_WithoutToken_IsUnauthorized()
    {
        await using var caller = await Caller.StartAsync();

        Assert.That((await caller.CreateAsync()).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(caller.Simulator.Ledger.TaskCount, Is.Zero);
    }

    [Test]
    public async Task Call_TokenPastItsLifetime_IsUnauthorized()
    {
        var time = new WatchedTime();
        await using var caller = await Caller.StartSignedInAsync(new() { TokenLifetime = TimeSpan.FromSeconds(60), TimeProvider = time });

        time.Advance(TimeSpan.FromSeconds(59));
        var before = await caller.NotifyAsync();
        time.Advance(TimeSpan.FromSeconds(1));
        var after = await caller.NotifyAsync();

        Assert.That((before.Status, after.Status), Is.EqualTo((HttpStatusCode.Created, HttpStatusCode.Unauthorized)));
    }

    [Test]
    public async Task Call_TokenUsedTooOften_IsUnauthorizedUntilANewOne()
    {
        await using var caller = await Caller.StartSignedInAsync(new() { Faults = new() { TokenUses = 2 } });

        HttpStatusCode[] statuses = [await StatusAsync(), await StatusAsync(), await StatusAsync()];
        await caller.SignInAsync();

        Assert.That(statuses, Is.EqualTo([HttpStatusCode.Created, HttpStatusCode.Created, HttpStatusCode.Unauthorized]));
        Assert.That(await StatusAsync(), Is.EqualTo(HttpStatusCode.Created));
        Assert.That(caller.Simulator.Ledger.Fired(SimulatorFault.TokenRevoked), Is.EqualTo(1));

        async Task<HttpStatusCode> StatusAsync() => (await caller.NotifyAsync()).Status;
    }

    [Test]
    public async Task Call_ScopeWithheld_IsForbiddenForLiveTokensAndLeftOutOfNewOnes()
    {
        await using var caller = await Caller.StartSignedInAsync();

        caller.Simulator.Faults = new() { WithheldScopes = ["notification:write"] };
        var live = await caller.NotifyAsync();
        var issued = await caller.SignInAsync();

        Assert.That(live.Status, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(issued.Text("scope"), Does.Not.Contain("notification:write"));
        Assert.That(caller.Simulator.Ledger.Fired(SimulatorFault.ScopeWithheld), Is.EqualTo(2));
    }
}
