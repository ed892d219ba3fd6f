using CxoneAssist.Infrastructure.Settings;

namespace CxoneAssist.Infrastructure.Tests.Settings;

internal sealed class SettingNamesTests
{
    private static readonly SettingNames Names = new(
    [
        Text("PORT"), Text("CXONE_ORG"), Text("CXONE_BIND"), Text("CXONE_CLIENT_SECRET"), Text("CXONE_FOLLOW_UP_MODE"),
        Text("CXONE_POLICY_FILE"), Text("CXONE_WEBHOOK_SECRET"), Text("CxoneAssist:FollowUp:Mode"),
        Text("ConnectionStrings:Inbox"),
        new SettingName("CxoneAssist:Webhook:Secrets", typeof(IList<string>)),
    ]);

    [TestCase("CXONE_POLICYFILE", "CXONE_POLICY_FILE")]
    [TestCase("CXONE_FOLLOWUP_MODE", "CXONE_FOLLOW_UP_MODE")]
    [TestCase("CXONE_FOLLOW_UP_MOD", "CXONE_FOLLOW_UP_MODE")]
    [TestCase("CXON_FOLLOW_UP_MODE", "CXONE_FOLLOW_UP_MODE")]
    [TestCase("CXOEN_FOLOW_UP_MODE", "CXONE_FOLLOW_UP_MODE")]
    [TestCase("CXONE_MODE_FOLLOW_UP", "CXONE_FOLLOW_UP_MODE")]
    [TestCase("CXONE_MODE_FOLLOWUP", "CXONE_FOLLOW_UP_MODE")]
    [TestCase("Cxone:FollowUp:Mode", "CXONE_FOLLOW_UP_MODE")]
    [TestCase("CXONEASSIST_FOLLOWUP_MODE", "CxoneAssist:FollowUp:Mode")]
    [TestCase("CxoneAsist:FollowUp:Mode", "CxoneAssist:FollowUp:Mode")]
    [TestCase("CxoneAssist__FollowUp__Mode", "CxoneAssist:FollowUp:Mode")]
    [TestCase("ConnectionString:Inbox", "ConnectionStrings:Inbox")]
    [TestCase("ConnectionStrings:Inbx", "ConnectionStrings:Inbox")]
    [TestCase("CXONE_WEBHOOK_SECRETS", "CXONE_WEBHOOK_SECRET")]
    [TestCase("CXONE_WEBHOOK_SECRET:0", "CXONE_WEBHOOK_SECRET")]
    [TestCase("CXONE_CLIENT-SECRET ", "CXONE_CLIENT_SECRET")]
    [TestCase("CXONE_OGR", "CXONE_ORG")]
    public void NearMiss_OfAMisspeltName_IsTheNameThatIsMeant(string name, string meant) =>
        Assert.That(Names.NearMiss(name), Is.EqualTo(meant));

    [TestCase("PROT")]
    [TestCase("POST")]
    [TestCase("HOME")]
    [TestCase("PATH")]
    [TestCase("CXONE_PORT")]
    [TestCase("CXONE_LOG")]
    [TestCase("CXONE_DSN")]
    [TestCase("CXONE_REGION")]
    [TestCase("WEBHOOK_SECRET")]
    [TestCase("ConnectionStrings:Orders")]
    [TestCase("AZURE_CLIENT_SECRET")]
    public void NearMiss_OfAnotherName_IsNone(string name) => Assert.That(Names.NearMiss(name), Is.Null);

    [TestCase("cxone_org", true)]
    [TestCase("CxoneAssist:Webhook:Secrets", true)]
    [TestCase("cxoneassist:webhook:secrets:12", true)]
    [TestCase("CxoneAssist:Webhook:Secrets:first", false)]
    [TestCase("CxoneAssist:Webhook:Secrets:", false)]
    [TestCase("CxoneAssist:Webhook:Secrets:0:0", false)]
    [TestCase("CxoneAssist:FollowUp:Mode:0", false)]
    [TestCase("CxoneAssist:FollowUp", false)]
    public void Contains_TakesEitherCaseAndEntriesOfLists(string key, bool contained) =>
        Assert.That(Names.Contains(key), Is.EqualTo(contained));

    private static SettingName Text(string key) => new(key, typeof(string));
}
