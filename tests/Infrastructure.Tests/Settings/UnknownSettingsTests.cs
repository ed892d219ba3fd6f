using CxoneAssist.Application;
using CxoneAssist.Infrastructure.Cxone;
using CxoneAssist.Infrastructure.Settings;
using Microsoft.Extensions.Configuration;

namespace CxoneAssist.Infrastructure.Tests.Settings;

internal sealed class UnknownSettingsTests
{
    [TestCase("CxoneAssist:FollowUp:Mod", "CxoneAssist:FollowUp:Mode")]
    [TestCase("CxoneAssist:Followup_Mode", "CxoneAssist:FollowUp:Mode")]
    [TestCase("CxoneAssist:Cxone:MaxConcurency", "CxoneAssist:Cxone:MaxConcurrency")]
    [TestCase("CxoneAssist:Policies:File", "CxoneAssist:Policy:File")]
    [TestCase("CxoneAssist:FollowUp:Texts:Subjct", "CxoneAssist:FollowUp:Texts:Subject")]
    [TestCase("CxoneAssist:Cxone:Org:0", "CxoneAssist:Cxone:Org")]
    [TestCase("CxoneAssist:Cxone:Address", "")]
    [TestCase("CxoneAssist:Colour", "")]
    public void Name_ThatIsNoSetting_IsRefusedWithTheNearestOne(string key, string nearest)
    {
        var faults = CheckedAtStart.Faults((key, "a-secret"));

        Assert.That(faults, Has.Count.EqualTo(1));
        Assert.That(faults[0], Does.StartWith(key + " is not a setting").And.Contain(nearest).And.Not.Contain("a-secret"));
    }

    [Test]
    public void Names_ThatAreNoSettings_AreAllNamedAtOnceWithWhatElseIsWrong() => Assert.That(
        CheckedAtStart.Faults(
            ("CxoneAssist:FollowUp:Mod", "Shadow"), ("CxoneAssist:Inbox:Leese", "1m"), ("CxoneAssist:Cxone:Org", null)),
        Has.Count.EqualTo(3)
            .And.One.Contain("FollowUp:Mod ").And.One.Contain("Leese").And.One.Contain("Org is missing"));

    [TestCase("cxoneassist:followup:mode", "Live")]
    [TestCase("CXONEASSIST:CXONE:FORMTIMEOUT", "10s")]
    [TestCase("CxoneAssist:FollowUp:Texts:Subject", "A subject")]
    [TestCase("CxoneAssist:FollowUp:Texts", null)]
    [TestCase("CxoneAssist:FollowUp", "")]
    [TestCase("CxoneAssist", "")]
    [TestCase("Another:Setting", "x")]
    [TestCase("CxoneAssistant:Setting", "x")]
    public void Name_ThatIsASettingOrNoneOfOurs_Passes(string key, string? value) =>
        Assert.That(CheckedAtStart.Faults((key, value)), Is.Empty);

    [TestCase("CxoneAssist")]
    [TestCase("CxoneAssist:Cxone")]
    [TestCase("CxoneAssist:FollowUp:Texts")]
    public void Section_WithAValue_IsRefused(string section) => Assert.That(
        CheckedAtStart.Faults((section, "x")).Single(),
        Is.EqualTo($"{section} is a section and takes no value: name a setting in it."));

    [TestCase("CxoneAssist:Operators:Key", "is a setting of CxoneAssist's web host and is not read here")]
    [TestCase("CxoneAssist:SecretsFolder", "is a setting of CxoneAssist's web host and is not read here")]
    [TestCase("CxoneAssist:Bind", "is a setting of CxoneAssist's web host and is not read here")]
    [TestCase("CxoneAssist:Proxy:Trusted:0", "is a setting of CxoneAssist's web host and is not read here")]
    [TestCase("CxoneAssist:Limits:MaxConnections", "is a setting of CxoneAssist's web host and is not read here")]
    [TestCase("CxoneAssist:HealthPort", "is a setting of CxoneAssist's web host and is not read here")]
    [TestCase("CxoneAssist:StopTimeout", "is a setting of CxoneAssist's web host and is not read here")]
    [TestCase("CxoneAssist:Webhook:Path", "is read by AddCxoneWebhooks, which this service does not call")]
    public void Setting_OfAPartThatIsNotThere_IsRefusedAsNotReadHere(string key, string sentence) =>
        Assert.That(CheckedAtStart.Faults((key, "x")), Has.Count.EqualTo(1).And.One.StartsWith($"{key} {sentence}"));

    [TestCase("CxoneAsist:FollowUp:Mode", "CxoneAssist:FollowUp:Mode")]
    [TestCase("CXONEASSIST_FOLLOWUP_MODE", "CxoneAssist:FollowUp:Mode")]
    [TestCase("CxoneAssist__FollowUp__Mode", "CxoneAssist:FollowUp:Mode")]
    [TestCase("CxoneAssist.FollowUp.Mode", "CxoneAssist:FollowUp:Mode")]
    public void Name_WhoseRootIsMisspelt_IsRefusedInAnEmbeddingServiceToo(string key, string meant) => Assert.That(
        CheckedAtStart.Faults((key, "Shadow")).Single(),
        Is.EqualTo($"{key} is not a setting: write {meant} if that is meant, or remove it."));

    [Test]
    public void ShortNameOfTheWebHost_InAnotherService_IsRefusedUnlessTheFullOneIsSet()
    {
        Assert.That(CheckedAtStart.Faults(("CXONE_FOLLOW_UP_MODE", "Shadow")).Single(), Is.EqualTo(
            "CXONE_FOLLOW_UP_MODE is a short name that only CxoneAssist's web host reads: "
            + "set CxoneAssist:FollowUp:Mode here, or remove it."));
        Assert.That(
            CheckedAtStart.Faults(("CXONE_FOLLOW_UP_MODE", "Shadow"), ("CxoneAssist:FollowUp:Mode", "Shadow")), Is.Empty);
        Assert.That(CheckedAtStart.Faults(("CXONE_ORG", "acme"), ("CXONE_OPERATOR_KEY", "x")), Is.Empty);
    }

    [Test]
    public void Names_InASectionThatTheServiceGave_AreNamedFromItsRoot()
    {
        var given = CheckedAtStart.Configuration(("Mine:CxoneAssist:Cxone:Ogr", "x")).GetSection("Mine");

        Assert.That(
            UnknownSettings.Faults(given, [Source(given, "CxoneAssist:Cxone", typeof(CxoneOptions))]).Single(),
            Does.StartWith("Mine:CxoneAssist:Cxone:Ogr is not a setting: write Mine:CxoneAssist:Cxone:Org "));
    }

    [Test]
    public void Setting_ThatIsReadFromAnotherConfiguration_IsRefusedUnlessItIsThereToo()
    {
        var one = CheckedAtStart.Configuration(("CxoneAssist:FollowUp:Mode", "Shadow"));
        var alike = CheckedAtStart.Configuration(("CxoneAssist:FollowUp:Mode", "Shadow"));
        var here = Source(one, "CxoneAssist:Cxone", typeof(CxoneOptions));
        var there = Source(CheckedAtStart.Configuration(), "CxoneAssist:FollowUp", typeof(FollowUpOptions));
        var same = Source(alike, "CxoneAssist:FollowUp", typeof(FollowUpOptions));

        Assert.That(UnknownSettings.Faults(one, [here, there]),
            Has.One.StartsWith("CxoneAssist:FollowUp:Mode is read from another configuration").And.Exactly(1).Items);
        Assert.That(UnknownSettings.Faults(one, [here, same]), Is.Empty);
    }

    [Test]
    public void Name_OfAnyLengthWithControlCharacters_IsShownOnOneLineAndCut()
    {
        var fault = CheckedAtStart.Faults(("CxoneAssist:\n\u001b" + new string('x', 5000), "x")).Single();

        Assert.That(fault, Does.StartWith("CxoneAssist:??xxx"));
        Assert.That(fault.Length, Is.LessThan(250));
    }

    private static SettingsSource Source(IConfiguration configuration, string section, Type options) =>
        new(configuration, SettingName.AllOf(section, options));
}
