using System.Net;

namespace CxoneAssist.Simulator.Tests;

public sealed class TokenTests
{
    [Test]
    public async Task Token_KnownClient_IsIssuedWithItsScopesAndLifetime()
    {
        await using var caller = await Caller.StartAsync(new() { ClientId = "id", ClientSecret = "secret", TokenLifetime = TimeSpan.FromMinutes(5) });

        var reply = await caller.TokenAsync();

        Assert.Multiple(() =>
        {
            Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(reply.Json.GetProperty("expires_in").GetInt32(), Is.EqualTo(300));
            Assert.That(reply.Text("token_type"), Is.EqualTo("bearer"));
            Assert.That(reply.Text("scope").Split(' '), Is.EquivalentTo(CxoneSimulatorOptions.AllScopes));
            Assert.That(caller.Simulator.Ledger.TokenRequests, Is.EqualTo(1));
        });
    }

    [TestCase("other", "secret")]
    [TestCase("id", "other")]
    public async Task Token_UnknownClient_IsRefused(string id, string secret)
    {
        await using var caller = await Caller.StartAsync(new() { ClientId = "id", ClientSecret = "secret" });

        var reply = await caller.TokenAsync(id, secret);

        Assert.That((reply.Status, reply.Text("error")), Is.EqualTo((HttpStatusCode.Unauthorized, "invalid_client")));
    }

    [Test]
    public async Task Token_OtherGrant_IsRefused()
    {
        await using var caller = await Caller.StartAsync();

        var reply = await caller.TokenAsync(grant: "password");

        Assert.That((reply.Status, reply.Text("error")), Is.EqualTo((HttpStatusCode.BadRequest, "unsupported_grant_type")));
    }

    [Test]
    public async Task Token_ScopesBeyondTheClient_AreLeftOut()
    {
        await using var caller = await Caller.StartSignedInAsync(new() { GrantedScopes = ["postinteractionform:read"], DefaultScore = "2" });

        var (form, create) = ((await caller.FormAsync("i-1")).Status, await caller.CreateAsync());

        Assert.That((form, create.Status), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.Forbidden)));
        Assert.That(create.Text("message"), Does.Contain("workflow:task:create"));
    }

    [Test]
    public async Task Token_NoScopeOfTheClientAskedFor_IsRefused()
    {
        await using var caller = await Caller.StartAsync();

        var reply = await caller.TokenAsync(scope: "everything");

        Assert.That((reply.Status, reply.Text("error")), Is.EqualTo((HttpStatusCode.BadRequest, "invalid_scope")));
    }

    [Test]
    public async Task Token_ClientRejected_IsRefusedUntilTheFaultIsLifted()
    {
        await using var caller = await Caller.StartAsync(new() { Faults = new() { ClientRejected = true } });

        var rejected = await caller.TokenAsync();
        caller.Simulator.Faults = SimulatorFaults.None;
        var accepted = await caller.TokenAsync();

        Assert.That((rejected.Status, accepted.Status), Is.EqualTo((HttpStatusCode.Unauthorized, HttpStatusCode.OK)));
        Assert.That(caller.Simulator.Ledger.Fired(SimulatorFault.ClientRejected), Is.EqualTo(1));
    }
}
