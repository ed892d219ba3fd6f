using CxoneAssist.Application;
using CxoneAssist.Infrastructure.Cxone;
using CxoneAssist.Infrastructure.Inbox;
using CxoneAssist.Infrastructure.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CxoneAssist.Infrastructure.Tests.Settings;

internal sealed class BoundSettingsTests
{
    [Test]
    public void Duration_WithItsUnit_IsTakenByEveryPart()
    {
        using var services = new ServiceCollection().AddLogging()
            .AddCxoneAssist(CheckedAtStart.Configuration(
                ("CxoneAssist:Cxone:CreateTimeout", "4s"),
                ("CxoneAssist:Inbox:Retention", "2w"),
                ("CxoneAssist:FollowUp:FormGracePeriod", "12h"))).Services
            .BuildServiceProvider();

        var cxone = services.GetRequiredService<IOptions<CxoneOptions>>();
        var inbox = services.GetRequiredService<IOptions<InboxOptions>>();
        Assert.That(cxone.Value.CreateTimeout, Is.EqualTo(TimeSpan.FromSeconds(4)));
        Assert.That(inbox.Value.Retention, Is.EqualTo(TimeSpan.FromDays(14)));
        Assert.That(services.GetRequiredService<FollowUpOptions>().FormGracePeriod, Is.EqualTo(TimeSpan.FromHours(12)));
    }

    [TestCaseSource(nameof(Durations))]
    public void Duration_ThatIsABareNumber_IsRefusedByItsKey(string key) =>
        Assert.That(
            CheckedAtStart.Faults((key, "60")).Single(), Does.StartWith($"{key} has no unit; write "));

    [TestCaseSource(nameof(Durations))]
    public void Duration_AsTheHintSays_IsTaken(string key)
    {
        var hint = CheckedAtStart.Faults((key, "60")).Single();
        var examples = hint[(hint.IndexOf("write ", StringComparison.Ordinal) + 6)..^1].Split([", ", " or "], StringSplitOptions.None);

        Assert.That(examples, Has.Length.GreaterThan(1));
        Assert.That(examples.SelectMany(example => CheckedAtStart.Faults((key, example))).Where(fault => fault.StartsWith($"{key} must be from", StringComparison.Ordinal)), Is.Empty);
    }

    [TestCase("CxoneAssist:FollowUp:MaxAttempts", "eight", "must be a whole number from 1 to 100.")]
    [TestCase("CxoneAssist:Inbox:MaxBatch", "1.5", "must be a whole number from 1 to 10000.")]
    [TestCase("CxoneAssist:Cxone:RequestsPerSecond", "1,5", "must be a number above 0 and at most 10000, with a decimal point: 1.5.")]
    [TestCase("CxoneAssist:FollowUp:Mode", " ", "must be Live or Shadow. A blank one is refused: leave the setting out where the default is meant.")]
    [TestCase("CxoneAssist:FollowUp:Mode", "7", "must be Live or Shadow.")]
    [TestCase("CxoneAssist:FollowUp:OnUnconfirmed", "Wait", "must be HoldThenCreate, Hold or CreateAgain.")]
    public void Value_OfAnotherType_IsRefusedInWords(string key, string text, string words) => Assert.That(
        CheckedAtStart.Faults((key, text), ("CxoneAssist:Cxone:ClientId", null)),
        Has.Exactly(2).Items.And.One.EqualTo($"{key} {words}").And.One.StartsWith("CxoneAssist:Cxone:ClientId is missing"));

    [Test]
    public void Duration_ThatIsNone_IsNamedTogetherWithWhatElseIsWrong() => Assert.That(
        CheckedAtStart.Faults(("CxoneAssist:Cxone:FormTimeout", "24:00:00"), ("CxoneAssist:Cxone:MaxConcurrency", "0")),
        Has.Count.EqualTo(2)
            .And.One.StartsWith("CxoneAssist:Cxone:FormTimeout ").And.One.StartsWith("CxoneAssist:Cxone:MaxConcurrency "));

    [Test]
    public void Start_WithSeveralWrongSettings_NamesAllBeforeAnyHostedServiceIsMade()
    {
        using var services = new ServiceCollection().AddLogging()
            .AddCxoneAssist(CheckedAtStart.Configuration(
                ("CxoneAssist:Inbox:Lease", "60"), ("CxoneAssist:FollowUp:MaxAttempts", "0"), ("CxoneAssist:Cxone:ClientId", null))).Services
            .BuildServiceProvider();

        var refused = Assert.Throws<OptionsValidationException>(() => _ = services.GetServices<IHostedService>().Count());

        Assert.That(refused!.Message, Does.Contain("Inbox:Lease").And.Contain("FollowUp:MaxAttempts").And.Contain("Cxone:ClientId"));
    }

    [Test]
    public void ShortName_InTheEnvironmentOfAService_IsSaidNotToBeRead()
    {
        var configuration = CheckedAtStart.Configuration(("CXONE_ORG", "acme"), ("CxoneAssist:Cxone:Org", null));
        var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddCxoneAssist(configuration).Services;

        Assert.That(
            CheckedAtStart.Faults(services),
            Has.Exactly(2).Items.And.One.EqualTo("CXONE_ORG is set, but not read here: a service reads CxoneAssist:Cxone:Org."));
    }

    [Test]
    public void Configure_WithEmptyAndNullValues_TakesThemAsTheBinderDoes()
    {
        var configuration = CheckedAtStart.Configuration(
            ("CxoneAssist:Cxone:Scopes", ""), ("CxoneAssist:Cxone:FormTimeout", null));
        var options = new CxoneOptions();

        new BoundSettings<CxoneOptions>(configuration.GetSection(CxoneOptions.Section)).Configure(options);

        Assert.That((options.Scopes, options.FormTimeout, options.Org), Is.EqualTo(("", TimeSpan.FromSeconds(10), "acme")));
    }

    [Test]
    public void Configure_OfAnOptionalDuration_ReadsItAndTakesABlankOneForNone()
    {
        var (given, blank) = (new Optional(), new Optional());

        Settings("5m").Configure(given);
        Settings("").Configure(blank);

        Assert.That((given.Wait, blank.Wait), Is.EqualTo(((TimeSpan?)TimeSpan.FromMinutes(5), (TimeSpan?)null)));

        static BoundSettings<Optional> Settings(string wait) =>
            new(CheckedAtStart.Configuration(("Some:Wait", wait)).GetSection("Some"));
    }

    private static IEnumerable<string> Durations() =>
        SettingName.AllOf("CxoneAssist:Cxone", typeof(CxoneOptions))
            .Concat(SettingName.AllOf("CxoneAssist:Inbox", typeof(InboxOptions)))
            .Concat(SettingName.AllOf("CxoneAssist:FollowUp", typeof(FollowUpOptions)))
            .Where(name => name.Type == typeof(TimeSpan) || name.Type == typeof(TimeSpan?))
            .Select(name => name.Key);

    private sealed class Optional
    {
        public TimeSpan? Wait { get; set; }
    }
}
