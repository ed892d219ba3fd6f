using CxoneAssist.EndToEnd.Tests.Client;
using CxoneAssist.Faults.Tests.Harness;
using CxoneAssist.Simulator;

namespace CxoneAssist.Faults.Tests.Scenarios;

/// <summary>Tokens that expire and are revoked under load.</summary>
[TestFixture(Database.Sqlite)]
public sealed class TokenTests(Database database) : FaultTest(database)
{
    private const int Uses = 60;

    private const int Few = 300;

    private static readonly int Interactions = SuiteExtent.Of(Few, 3000);

    [Test]
    public async Task Tokens_ThatExpireUnderLoad_AreAskedForOnceEach()
    {
        var (figures, tokens, calls) = await RunAsync("", Interactions);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(figures, Is.EqualTo(Figures.Clean(Interactions)));
            Assert.That(Ledger.Fired(SimulatorFault.TokenRevoked), Is.Positive, "No token was revoked.");
            Assert.That(tokens, Is.LessThanOrEqualTo(Bound(calls)), "A storm of token requests.");
        }
    }

    [Test, Slow]
    public async Task Tokens_OfAHostThatAsksForOneACall_AreSeen()
    {
        // Each call waits for a token of its own: many interactions would only take long.
        var (_, tokens, calls) = await RunAsync("a-token-a-call", Few);

        Assert.That(tokens, Is.GreaterThan(Bound(calls)));
    }

    // A token per number of uses, and as many again for calls that were refused meanwhile.
    private static long Bound(long calls) => 5 + (2 * calls / Uses);

    private async Task<(Figures Figures, long Tokens, long Calls)> RunAsync(string mutant, int interactions)
    {
        await StartCxoneAsync(new() { Faults = new() { TokenUses = Uses } });
        // Far fewer concurrent calls than a token has uses: a token that is used up before its
        // first caller's call looks like one that never worked.
        var host = await StartFaultHostAsync(("FAULT_MUTANT", mutant), ("CxoneAssist__Cxone__MaxConcurrency", "8"));
        var load = new WebhookLoad(Survey.Webhooks(interactions));
        await load.SendAsync(host.Webhooks);
        await SettledAsync(host);
        var (tokens, calls) = (Ledger.TokenRequests, Ledger.Calls(SimulatorCall.Form) + Ledger.Calls(SimulatorCall.CreateTask) + Ledger.Calls(SimulatorCall.Notify));
        var figures = await ConcludeAsync(
            [.. load.Acknowledged], host, $"calls={calls} tokens={tokens} bound={Bound(calls)} refused={Ledger.Fired(SimulatorFault.TokenRevoked)} {mutant}");
        return (figures, tokens, calls);
    }
}
