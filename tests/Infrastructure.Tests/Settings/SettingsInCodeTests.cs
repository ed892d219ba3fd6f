using CxoneAssist.Infrastructure.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CxoneAssist.Infrastructure.Tests.Settings;

/// <summary>A service that states its settings in code, and has settings in its configuration too.</summary>
internal sealed class SettingsInCodeTests
{
    private const string NotRead = " is not read: this service states its settings in code "
        + "(AddCxoneAssist(settings => …)). Remove it, or call AddCxoneAssist(configuration).";

    [TestCase("CxoneAssist:FollowUp:Mode")]
    [TestCase("CXONEASSIST:FOLLOWUP:MODE")]
    [TestCase("CxoneAssist:FollowUp:Mod")]
    [TestCase("CxoneAssist:FolowUp:Mode")]
    [TestCase("CXONEASSIST_FOLLOWUP_MODE")]
    [TestCase("CxoneAsist:FollowUp:Mode")]
    [TestCase("CXONE_FOLLOW_UP_MODE")]
    [TestCase("CxoneAssist:Cxone:Org")]
    [TestCase("CxoneAssist:Policy:File")]
    [TestCase("CxoneAssist:Colour")]
    public void Name_InTheConfigurationOfTheService_IsRefusedWithTheRemedy(string key) => Assert.That(
        Faults((key, "Shadow")), Is.EqualTo(new[] { key + NotRead }));

    [TestCase("CxoneAssist:Operators:Key", "is a setting of CxoneAssist's web host and is not read here")]
    [TestCase("CxoneAssist:Webhook:Path", "is read by AddCxoneWebhooks, which this service does not call")]
    [TestCase("CxoneAssist", "is a section and takes no value")]
    public void Name_ThatHasAnotherFault_IsRefusedForThatFault(string key, string sentence) =>
        Assert.That(Faults((key, "x")), Has.Count.EqualTo(1).And.One.StartsWith($"{key} {sentence}"));

    [TestCase("CxoneAssist", "")]
    [TestCase("CxoneAssist:FollowUp", null)]
    [TestCase("Another:Setting", "x")]
    [TestCase("CXONE_ORG", "acme")]
    public void Name_ThatStatesNothing_Passes(string key, string? value) => Assert.That(Faults((key, value)), Is.Empty);

    [Test]
    public void Name_ThatAnotherPartReads_PassesAndTheOthersAreStillRefused()
    {
        var configuration = Configuration(("CxoneAssist:Webhook:Path", "/x"), ("CxoneAssist:FollowUp:Mode", "Shadow"));
        var services = InCode().AddSingleton(configuration);
        services.AddSettingsSource(
            _ => new SettingsSource(configuration, [new SettingName("CxoneAssist:Webhook:Path", typeof(string))]));

        Assert.That(CheckedAtStart.Faults(services), Is.EqualTo(new[] { "CxoneAssist:FollowUp:Mode" + NotRead }));
    }

    [Test]
    public void Service_WithoutAConfiguration_Starts() => Assert.That(CheckedAtStart.Faults(InCode()), Is.Empty);

    private static IReadOnlyList<string> Faults(params (string Key, string? Value)[] settings) =>
        CheckedAtStart.Faults(InCode().AddSingleton(Configuration(settings)));

    private static IConfiguration Configuration(params (string Key, string? Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(one => KeyValuePair.Create(one.Key, one.Value)))
        .Build();

    private static IServiceCollection InCode() => new ServiceCollection().AddCxoneAssist(settings =>
    {
        settings.Cxone.Org = "acme";
        settings.Cxone.ClientId = settings.Cxone.ClientSecret = "x";
    }).Services;
}
