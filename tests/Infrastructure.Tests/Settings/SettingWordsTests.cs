using CxoneAssist.Infrastructure.Settings;

namespace CxoneAssist.Infrastructure.Tests.Settings;

internal sealed class SettingWordsTests
{
    private const string Message =
        "CxoneAssist:Cxone:Org is missing, CxoneAssist:FollowUp:Texts:Subject too; ConnectionStrings:Inbox (the file) and CxoneAssist:Webhook:Path stay.";

    [Test]
    public void Render_ForAConfiguration_KeepsTheFullNames() =>
        Assert.That(SettingWords.OfConfiguration.Render(Message), Is.EqualTo(Message));

    [Test]
    public void Render_ForSettingsInCode_NamesTheMembers() => Assert.That(
        SettingWords.OfCode.Render(Message),
        Is.EqualTo("settings.Cxone.Org is missing, settings.FollowUp.Texts.Subject too; settings.InboxConnectionString (the file) and "
            + "CxoneAssist:Webhook:Path stay."));

    [Test]
    public void Render_ForASection_AddsItsPathOnceAndLeavesOutVariablesThatDoNotCount() => Assert.That(
        SettingWords.OfSection("Tenants:south").Render(
            "Set CxoneAssist:Webhook:Secrets (environment CXONE_WEBHOOK_SECRET), Tenants:south:ConnectionStrings:Inbox or ConnectionStrings:Inbox."),
        Is.EqualTo("Set Tenants:south:CxoneAssist:Webhook:Secrets, Tenants:south:ConnectionStrings:Inbox or Tenants:south:ConnectionStrings:Inbox."));

    [Test]
    public void Render_WithShortNames_AddsThemUnlessTheNameIsExplainedAlready() => Assert.That(
        SettingWords.WithShortNames([("CXONE_ORG", "CxoneAssist:Cxone:Org")]).Render("CxoneAssist:Cxone:Org. CxoneAssist:Cxone:Org (x). CxoneAssist:Cxone:Organ."),
        Is.EqualTo("CxoneAssist:Cxone:Org (or CXONE_ORG). CxoneAssist:Cxone:Org (x). CxoneAssist:Cxone:Organ."));
}
