using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CxoneAssist.Infrastructure.Tests.Settings;

/// <summary>A service that gives a section of its configuration, as one with several tenants does.</summary>
internal sealed class SectionSettingsTests
{
    private static readonly (string, string?)[] Complete =
    [
        ("Tenants:south:CxoneAssist:Cxone:Org", "acme"),
        ("Tenants:south:CxoneAssist:Cxone:ClientId", "client-1"),
        ("Tenants:south:CxoneAssist:Cxone:ClientSecret", "hush"),
    ];

    [Test]
    public void Message_NamesTheSettingWithItsSection() => Assert.That(
        Faults(
            ("Tenants:south:CxoneAssist:Cxone:ClientId", null), ("Tenants:south:CxoneAssist:Inbox:MaxBatch", "0"),
            ("Tenants:south:CxoneAssist:Inbox:Lease", "60"), ("Tenants:south:CxoneAssist:Cxone:Ogr", "x")),
        Has.Exactly(4).Items.And.All.StartsWith("Tenants:south:CxoneAssist:")
            .And.One.StartsWith("Tenants:south:CxoneAssist:Cxone:ClientId is missing")
            .And.One.Contain("write Tenants:south:CxoneAssist:Cxone:Org "));

    [TestCase("CxoneAssist:FollowUp:Mode", "Shadow", "CxoneAssist:FollowUp:Mode")]
    [TestCase("CxoneAssist:Policy:File", "/policy.json", "CxoneAssist:Policy:File")]
    [TestCase("CxoneAssist:Policy:Shadow", "/policy.json", "CxoneAssist:Policy:Shadow")]
    [TestCase("CXONE_FOLLOW_UP_MODE", "Shadow", "CxoneAssist:FollowUp:Mode")]
    [TestCase("CXONE_POLICY_FILE", "/policy.json", "CxoneAssist:Policy:File")]
    public void Root_WithAModeOrAPolicy_IsRefusedSinceItWouldBeIgnored(string name, string value, string key) => Assert.That(
        Faults((name, value)).Single(),
        Is.EqualTo($"{name} is set, but not read: AddCxoneAssist was given the section 'Tenants:south'. Set Tenants:south:{key} instead, or remove it."));

    [TestCase("CxoneAssist:FollowUp:Mode", "Shadow", "shadow")]
    [TestCase("CxoneAssist:Cxone:Org", "other", null)]
    public void Root_ThatSaysTheSameOrNothingDecisive_Passes(string name, string root, string? own) => Assert.That(
        Faults((name, root), ($"Tenants:south:{name}", own ?? "acme")), Is.Empty);

    [TestCase("CxoneAssist")]
    [TestCase("CxoneAssist:Cxone")]
    [TestCase("Tenants:cxoneassist")]
    public void Section_ThatIsCxoneAssistItself_IsRefusedWithTheWayOut(string path)
    {
        var root = CheckedAtStart.Configuration();

        Assert.That(
            () => new ServiceCollection().AddCxoneAssist(root.GetSection(path)),
            Throws.ArgumentException.With.Message.StartsWith(
                $"AddCxoneAssist was given the section '{path}', and would look for {path}:CxoneAssist:… in it. "
                + "Give it the configuration above the section: AddCxoneAssist(builder.Configuration)."));
    }

    private static IReadOnlyList<string> Faults(params (string Key, string? Value)[] settings)
    {
        var root = new ConfigurationBuilder()
            .AddInMemoryCollection(Complete.Concat(settings).GroupBy(one => one.Item1, one => one.Item2).Select(one => KeyValuePair.Create(one.Key, one.Last())))
            .Build();
        var services = new ServiceCollection().AddSingleton<IConfiguration>(root);
        return CheckedAtStart.Faults(services.AddCxoneAssist(root.GetSection("Tenants:south")).Services);
    }
}
