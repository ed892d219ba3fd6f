using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using CxoneAssist.Domain;
using CxoneAssist.Infrastructure.Cxone;
using CxoneAssist.Infrastructure.Cxone.Workflow;
using CxoneAssist.Infrastructure.Tests.Settings;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CxoneAssist.Infrastructure.Tests.Embedding;

/// <summary>Settings for CXone are asked for where something calls CXone, and by the names that the service knows.</summary>
internal sealed class SettingsWhereUsedTests
{
    private static readonly IConfiguration Nothing = new ConfigurationBuilder().Build();

    private static IEnumerable<TestCaseData> Replacements()
    {
        yield return Case("by the builder", (services, settings) =>
            services.AddCxoneAssist(settings).UseForms<OwnForms>().UseTasks<OwnTasks>().UseNotifications<OwnNotifications>());
        yield return Case("by the builder, with settings in code", (services, settings) => services
            .AddCxoneAssist(own => own.InboxConnectionString = settings.GetConnectionString("Inbox"))
            .UseForms<OwnForms>().UseTasks<OwnTasks>().UseNotifications<OwnNotifications>());
        yield return Case("before", (services, settings) => AddOwn(services).AddCxoneAssist(settings));
        yield return Case("after", (services, settings) => AddOwn(services.AddCxoneAssist(settings).Services));
        yield return Case("in their place", (services, settings) => services.AddCxoneAssist(settings).Services
            .Replace(ServiceDescriptor.Singleton<IPostInteractionForms>(new OwnForms()))
            .Replace(ServiceDescriptor.Singleton<IWorkflowTasks>(_ => new OwnTasks()))
            .Replace(ServiceDescriptor.Singleton<IAgentNotifications, OwnNotifications>()));
    }

    [TestCaseSource(nameof(Replacements))]
    public void Start_AllPortsReplaced_AsksForNoSettingOfCxone(Action<IServiceCollection, IConfiguration> replace)
    {
        var services = new ServiceCollection();
        replace(services, Nothing);

        Assert.That(CheckedAtStart.Faults(services), Is.Empty);
    }

    [TestCaseSource(nameof(Replacements))]
    public async Task Service_AllPortsReplaced_WorksOnAFollowUpWithoutSettingsOfCxone(Action<IServiceCollection, IConfiguration> replace)
    {
        var folder = Directory.CreateTempSubdirectory("own-parts-");
        var services = new ServiceCollection().AddLogging();
        replace(services, new ConfigurationBuilder().AddInMemoryCollection(
            [new("ConnectionStrings:Inbox", $"Data Source={Path.Combine(folder.FullName, "inbox.db")}")]).Build());
        await using (var provider = services.BuildServiceProvider())
        {
            var hosted = provider.GetServices<IHostedService>().ToList();
            foreach (var service in hosted)
            {
                await service.StartAsync(CancellationToken.None);
            }

            await provider.GetRequiredService<IFollowUpOperations>().AcceptAsync(new CompletedInteraction("i-1", "agent-1"));
            var sent = await ((OwnNotifications)provider.GetRequiredService<IAgentNotifications>()).Sent.WaitAsync(TimeSpan.FromMinutes(2));
            var connection = provider.GetRequiredService<ICxoneConnectionStatus>().Report();
            foreach (var service in Enumerable.Reverse(hosted))
            {
                await service.StopAsync(CancellationToken.None);
            }

            Assert.That(sent.AgentId, Is.EqualTo("agent-1"));
            Assert.That((connection.Healthy, connection.Summary), Is.EqualTo((true, new CxoneNotUsed().Report().Summary)));
        }

        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    [Test]
    public void Start_OnePortLeft_AsksForTheSettingsByTheNamesThatAreRead([Values] bool inCode)
    {
        var services = new ServiceCollection();
        var builder = inCode ? services.AddCxoneAssist(_ => { }) : services.AddCxoneAssist(Nothing);
        builder.UseTasks<OwnTasks>().UseForms<OwnForms>();
        var prefix = inCode ? "settings.Cxone." : "CxoneAssist:Cxone:";

        Assert.That(CheckedAtStart.Faults(services), Is.EqualTo(new[]
        {
            $"{prefix}Org is missing: set it to the tenant in https://{{org}}.api.cxone.com, or give a whole address as {prefix}BaseUrl.",
            $"{prefix}ClientId is missing: set it to the id of the CXone client.",
            $"{prefix}ClientSecret is missing: set it to the secret of the CXone client.",
        }));
    }

    [Test]
    public void Start_PartOfOursKeptUnderAKeyByADecorator_AsksForTheSettings()
    {
        var services = new ServiceCollection();
        AddOwn(services.AddCxoneAssist(Nothing).Services).AddKeyedSingleton<IWorkflowTasks, WorkflowTasks>("inner");

        Assert.That(CheckedAtStart.Faults(services), Has.One.StartsWith("CxoneAssist:Cxone:Org is missing"));
    }

    [Test]
    public void Use_PartOfOursThatAFactoryWraps_AsksForTheSettingsThen()
    {
        var services = new ServiceCollection().AddLogging();
        AddOwn(services.AddCxoneAssist(Nothing).Services)
            .AddSingleton<IWorkflowTasks>(provider => ActivatorUtilities.CreateInstance<WorkflowTasks>(provider));
        using var provider = services.BuildServiceProvider();

        Assert.That(
            () => provider.GetRequiredService<IWorkflowTasks>(),
            Throws.TypeOf<OptionsValidationException>().With.Message.Contains("CxoneAssist:Cxone:Org is missing"));
    }

    [Test]
    public void Status_PartOfOursThatAFactoryWraps_IsThatOfTheConnection()
    {
        var services = new ServiceCollection().AddLogging();
        AddOwn(services.AddCxoneAssist(CheckedAtStart.Configuration()).Services)
            .AddSingleton<IWorkflowTasks>(provider => ActivatorUtilities.CreateInstance<WorkflowTasks>(provider));
        using var provider = services.BuildServiceProvider();

        Assert.That(provider.GetRequiredService<ICxoneConnectionStatus>().Report().Summary, Is.EqualTo("CXone has not been called yet."));
    }

    [Test]
    public void Scopes_ByDefault_AreThoseOfThePortsThatCallCxone()
    {
        Assert.That(Scopes(builder => builder.UseTasks<OwnTasks>()), Is.EqualTo("interaction:read postinteractionform:read notification:write"));
        Assert.That(Scopes(builder => builder.UseForms<OwnForms>().UseNotifications<OwnNotifications>()), Is.EqualTo("workflow:task:create"));
        Assert.That(Scopes(_ => { }), Is.EqualTo(new CxoneOptions().Scopes));
        Assert.That(Scopes(builder => builder.UseTasks<OwnTasks>(), ("CxoneAssist:Cxone:Scopes", "all")), Is.EqualTo("all"));
    }

    [Test]
    public void Lease_ShorterThanACallToCxone_IsRefusedOnlyWhereCxoneMakesTheTasks()
    {
        var configuration = CheckedAtStart.Configuration(("CxoneAssist:Inbox:Lease", "5s"));

        Assert.That(CheckedAtStart.Faults(new ServiceCollection().AddCxoneAssist(configuration).Services), Has.One.Contains("CreateTimeout"));
        Assert.That(CheckedAtStart.Faults(new ServiceCollection().AddCxoneAssist(configuration).UseTasks<OwnTasks>().Services), Is.Empty);
    }

    private static TestCaseData Case(string name, Action<IServiceCollection, IConfiguration> replace) =>
        new TestCaseData(replace).SetArgDisplayNames(name);

    private static string Scopes(Action<CxoneAssistBuilder> change, params (string, string?)[] settings)
    {
        var services = new ServiceCollection().AddLogging();
        change(services.AddCxoneAssist(CheckedAtStart.Configuration(settings)));
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptions<CxoneOptions>>().Value.Scopes;
    }

    private static IServiceCollection AddOwn(IServiceCollection services) => services
        .AddSingleton<IPostInteractionForms>(new OwnForms())
        .AddSingleton<IWorkflowTasks, OwnTasks>()
        .AddSingleton<IAgentNotifications>(_ => new OwnNotifications());
}
