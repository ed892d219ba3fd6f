using CxoneAssist.Application;
using CxoneAssist.Infrastructure.Cxone;
using CxoneAssist.Infrastructure.Inbox;
using CxoneAssist.Infrastructure.Settings;
using Microsoft.Extensions.DependencyInjection;
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
            CheckedAtStart.Faults((key, "60")).Single(), Is.EqualTo($"{key} has no unit; write 90d, 60s or 1.00:00:00."));

    [Test]
    public void Duration_ThatIsNone_IsNamedTogetherWithWhatElseIsWrong() => Assert.That(
        CheckedAtStart.Faults(("CxoneAssist:Cxone:FormTimeout", "24:00:00"), ("CxoneAssist:Cxone:MaxConcurrency", "0")),
        Has.Count.EqualTo(2)
            .And.One.StartsWith("CxoneAssist:Cxone:FormTimeout ").And.One.StartsWith("CxoneAssist:Cxone:MaxConcurrency "));

    [Test]
    public void Value_OfAnotherType_IsRefusedByItsFullKey()
    {
        using var services = new ServiceCollection().AddLogging()
            .AddCxoneAssist(CheckedAtStart.Configuration(("CxoneAssist:Inbox:MaxBatch", "many"))).Services
            .BuildServiceProvider();

        Assert.That(() => services.GetRequiredService<IOptions<InboxOptions>>().Value,
            Throws.InvalidOperationException.With.Message.Contains("CxoneAssist:Inbox:MaxBatch"));
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
