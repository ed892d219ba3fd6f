using System.Text.RegularExpressions;

namespace CxoneAssist.Host.Cli.Tests.Sandbox.Running;

/// <summary>The command with a policy that is not the built-in one.</summary>
internal sealed class SandboxPolicyTests
{
    private const string Broken = """
        { "name": "broken",
          "score": { "field": "overall_satisfaction", "min": 1, "max": 5 },
          "tiers": [{ "name": "a", "below": 3, "priority": "Urgent", "due": "1d" }], "notice": "1h" }
        """;

    [TestCase("default", "High task, due after 1 day", "UTC")]
    [TestCase("nps", "High task, due after 1 day", "UTC")]
    [TestCase("retail", "Critical task, due after 4 business hours (unresolved)", "Europe/Berlin")]
    [TestCase("vip-languages", "High task, due after 8 business hours (vip)", "Europe/Zurich")]
    public async Task Run_SamplePolicy_ShowsItAndAgreesWithIt(string name, string says, string zone)
    {
        using var temp = new RunFolder();
        var file = Repository.At("samples", "policies", name + ".json");

        var (code, output, errors) = await SandboxProcess.RunAsync(temp, "--policy", file, "--interactions", "150");

        Assert.That(code, Is.Zero, output + errors);
        Assert.That(Unwrapped(output), Does.Match($@"Policy {name}[^ ]*, version [0-9a-f]{{12}}, from {Regex.Escape(file)}").And.Contain("Assigned to"));
        Assert.That(Unwrapped(output), Does.Contain(says).And.Contain("Agreed: CXone's ledger is what the policy says."));
        Assert.That(output, Does.Contain($"Latest due ({zone})"));
    }

    [Test]
    public async Task Run_SuppressingPolicyWithManyFaults_Agrees()
    {
        using var temp = new RunFolder();

        var (code, output, errors) = await SandboxProcess.RunAsync(
            temp, "--policy", Repository.At("samples", "policies", "nps.json"), "--interactions", "120", "--faults", "mild");

        Assert.That(code, Is.Zero, output + errors);
        Assert.That(Unwrapped(output), Does.Contain(" suppressed, "));
    }

    [Test]
    public async Task Run_PolicyOfTheEnvironment_IsUsedAndNamed()
    {
        using var temp = new RunFolder();
        var file = temp.Write("mine.json", Policy("mine"));

        var (code, output, errors) = await SandboxProcess.RunAsync(
            temp, ["--interactions", "10"], ("CXONE_POLICY_FILE", file), ("CXONE_POLICY_SHADOW", "other.json"));

        Assert.That(code, Is.Zero, output + errors);
        Assert.That(output, Does.Contain("mine, version ").And.Contain("CxoneAssist:Policy:File"));
        Assert.That(output, Does.Contain("Low task, due after 2 days").And.Match("Not used +CxoneAssist:Policy:Shadow"));
    }

    [Test]
    public async Task Run_OptionAndEnvironment_TheOptionWinsAndTheOtherIsNamed()
    {
        using var temp = new RunFolder();
        var file = temp.Write("mine.json", Policy("mine"));

        var (code, output, errors) = await SandboxProcess.RunAsync(
            temp, ["--policy", file, "--interactions", "10"], ("CxoneAssist__Policy__File", "not-there.json"));

        Assert.That(code, Is.Zero, output + errors);
        Assert.That(output, Does.Contain("mine, version ").And.Match(@"Not used +CxoneAssist:Policy:File \(CXONE_POLICY_FILE\): --policy wins"));
    }

    [Test]
    public async Task Run_BlankPolicyInTheEnvironment_IsRefusedAsByTheHost()
    {
        using var temp = new RunFolder();

        var (code, output, errors) = await SandboxProcess.RunAsync(temp, ["--interactions", "10"], ("CXONE_POLICY_FILE", " "));

        Assert.That((code, output), Is.EqualTo((78, "")));
        Assert.That(errors, Does.StartWith("CxoneAssist:Policy:File (CXONE_POLICY_FILE) is blank"));
    }

    [Test]
    public async Task Run_PolicyThatIsRefused_NamesThePlaceAsLintDoes()
    {
        using var temp = new RunFolder();
        var file = temp.Write("broken.json", Broken);

        var (code, output, errors) = await SandboxProcess.RunAsync(temp, "--policy", file);

        Assert.That((code, output), Is.EqualTo((1, "")));
        Assert.That(errors, Does.StartWith($"{file}(3,").And.Contain("Urgent"));
        Assert.That(temp.LeftBehind, Is.Empty);
    }

    [Test]
    public async Task Run_PolicyThatIsNotThere_IsAWrongOption()
    {
        using var temp = new RunFolder();

        var (code, _, errors) = await SandboxProcess.RunAsync(temp, "--policy", "not-there.json");

        Assert.That((code, errors), Is.EqualTo((2, "There is no file not-there.json.\n")));
    }

    [TestCase("CxoneAssist.Host.Web.dll")]
    [TestCase("CxoneAssist.CrowdedService.dll")]
    public async Task Run_AnotherService_GetsThePolicy(string service)
    {
        using var temp = new RunFolder();
        var host = Path.Combine(TestContext.CurrentContext.TestDirectory, service);

        var (code, output, errors) = await SandboxProcess.RunAsync(
            temp, "--service", host, "--policy", temp.Write("mine.json", Policy("mine")), "--interactions", "20");

        Assert.That(code, Is.Zero, output + errors);
        Assert.That(output, Does.Contain("Low task, due after 2 days").And.Contain("Agreed: "));
    }

    [Test]
    public async Task Run_SurveysOnAnotherScale_AreRefused()
    {
        using var temp = new RunFolder();
        var surveys = temp.Write("surveys.csv", "interaction_id,agent,csat\na,Ann Lee,1\n");

        var (code, _, errors) = await SandboxProcess.RunAsync(
            temp, "--policy", Repository.At("samples", "policies", "nps.json"), "--surveys", surveys);

        Assert.That(code, Is.EqualTo(2));
        Assert.That(errors, Does.StartWith("surveys.csv, line 1: no column nps.").And.Contain("it is not taken unasked"));
    }

    [Test]
    public async Task Run_SurveysFromAFile_MeetTheOverridesOfThePolicy()
    {
        using var temp = new RunFolder();
        var surveys = temp.Write(
            "surveys.csv",
            "interaction_id,agent,csat,issue_resolved,customer_id\na,ann,2,no,c-1\nb,ann,2,yes,c-2\nc,ann,2,yes,c-2\nd,ann,5,,c-3\n");

        var (code, output, errors) = await SandboxProcess.RunAsync(
            temp, "--policy", Repository.At("samples", "policies", "retail.json"), "--surveys", surveys);

        Assert.That(code, Is.Zero, output + errors);
        Assert.That(Unwrapped(output), Does.Contain("(unresolved)").And.Contain("2 tasks owed and made once each, 1 suppressed, 1 interaction without"));
        Assert.That(output, Does.Match("Not tried").And.Match("tier 'unresolved'"));
    }

    [Test]
    public async Task Run_NoSurveyThatThePolicyReads_ClaimsNoAgreement()
    {
        using var temp = new RunFolder();
        var surveys = temp.Write("surveys.csv", "interaction_id,agent,csat\na,ann,good\nb,ann,\n");

        var (code, output, errors) = await SandboxProcess.RunAsync(temp, "--surveys", surveys);

        Assert.That(code, Is.EqualTo(1), errors);
        Assert.That(Unwrapped(output), Does.Contain("NOTHING TRIED: the policy reads a score in none of 2 surveys").And.Not.Contain("Agreed"));
    }

    // Lines are as long as a terminal is wide.
    private static string Unwrapped(string output) => string.Join(' ', output.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));

    private static string Policy(string name) => $$"""
        { "name": "{{name}}", "score": { "field": "overall_satisfaction", "min": 1, "max": 5 },
          "tiers": [{ "name": "unhappy", "below": 5, "priority": "Low", "due": "2d" }], "notice": "1h" }
        """;
}
