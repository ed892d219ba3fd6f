using CxoneAssist.AspNetCore.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CxoneAssist.AspNetCore.Tests.Webhooks;

internal sealed class WebhookOptionsTests
{
    private const string Section = WebhookOptions.Section + ":";

    [Test]
    public void MapCxoneWebhooks_WithoutAnySetting_NamesThoseOfCxoneTogetherWithTheSecret()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddRouting().AddLogging().AddCxoneAssist(builder.Configuration);
        builder.Services.AddCxoneWebhooks(builder.Configuration);
        builder.WebHost.UseKestrelCore();
        using var app = (IDisposable)builder.Build();

        Assert.That(
            () => ((WebApplication)app).MapCxoneWebhooks(),
            Throws.TypeOf<OptionsValidationException>().With.Message.Contains("Cxone:Org ").And.Message.Contains("Cxone:ClientId ")
                .And.Message.Contains("Cxone:ClientSecret ").And.Message.Contains("Webhook:Secrets "));
    }

    [Test]
    public void NoSecret_IsRefusedWithTheSettingsThatHelp() => Assert.That(
        Findings(), Is.EqualTo("There is no webhook secret: set CxoneAssist:Webhook:Secrets (environment CXONE_WEBHOOK_SECRET) or, only for trials, CxoneAssist:Webhook:AllowUnsigned=true."));

    [TestCase("Secrets:0", "canary-canary-canary", "Secrets:0 ")]
    [TestCase("Secrets:0", "whsec_canary!", "Secrets:0 ")]
    [TestCase("Secrets:0", "whsec_AAECAwQFBgcICQoLDA0O", "Secrets:0 ")]
    [TestCase("Secrets:1", "", "Secrets:1 ")]
    [TestCase("Path", "webhooks", "Path ")]
    [TestCase("Path", "/a/{canary}", "Path ")]
    [TestCase("MaxBodyBytes", "0", "MaxBodyBytes ")]
    [TestCase("MaxBodyBytes", "1048577", "MaxBodyBytes ")]
    [TestCase("AcceptedEventTypes:0", "", "AcceptedEventTypes ")]
    [TestCase("Scheme:SignatureHeader", "canary header", "Scheme:SignatureHeader ")]
    [TestCase("Scheme:IdHeader", "", "Scheme:IdHeader ")]
    [TestCase("Scheme:TimestampHeader", "x:", "Scheme:TimestampHeader ")]
    [TestCase("Scheme:Prefix", "v1, ", "Scheme:Prefix ")]
    [TestCase("Scheme:Encoding", "7", "Scheme:Encoding ")]
    [TestCase("Scheme:Tolerance", "00:00:00", "Scheme:Tolerance ")]
    [TestCase("Scheme:Tolerance", "01:00:01", "Scheme:Tolerance ")]
    [TestCase("Scheme:SignedContent", "", "Scheme:SignedContent ")]
    [TestCase("Scheme:SignedContent", "{timestamp}", "Scheme:SignedContent ")]
    [TestCase("Scheme:SignedContent", "{body}{body}", "Scheme:SignedContent ")]
    [TestCase("Scheme:SignedContent", "{id}{timestamp}.{body}", "Scheme:SignedContent ")]
    [TestCase("Scheme:SignedContent", "{url}.{body}", "Scheme:SignedContent ")]
    public void AWrongSetting_IsRefusedWithItsKeyAndWithoutASecret(string key, string value, string expected)
    {
        var findings = Findings(("Secrets:0", SignedWebhook.Secret), (key, value));
        Assert.That(findings, Does.Contain(Section + expected));
        Assert.That(findings, Does.Not.Contain("canary").And.Not.Contain(SignedWebhook.Secret[6..]).And.Not.Contain("AAEC"));
    }

    [TestCase("Path", "/x")]
    [TestCase("MaxBodyBytes", "1048576")]
    [TestCase("Scheme:Tolerance", "01:00:00")]
    [TestCase("Scheme:Prefix", "")]
    [TestCase("Secrets:1", "whsec_AAECAwQFBgcICQoLDA0ODw==")]
    public void AFittingSetting_IsTaken(string key, string value) => Assert.That(Findings(("Secrets:0", SignedWebhook.Secret), (key, value)), Is.Empty);

    [TestCase("16 characters ok", true)]
    [TestCase("15 characters..", false)]
    public void APlainSecret_UnderAnotherScheme_IsTakenFrom16Bytes(string secret, bool taken) => Assert.That(
        Findings(("Secrets:0", secret), ("Scheme:SignedContent", "{body}")), taken ? Is.Empty : Does.Contain(Section + "Secrets:0"));

    [Test]
    public void AListInConfiguration_ReplacesTheDefault()
    {
        var options = Options(("Secrets:0", SignedWebhook.Secret), ("AcceptedEventTypes:0", "contact.ended"));
        Assert.That(options.AcceptedEventTypes, Is.EquivalentTo(["contact.ended"]));
        Assert.That(Options(("Secrets:0", SignedWebhook.Secret)).AcceptedEventTypes, Is.EquivalentTo(["interaction.completed"]));
    }

    [TestCase("CXONE_WEBHOOK_SECRET")]
    [TestCase(Section + "Secrets")]
    public void SecretsInOneText_AreSeparatedBySpaces(string key)
    {
        var options = Read(new() { [key] = $" {SignedWebhook.Secret}  {SignedWebhook.OtherSecret} " });
        Assert.That(options.Secrets, Is.EqualTo((string[])[SignedWebhook.Secret, SignedWebhook.OtherSecret]));
    }

    [Test]
    public void SecretsInTheSection_WinOverTheShortName()
    {
        var options = Read(new() { ["CXONE_WEBHOOK_SECRET"] = SignedWebhook.OtherSecret, [Section + "Secrets:0"] = SignedWebhook.Secret });
        Assert.That(options.Secrets, Is.EqualTo((string[])[SignedWebhook.Secret]));
    }

    [Test]
    public void Tolerance_IsADurationWithItsUnit()
    {
        Assert.That(Options(("Secrets:0", SignedWebhook.Secret), ("Scheme:Tolerance", "2m")).Scheme.Tolerance, Is.EqualTo(TimeSpan.FromMinutes(2)));
        Assert.That(Findings(("Secrets:0", SignedWebhook.Secret), ("Scheme:Tolerance", "60")),
            Is.EqualTo(Section + "Scheme:Tolerance has no unit; write 60s, 5s or 00:01:00."));
    }

    [TestCase("CxoneAssist:Webhook:Pth", "CxoneAssist:Webhook:Pth is not a setting: write CxoneAssist:Webhook:Path if that is meant, or remove it.")]
    [TestCase("CxoneAssist:Webhook:Secrets:one",
        "CxoneAssist:Webhook:Secrets:one is not a setting: write CxoneAssist:Webhook:Secrets if that is meant, or remove it.")]
    [TestCase("CxoneAssist:FollowUp:Mode",
        "CxoneAssist:FollowUp:Mode is read by AddCxoneAssist, which this service does not call: call it, or remove the setting.")]
    public void Start_WithASettingThatIsNotRead_IsRefused(string key, string finding)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            new Dictionary<string, string?> { [Section + "Secrets:0"] = SignedWebhook.Secret, [Section + "AcceptedEventTypes:0"] = "a", [key] = SignedWebhook.OtherSecret }).Build();
        using var services = new ServiceCollection().AddLogging().AddCxoneWebhooks(configuration).BuildServiceProvider();

        Assert.That(() => services.GetRequiredService<IStartupValidator>().Validate(),
            Throws.TypeOf<OptionsValidationException>().With.Message.EqualTo(finding));
    }

    [Test]
    public void Start_WithSettingsInCode_RefusesWhatOnlyAConfigurationWouldRead([Values] bool isSet)
    {
        var values = new Dictionary<string, string?> { [Section + "Secrets:0"] = SignedWebhook.Secret, [Section + "Path"] = "/hook" };
        if (isSet)
        {
            values["CxoneAssist:FollowUp:Mode"] = "Shadow";
        }

        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        var registered = new ServiceCollection().AddLogging().AddCxoneWebhooks(configuration).AddSingleton<IConfiguration>(configuration);
        registered.AddCxoneAssist(settings => settings.Cxone.Org = settings.Cxone.ClientId = settings.Cxone.ClientSecret = "x");
        using var services = registered.BuildServiceProvider();

        Assert.That(() => services.GetRequiredService<IStartupValidator>().Validate(), isSet
            ? Throws.TypeOf<OptionsValidationException>().With.Message.EqualTo(
                "CxoneAssist:FollowUp:Mode is not read: this service states its settings in code "
                + "(AddCxoneAssist(settings => …)). Remove it, or call AddCxoneAssist(configuration).")
            : Throws.Nothing);
    }

    [TestCase(false, "AddCxoneWebhooks")]
    [TestCase(true, "AddCxoneAssist")]
    public async Task MapCxoneWebhooks_WithoutWhatItNeeds_SaysWhichCallIsMissing(bool hasWebhooks, string missing)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Configuration["CXONE_WEBHOOK_SECRET"] = SignedWebhook.Secret;
        builder.Services.AddRouting();
        builder.WebHost.UseKestrelCore();
        if (hasWebhooks)
        {
            builder.Services.AddCxoneWebhooks();
        }

        await using var app = builder.Build();
        Assert.That(() => app.MapCxoneWebhooks(), Throws.InvalidOperationException.With.Message.Contains(missing));
    }

    private static string Findings(params (string Key, string Value)[] settings)
    {
        try
        {
            Options(settings);
            return "";
        }
        catch (OptionsValidationException exception)
        {
            return exception.Message;
        }
    }

    private static WebhookOptions Options(params (string Key, string Value)[] settings)
    {
        var values = new Dictionary<string, string?>();
        foreach (var (key, value) in settings)
        {
            values[Section + key] = value;
        }

        return Read(values);
    }

    private static WebhookOptions Read(Dictionary<string, string?> settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        using var services = new ServiceCollection().AddLogging().AddCxoneWebhooks(configuration).BuildServiceProvider();
        return services.GetRequiredService<IOptions<WebhookOptions>>().Value;
    }
}
