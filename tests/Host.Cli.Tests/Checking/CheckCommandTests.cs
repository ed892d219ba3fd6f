using CxoneAssist.Host.Cli.Tests.Running;
using CxoneAssist.Simulator;

namespace CxoneAssist.Host.Cli.Tests.Checking;

internal sealed class CheckCommandTests
{
    private const string Interaction = "interaction-1~s2~";

    [Test]
    public async Task Check_OfAHealthyTenant_FindsItReadyAndCreatesNothing()
    {
        await using var cxone = await CxoneSimulator.StartAsync(new CxoneSimulatorOptions { DefaultScore = "2" });

        var run = await Tool.RunAsync(["check", "--interaction", Interaction, "--json", .. Settings(cxone)]);

        Assert.That(run.Code, Is.Zero, run.Output + run.Errors);
        Assert.That(Verdicts(run), Is.EqualTo("settings ok, reach ok, token ok, scopes ok, form ok, look-up ok"));
        Assert.That(run.Output, Does.Contain("Mode Live: it would create tasks and notify agents."));
        Assert.That(cxone.Ledger.Calls(SimulatorCall.CreateTask) + cxone.Ledger.Calls(SimulatorCall.Notify) + cxone.Ledger.TaskCount, Is.Zero);
        Assert.That(cxone.Ledger.TokenRequests, Is.EqualTo(1));
        Assert.That(cxone.Ledger.UnexpectedCalls, Is.Empty);
    }

    [Test]
    public async Task Check_OfATenantThatRefusesTheClient_NamesTheSettingsAndSkipsTheRest()
    {
        await using var cxone = await CxoneSimulator.StartAsync(new CxoneSimulatorOptions { ClientSecret = "sandbox-secret" });

        var run = await Tool.RunAsync(["check", "--json", .. Settings(cxone), "--set", "CXONE_CLIENT_SECRET=wrong-secret"]);

        Assert.That(run.Code, Is.EqualTo(1));
        Assert.That(Verdicts(run), Is.EqualTo("settings ok, reach ok, token failed, scopes skipped, form skipped, look-up skipped"));
        Assert.That(run.Output, Does.Contain("CxoneAssist:Cxone:ClientSecret").And.Not.Contain("wrong-secret"));
    }

    [Test]
    public async Task Check_OfATenantThatWithholdsScopes_NamesThemAndTheFormThatCannotBeRead()
    {
        await using var cxone = await CxoneSimulator.StartAsync(
            new CxoneSimulatorOptions { GrantedScopes = ["interaction:read", "workflow:task:create"] });

        var run = await Tool.RunAsync(["check", .. Settings(cxone), "--json"]);

        Assert.That(run.Code, Is.EqualTo(1));
        Assert.That(Verdicts(run), Is.EqualTo("settings ok, reach ok, token ok, scopes failed, form failed, look-up ok"));
        Assert.That(run.Output, Does.Contain("did not grant postinteractionform:read notification:write."));
    }

    [TestCase(SimulatorScopeForm.Commas, "ok")]
    [TestCase(SimulatorScopeForm.UpperCase, "ok")]
    [TestCase(SimulatorScopeForm.List, "ok")]
    [TestCase(SimulatorScopeForm.Unknown, "warning")]
    public async Task Check_OfATenantThatWritesScopesInItsOwnWay_FindsItReady(SimulatorScopeForm form, string verdict)
    {
        await using var cxone = await CxoneSimulator.StartAsync(new CxoneSimulatorOptions { DefaultScore = "2", ScopeForm = form });

        var run = await Tool.RunAsync(["check", "--interaction", Interaction, "--json", .. Settings(cxone)]);

        Assert.That(run.Code, Is.Zero, run.Output + run.Errors);
        Assert.That(Verdicts(run), Does.Contain($"scopes {verdict}"));
    }

    [TestCase(SimulatorScopeForm.Commas)]
    [TestCase(SimulatorScopeForm.UpperCase)]
    [TestCase(SimulatorScopeForm.List)]
    public async Task Check_OfATenantThatWritesScopesInItsOwnWay_FindsTheMissingOnes(SimulatorScopeForm form)
    {
        string[] granted = ["interaction:read", "postinteractionform:read", "workflow:task:create"];
        await using var cxone = await CxoneSimulator.StartAsync(
            new CxoneSimulatorOptions { DefaultScore = "2", ScopeForm = form, GrantedScopes = granted });

        var run = await Tool.RunAsync(["check", "--interaction", Interaction, "--json", .. Settings(cxone)]);

        Assert.That(run.Code, Is.EqualTo(1));
        Assert.That(run.Output, Does.Contain("did not grant notification:write."));
    }

    [Test]
    public async Task Check_OfATenantThatMayNotCreateTasks_IsNotReadyThoughTheSettingsDoNotAskForIt()
    {
        string[] granted = ["interaction:read", "postinteractionform:read", "notification:write"];
        await using var cxone = await CxoneSimulator.StartAsync(new CxoneSimulatorOptions { GrantedScopes = granted });

        var run = await Tool.RunAsync(
            ["check", .. Settings(cxone), "--set", "CxoneAssist:Cxone:Scopes=" + string.Join(' ', granted), "--json"]);

        Assert.That(run.Code, Is.EqualTo(1));
        Assert.That(Verdicts(run), Is.EqualTo("settings ok, reach ok, token ok, scopes failed, form ok, look-up failed"));
        Assert.That(run.Output, Does.Contain("did not grant workflow:task:create."));
        Assert.That(
            run.Json.GetProperty("checks").EnumerateArray().Last().GetProperty("remedy").GetString(),
            Does.Contain("give the API client these scopes in CXone"));
    }

    [Test]
    public async Task Check_OfAnAddressWhereNobodyListens_SaysThatItIsNotReached()
    {
        var run = await Tool.RunAsync(["check", "--json", .. Settings("http://127.0.0.1:9")]);

        Assert.That(run.Code, Is.EqualTo(1));
        Assert.That(Verdicts(run), Is.EqualTo("settings ok, reach failed, token skipped, scopes skipped, form skipped, look-up skipped"));
    }

    [Test]
    public async Task Check_WithoutSettings_NamesEachOneWithExitCode78()
    {
        var run = await Tool.RunAsync("check", "--json", "--set", "CXONE_ORG=acme");

        Assert.That(run.Code, Is.EqualTo(78));
        Assert.That(run.Output, Does.Contain("CXONE_CLIENT_ID").And.Contain("CXONE_CLIENT_SECRET"));
        Assert.That(run.Json.GetProperty("ready").GetBoolean(), Is.False);
    }

    private static string[] Settings(CxoneSimulator cxone) => Settings(cxone.BaseAddress.ToString());

    private static string[] Settings(string address) =>
    [
        "--set", "CXONE_BASE_URL=" + address, "--set", "CXONE_CLIENT_ID=sandbox-client", "--set", "CXONE_CLIENT_SECRET=sandbox-secret",
        "--set", "CXONE_WEBHOOK_SECRET=whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
    ];

    private static string Verdicts(ToolRun run) => string.Join(", ", run.Json.GetProperty("checks").EnumerateArray()
        .Select(check => $"{check.GetProperty("check").GetString()} {check.GetProperty("verdict").GetString()}"));
}
