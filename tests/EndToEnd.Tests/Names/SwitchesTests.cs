using CxoneAssist.Host.Web.Startup;

namespace CxoneAssist.EndToEnd.Tests.Names;

internal sealed class SwitchesTests
{
    [TestCase("--CXONE_ORG=acme")]
    [TestCase("--CXONE_ORG|acme")]
    [TestCase("/CXONE_ORG=acme")]
    [TestCase("/CXONE_ORG|acme")]
    [TestCase("CXONE_ORG=acme")]
    [TestCase("--cxone_follow_up_mode=Shadow")]
    [TestCase("--CxoneAssist:FollowUp:Mode=Shadow")]
    [TestCase("--CxoneAssist:Webhook:Secrets:0=x|--CxoneAssist:Webhook:Secrets:1=y")]
    [TestCase("--CxoneAssist:Proxy:Trusted=10.0.0.1")]
    [TestCase("--CXONE_SECRETS_DIR=/run/secrets|--CXONE_WEBHOOK_SECRET=a b")]
    [TestCase("--ConnectionStrings:Inbox=Data Source=x")]
    [TestCase("--PORT=80|--urls=http://x|--environment=Production|--contentRoot|/srv")]
    [TestCase("--Logging:LogLevel:Default=Debug|--Kestrel:Endpoints:Https:Url=https://x|--AllowedHosts=*")]
    [TestCase("")]
    public void CommandLine_OfSettings_Passes(string line) => Assert.That(Switches.Faults(line.Split('|')), Is.Empty);

    [TestCase("--CXONE_FOLLOW_UP_MOD=Shadow", "--CXONE_FOLLOW_UP_MOD is not a setting: write --CXONE_FOLLOW_UP_MODE")]
    [TestCase("--CXONE_FOLLOW_UP_MOD|Shadow", "write --CXONE_FOLLOW_UP_MODE")]
    [TestCase("/CXONE_FOLLOWUP_MODE=Shadow", "write /CXONE_FOLLOW_UP_MODE")]
    [TestCase("CXONE_FOLLOWUP_MODE=Shadow", "write CXONE_FOLLOW_UP_MODE")]
    [TestCase("--CxoneAssist__FollowUp__Mode=Shadow", "write --CxoneAssist:FollowUp:Mode")]
    [TestCase("--CxoneAssist:FollowUp:Mod=Shadow", "write --CxoneAssist:FollowUp:Mode")]
    [TestCase("--ConnectionStrings__Inbox=x", "write --ConnectionStrings:Inbox")]
    [TestCase("--mode=Shadow", "write --CXONE_FOLLOW_UP_MODE")]
    [TestCase("--url=http://x", "write --urls")]
    [TestCase("--ASPNETCORE_URLS=http://x", "write --urls")]
    [TestCase("--prot=80", "write --PORT")]
    [TestCase("--verbose", "--verbose is not a setting")]
    [TestCase("--dry-run", "--dry-run is not a setting")]
    [TestCase("--help=true", "--help is not a setting")]
    [TestCase("--CXONE_ORG", "--CXONE_ORG has no value: write --CXONE_ORG=VALUE")]
    [TestCase("--CXONE_ORG|--PORT=80", "--CXONE_ORG has no value")]
    [TestCase("-v", "Argument 1 begins with a single dash")]
    [TestCase("-CXONE_ORG=acme", "Argument 1 begins with a single dash")]
    [TestCase("--CXONE_ORG=acme|start", "Argument 2 is not understood")]
    [TestCase("--CxoneAssist:FollowUp=x", "--CxoneAssist:FollowUp is not a setting")]
    [TestCase("--", "is not a setting")]
    [TestCase("--=x", "is not a setting")]
    public void CommandLine_WithAnythingElse_IsRefused(string line, string said) =>
        Assert.That(Switches.Faults(line.Split('|')), Has.Count.EqualTo(1).And.One.Contains(said));

    [TestCase("s3cr3t-w0rd")]
    [TestCase("whsec_c2VjcmV0LXdvcmQ=")]
    [TestCase("--CXONE_CLIENT_SECRET|=|s3cr3t-w0rd")]
    [TestCase("c2VjcmV0+3/dvcmQ==")]
    public void CommandLine_WithASecretOutOfPlace_IsRefusedWithoutIt(string line)
    {
        var said = string.Join(' ', Switches.Faults(line.Split('|')));

        Assert.That(said, Is.Not.Empty.And.Not.Contain("s3cr3t").And.Not.Contain("c2Vj"));
    }

    [Test]
    public void CommandLine_WithSeveralFaults_NamesAll() =>
        Assert.That(Switches.Faults(["--verbose=1", "start", "--CXONE_OGR=acme"]), Has.Count.EqualTo(3));
}
