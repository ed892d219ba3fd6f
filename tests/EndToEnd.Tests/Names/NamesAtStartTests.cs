using CxoneAssist.EndToEnd.Tests.Running;

namespace CxoneAssist.EndToEnd.Tests.Names;

/// <summary>
/// Unknown setting names: none of them may start a host in live mode where shadow mode was
/// intended.
/// </summary>
public sealed class NamesAtStartTests : EndToEndTest
{
    private const int WrongSetting = 78;
    private const int WrongCommandLine = 2;

    [TestCase("CXONE_FOLLOWUP_MODE", "Shadow", "CXONE_FOLLOW_UP_MODE")]
    [TestCase("CXONE_POLICYFILE", "x.json", "CXONE_POLICY_FILE")]
    [TestCase("CXONEASSIST_FOLLOWUP_MODE", "Shadow", "CxoneAssist:FollowUp:Mode")]
    [TestCase("CxoneAsist__FollowUp__Mode", "Shadow", "CxoneAssist:FollowUp:Mode")]
    [TestCase("CxoneAssist__Cxone__MaxConcurency", "8", "CxoneAssist:Cxone:MaxConcurrency")]
    [TestCase("CxoneAssist__Operators__Keys", "x", "CxoneAssist:Operators:Key")]
    [TestCase("CxoneAssist__Limit__MaxConnections", "5", "CxoneAssist:Limits:MaxConnections")]
    [TestCase("ConnectionString__Inbox", "Data Source=x.db", "ConnectionStrings:Inbox")]
    [TestCase("CXONE_MODE", "shadow", "CXONE_FOLLOW_UP_MODE")]
    [TestCase("CxoneAssist__Inbox__Retention", "90", "write 90d or 90.00:00:00")]
    [TestCase("CxoneAssist__Webhook__Scheme__Tolerance", "24:00:00", "write 1d for hours")]
    public async Task Start_WithAMisspeltName_IsRefusedWithTheOneThatIsMeant(string key, string value, string named)
    {
        await StartCxoneAsync();

        var end = await HostProcess.RunToItsEndAsync(Settings.With((key, value)));

        Assert.That(end.ExitCode, Is.EqualTo(WrongSetting), end.Errors + end.Log);
        Assert.That(end.Errors, Does.StartWith("CxoneAssist cannot start: ").And.Contain(named));
        Assert.That(end.Errors.Split('\n'), Has.Length.EqualTo(1));
    }

    [TestCase("--CXONE_FOLLOW_UP_MOD=Shadow", "--CXONE_FOLLOW_UP_MODE")]
    [TestCase("--CxoneAssist__FollowUp__Mode=Shadow", "--CxoneAssist:FollowUp:Mode")]
    [TestCase("--verbose", "--verbose is not a setting")]
    [TestCase("start", "Argument 1 ")]
    public async Task Start_WithACommandLineThatIsNotUnderstood_IsRefused(string argument, string named)
    {
        await StartCxoneAsync();

        var end = await HostProcess.RunToItsEndAsync(Settings.With([argument]));

        Assert.That(end.ExitCode, Is.EqualTo(WrongCommandLine), end.Errors + end.Log);
        Assert.That(end.Errors, Does.StartWith("CxoneAssist cannot start: ").And.Contain(named));
    }

    [TestCase("--version", @"^\d+\.\d+\.\d+(-[0-9A-Za-z.]+)?$")]
    [TestCase("--help", "^CxoneAssist: ")]
    [TestCase("-h", "^CxoneAssist: ")]
    [TestCase("-?", "^CxoneAssist: ")]
    public async Task Start_AskedForHelpOrVersionAnywhere_AnswersAndEnds(string argument, string answer)
    {
        await StartCxoneAsync();

        var end = await HostProcess.RunToItsEndAsync(Settings.With(["start", "--PORT=0", argument]));

        Assert.That((end.ExitCode, end.Errors), Is.EqualTo((0, "")));
        Assert.That(end.Log, Does.Match(answer));
    }

    [Test]
    public async Task Start_WithAFileOfSecretsThatMisspellsASetting_IsRefused()
    {
        await StartCxoneAsync();
        Write("CXONE_WEBHOOKSECRET", HostSettings.WebhookSecret);

        var end = await HostProcess.RunToItsEndAsync(Settings.With(("CXONE_SECRETS_DIR", "secrets")));

        Assert.That(end.ExitCode, Is.EqualTo(WrongSetting), end.Errors + end.Log);
        Assert.That(end.Errors, Does.Contain("write CXONE_WEBHOOK_SECRET").And.Not.Contain(HostSettings.WebhookSecret));
    }

    [Test]
    public async Task Start_WithNamesThatMayBeOthers_NamesThemOnceAndRuns()
    {
        await StartCxoneAsync();
        Write("tls.key", "a-secret");
        var host = await StartHostAsync(Settings.With(
            ("CXONE_SECRETS_DIR", "secrets"), ("CXONE_REGION", "eu1"), ("CXONE_PORT", "8080"), ("CLIENT_SECRET", "x"),
            ("CXONE_ASSIST_PORT", "tcp://10.0.0.7:3000"), ("CXONE_ASSIST_SERVICE_HOST", "10.0.0.7"),
            ("CXONE_ASSIST_PORT_3000_TCP_PROTO", "tcp")));
        await StopCleanlyAsync(host);

        Assert.That(host.Process.Log, Has.Exactly(1).Contains("Ignored"));
        Assert.That(host.Process.Log, Has.One.Contains(
            "Ignored, since they are not settings of this program: "
            + "CXONE_PORT (the port is set with PORT), CXONE_REGION, tls.key."));
    }

    private void Write(string name, string value)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Settings.Folder, "secrets")).FullName;
        File.WriteAllText(Path.Combine(folder, name), value);
    }
}
