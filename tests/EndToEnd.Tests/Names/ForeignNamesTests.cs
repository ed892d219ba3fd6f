using CxoneAssist.Host.Web.Startup;
using Microsoft.Extensions.Configuration;

namespace CxoneAssist.EndToEnd.Tests.Names;

internal sealed class ForeignNamesTests
{
    [TestCase("CXONE_POLICYFILE", "CXONE_POLICY_FILE")]
    [TestCase("CXONE_FOLLOWUP_MODE", "CXONE_FOLLOW_UP_MODE")]
    [TestCase("CXONE_FOLLOW_UP_MOD", "CXONE_FOLLOW_UP_MODE")]
    [TestCase("CXON_FOLLOW_UP_MODE", "CXONE_FOLLOW_UP_MODE")]
    [TestCase("CXONE_WEBHOOK_SECRETS", "CXONE_WEBHOOK_SECRET")]
    [TestCase("CXONE_SECRET_DIR", "CXONE_SECRETS_DIR")]
    [TestCase("CXONE_BASEURL", "CXONE_BASE_URL")]
    [TestCase("CXONE_CLIENTID", "CXONE_CLIENT_ID")]
    [TestCase("CXONE_OPERATORS_KEY", "CXONE_OPERATOR_KEY")]
    [TestCase("ConnectionString:Inbox", "ConnectionStrings:Inbox")]
    [TestCase("ConnectionStrings:Inbx", "ConnectionStrings:Inbox")]
    [TestCase("Cxone:FollowUp:Mode", "CXONE_FOLLOW_UP_MODE")]
    public void Name_ThatMisspellsASetting_IsRefused(string key, string meant)
    {
        Assert.That(ForeignNames.Refused(With(key, "a-secret")).Single(),
            Is.EqualTo($"{key} is not a setting: write {meant} if that is meant, or remove it."));
    }

    [TestCase("CXONE_MODE", "shadow")]
    [TestCase("cxone_shadowing", " Live ")]
    [TestCase("CXONEASSIST_MODE", "SHADOW")]
    [TestCase("FOLLOWUP_MODE", "Shadow")]
    [TestCase("FollowUp:Mode", "Shadow")]
    public void Name_WhoseValueIsAMode_IsRefused(string key, string value) =>
        Assert.That(
            ForeignNames.Refused(With(key, value)), Has.One.StartsWith(key).And.One.Contains("write CXONE_FOLLOW_UP_MODE"));

    [TestCase("CXONE_SHADOW", "true")]
    [TestCase("CXONE_SHADOW_MODE", "1")]
    [TestCase("CXONEASSIST_DRY_RUN", "yes")]
    [TestCase("cxone_dryrun", "")]
    public void Name_ThatAsksForNoAction_IsRefused(string key, string value) =>
        Assert.That(
            ForeignNames.Refused(With(key, value)), Has.One.StartsWith(key).And.One.Contains("write CXONE_FOLLOW_UP_MODE"));

    [TestCase("HOME", "/root")]
    [TestCase("PATH", "/bin")]
    [TestCase("PROT", "80")]
    [TestCase("MODE", "Live")]
    [TestCase("AZURE_CLIENT_SECRET", "x")]
    [TestCase("WEBHOOK_SECRET", "x")]
    [TestCase("POLICY_FILE", "x")]
    [TestCase("ConnectionStrings:Orders", "x")]
    [TestCase("ASPNETCORE_URLS", "x")]
    [TestCase("DOTNET_TieredPGO", "0")]
    [TestCase("Logging:LogLevel:CXONE", "Debug")]
    [TestCase("CXONE_ORG", "acme")]
    [TestCase("cxone_follow_up_mode", "Live")]
    [TestCase("CXONE_PORT", "tcp://10.0.0.7:3000")]
    [TestCase("CXONE_SERVICE_HOST", "10.0.0.7")]
    [TestCase("CXONE_SERVICE_PORT", "3000")]
    [TestCase("CXONE_SERVICE_PORT_HTTP", "3000")]
    [TestCase("CXONE_ASSIST_SERVICE_HOST", "10.0.0.7")]
    [TestCase("CXONE_ASSIST_PORT", "tcp://10.0.0.7:3000")]
    [TestCase("CXONE_PORT_3000_TCP", "tcp://10.0.0.7:3000")]
    [TestCase("CXONE_PORT_3000_TCP_ADDR", "10.0.0.7")]
    [TestCase("CXONE_PORT_3000_TCP_PORT", "3000")]
    [TestCase("CXONE_PORT_3000_TCP_PROTO", "tcp")]
    public void Name_OfASettingOfTheMachineOrOfKubernetes_PassesInSilence(string key, string value)
    {
        Assert.That(ForeignNames.Refused(With(key, value)), Is.Empty);
        Assert.That(ForeignNames.Ignored(With(key, value)), Is.Empty);
    }

    [TestCase("CXONE_REGION", "eu1", "CXONE_REGION")]
    [TestCase("cxone_LOG", "x", "cxone_LOG")]
    [TestCase("CXONE_PORT", "8080", "CXONE_PORT (the port is set with PORT)")]
    [TestCase("CXONE_NAME_PORT", "8080", "CXONE_NAME_PORT")]
    public void Name_ThatBeginsWithCXONEAndIsNoSetting_IsNamedAsIgnored(string key, string value, string named)
    {
        Assert.That(ForeignNames.Refused(With(key, value)), Is.Empty);
        Assert.That(ForeignNames.Ignored(With(key, value)).Single(), Is.EqualTo(named));
    }

    [Test]
    public void Names_ThatAreIgnored_AreTwentyAtMost()
    {
        var names = Enumerable.Range(1, 50).Select(i => KeyValuePair.Create($"CXONE_REGION_NUMBER_{i}", (string?)"x"));
        var many = new ConfigurationBuilder().AddInMemoryCollection(names).Build();

        Assert.That(ForeignNames.Ignored(many), Has.Count.EqualTo(21).And.One.EqualTo("and 30 more"));
    }

    private static IConfigurationRoot With(string key, string value) =>
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { [key] = value }).Build();
}
