using System.Net;
using System.Net.Sockets;
using CxoneAssist.EndToEnd.Tests.Running;

namespace CxoneAssist.EndToEnd.Tests;

/// <summary>The error messages of a host with wrong settings.</summary>
public sealed class StartErrorTests : EndToEndTest
{
    private const int WrongSetting = 78;
    private const int Failure = 1;

    [TestCase("CXONE_WEBHOOK_SECRET", null, "CXONE_WEBHOOK_SECRET")]
    [TestCase("CXONE_WEBHOOK_SECRET", "whsec_not-base64!", "CXONE_WEBHOOK_SECRET")]
    [TestCase("CXONE_CLIENT_ID", null, "CXONE_CLIENT_ID")]
    [TestCase("CXONE_CLIENT_SECRET", "", "CXONE_CLIENT_SECRET")]
    [TestCase("CXONE_OPERATOR_KEY", "fifteen-letters", "CXONE_OPERATOR_KEY")]
    [TestCase("CXONE_BASE_URL", null, "CXONE_ORG")]
    [TestCase("CXONE_BASE_URL", "http://example.com/", "CXONE_BASE_URL")]
    [TestCase("PORT", "abc", "PORT")]
    [TestCase("PORT", "65536", "PORT")]
    [TestCase("CXONE_BIND", "localhost", "CXONE_BIND")]
    [TestCase("CXONE_SECRETS_DIR", "not-there", "CXONE_SECRETS_DIR")]
    [TestCase("ASPNETCORE_CONTENTROOT", "/no/such/folder", "ASPNETCORE_CONTENTROOT")]
    [TestCase("CXONE_POLICY_FILE", "not-there.json", "CxoneAssist:Policy:File")]
    [TestCase("CXONE_POLICY_SHADOW", "/", "CxoneAssist:Policy:Shadow")]
    [TestCase("CXONE_POLICY_FILE", "", "CXONE_POLICY_FILE")]
    [TestCase("CxoneAssist__Policy__File", " ", "CXONE_POLICY_FILE")]
    [TestCase("CXONE_POLICY_SHADOW", " ", "CXONE_POLICY_SHADOW")]
    [TestCase("CXONE_FOLLOW_UP_MODE", "", "CXONE_FOLLOW_UP_MODE")]
    [TestCase("CXONE_FOLLOW_UP_MODE", " ", "CXONE_FOLLOW_UP_MODE")]
    [TestCase("CxoneAssist__FollowUp__Mode", "", "CXONE_FOLLOW_UP_MODE")]
    [TestCase("CXONE_FOLLOW_UP_MODE", "Dry", "CxoneAssist:FollowUp:Mode (or CXONE_FOLLOW_UP_MODE) must be Live or Shadow")]
    [TestCase("CXONE_FOLLOW_UP_MODE", "7", "CxoneAssist:FollowUp:Mode (or CXONE_FOLLOW_UP_MODE) must be Live or Shadow")]
    [TestCase("CxoneAssist__Proxy__Trusted", "everybody", "CxoneAssist:Proxy:Trusted")]
    [TestCase("CxoneAssist__Limits__MaxConnections", "0", "CxoneAssist:Limits:MaxConnections")]
    [TestCase("CXONE_HEALTH_PORT", "0", "CxoneAssist:HealthPort (CXONE_HEALTH_PORT) must be a whole number from 1")]
    [TestCase("CXONE_STOP_TIMEOUT", "8", "CxoneAssist:StopTimeout (CXONE_STOP_TIMEOUT) has no unit")]
    [TestCase("CXONE_STOP_TIMEOUT", "11m", "CxoneAssist:StopTimeout (CXONE_STOP_TIMEOUT) must be from 1s to 10m")]
    [TestCase("CxoneAssist__Inbox__Retention", "01:00:00", "CxoneAssist:Inbox:Retention")]
    [TestCase("CxoneAssist__FollowUp__Texts__Subject", "About {nobody}", "CxoneAssist:FollowUp:Texts:Subject")]
    [TestCase("CxoneAssist__FollowUp__OnUnconfirmed", "Whatever", "CxoneAssist:FollowUp:OnUnconfirmed")]
    [TestCase("CxoneAssist__Inbox__PrefetchCount", "1", "CxoneAssist:Inbox:PrefetchCount")]
    [TestCase("CxoneAssist__Inbox__Lease", "00:00:05", "CxoneAssist:Inbox:Lease")]
    [TestCase("CxoneAssist__Inbox__MaxBatch", "abc", "CxoneAssist:Inbox:MaxBatch")]
    [TestCase("CxoneAssist__Cxone__CreateTimeout", "five seconds", "CxoneAssist:Cxone:CreateTimeout")]
    [TestCase("CxoneAssist__Webhook__MaxBodyBytes", "-1", "CxoneAssist:Webhook:MaxBodyBytes")]
    [TestCase("ConnectionStrings__Inbox", "Data Source=:memory:", "ConnectionStrings:Inbox")]
    public async Task Start_WithAWrongSetting_SaysWhichInOneSentence(string key, string? value, string named)
    {
        await StartCxoneAsync();

        await CheckRefusedAsync(Settings.With((key, value)), WrongSetting, named);
    }

    [Test]
    public async Task Start_WithTwoWrongSettings_NamesBoth()
    {
        await StartCxoneAsync();

        var settings = Settings.With(("CXONE_CLIENT_ID", null), ("CxoneAssist__FollowUp__MaxAttempts", "0"), ("CXONE_WEBHOOK_SECRET", null));
        await CheckRefusedAsync(settings, WrongSetting, "CXONE_CLIENT_ID", "CxoneAssist:FollowUp:MaxAttempts", "CXONE_WEBHOOK_SECRET");
    }

    [Test]
    public async Task Start_BesideASettingsFileThatIsNoJson_SaysWhichFileAndWhere()
    {
        await StartCxoneAsync();
        var folder = Path.GetDirectoryName(Settings.InboxFile)!;
        await File.WriteAllTextAsync(Path.Combine(folder, "appsettings.json"), "{\n  \"CXONE_ORG\": \"acme\n}");

        await CheckRefusedAsync(Settings.With(("ASPNETCORE_CONTENTROOT", folder)), WrongSetting, "appsettings.json", "at or before line 2");
    }

    [Test]
    public async Task Start_OnAFileThatIsNoDatabase_SaysSo()
    {
        await StartCxoneAsync();
        await File.WriteAllTextAsync(Settings.InboxFile, string.Concat(Enumerable.Repeat("Minutes of the meeting. ", 500)));

        await CheckRefusedAsync(Settings, WrongSetting, "ConnectionStrings:Inbox");
    }

    [Test]
    public async Task Start_OnTheInboxOfARunningHost_SaysSoAndLeavesThatHostAlone()
    {
        await StartCxoneAsync(new() { DefaultScore = "2" });
        var first = await StartHostAsync();

        await CheckRefusedAsync(Settings, WrongSetting, "ConnectionStrings:Inbox", "in use by another process");

        Assert.That((await first.Webhooks.SendAsync(new Client.Webhook("still-served"))).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase(false)]
    [TestCase(true)]
    [Platform("Linux")]
    public async Task Start_OnTheInboxOfARunningHostWithoutItsLockFile_SaysSo(bool isLink)
    {
        await StartCxoneAsync(new() { DefaultScore = "2" });
        var first = await StartHostAsync();
        var name = isLink ? Path.Combine(Folder, "other-name.db") : Settings.InboxFile;
        if (isLink)
        {
            await System.Diagnostics.Process.Start("ln", [Settings.InboxFile, name]).WaitForExitAsync();
        }

        File.Delete(Settings.InboxFile + ".lock");
        await CheckRefusedAsync(
            Settings.With(("ConnectionStrings__Inbox", $"Data Source={name}")), WrongSetting, "ConnectionStrings:Inbox", "in use by another process");

        Assert.That((await first.Webhooks.SendAsync(new Client.Webhook("still-served"))).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Start_WithOnePortForTwoPurposes_SaysSo()
    {
        await StartCxoneAsync();
        await CheckRefusedAsync(
            Settings.With(("PORT", "8080"), ("CXONE_HEALTH_PORT", "8080")), WrongSetting, "must be another port than PORT");
    }

    [Test, Platform("Linux")]
    public async Task Start_OnAMachineWithoutTimeZones_SaysWhatToInstall()
    {
        await StartCxoneAsync();
        var empty = Directory.CreateDirectory(Path.Combine(Folder, "no-zones")).FullName;
        var policy = Path.Combine(Folder, "policy.json");
        var retail = Repository.At("samples", "policies", "retail.json");
        await File.WriteAllTextAsync(policy, await File.ReadAllTextAsync(retail));

        await CheckRefusedAsync(
            Settings.With(("TZDIR", empty), ("CXONE_POLICY_FILE", policy)), WrongSetting,
            "this machine has no time-zone data. Install tzdata");
    }

    [Test]
    public async Task Start_OnAPortInUse_SaysSo()
    {
        await StartCxoneAsync();
        using var taken = new TcpListener(IPAddress.IPv6Any, 0) { ExclusiveAddressUse = true };
        taken.Server.DualMode = true;
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        await CheckRefusedAsync(Settings.With(("PORT", $"{port}")), Failure, "PORT", $"{port}");
    }

    private static async Task CheckRefusedAsync(HostSettings settings, int exitCode, params string[] named)
    {
        var end = await HostProcess.RunToItsEndAsync(settings);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(end.ExitCode, Is.EqualTo(exitCode), end.Errors);
            Assert.That(end.Errors, Does.StartWith("CxoneAssist cannot start: "));
            Array.ForEach(named, name => Assert.That(end.Errors, Does.Contain(name)));
            Assert.That(end.Errors.Split('\n'), Has.Length.EqualTo(exitCode == WrongSetting && named[0] == "CXONE_CLIENT_ID" ? named.Length : 1));
            Assert.That(end.Errors + end.Log, Does.Not.Match(@"\n\s+at |Exception\b"));
            Assert.That(end.Errors, Does.Not.Contain(HostSettings.ClientSecret).And.Not.Contain(HostSettings.WebhookSecret));
        }
    }
}
