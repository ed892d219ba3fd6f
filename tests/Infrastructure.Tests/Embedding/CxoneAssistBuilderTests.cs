using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using CxoneAssist.Domain;
using CxoneAssist.Infrastructure.Cxone;
using CxoneAssist.Infrastructure.Tests.Inbox;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using NSubstitute;

namespace CxoneAssist.Infrastructure.Tests.Embedding;

internal sealed class CxoneAssistBuilderTests
{
    private static readonly IConfiguration Settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["CxoneAssist:Cxone:Org"] = "acme",
        ["CxoneAssist:Cxone:ClientId"] = "client",
        ["CxoneAssist:Cxone:ClientSecret"] = "secret",
    }).Build();

    [Test]
    public void Use_PartsOfTheServicesOwn_AreUsedInsteadOfOurs()
    {
        var policy = FollowUpPolicy.Default;
        var time = new SteppedTime(Given.Noon);
        var services = new ServiceCollection().AddLogging();
        services.AddCxoneAssist(Settings).UseForms<OwnForms>().UseTasks<OwnTasks>().UseNotifications<OwnNotifications>().UsePolicy(policy)
            .UseTimeProvider(time);
        using var provider = services.BuildServiceProvider();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(provider.GetRequiredService<IPostInteractionForms>(), Is.InstanceOf<OwnForms>());
            Assert.That(provider.GetRequiredService<IWorkflowTasks>(), Is.InstanceOf<OwnTasks>());
            Assert.That(provider.GetRequiredService<IAgentNotifications>(), Is.InstanceOf<OwnNotifications>());
            Assert.That(provider.GetRequiredService<IFollowUpPolicies>().InForce, Is.SameAs(policy));
            Assert.That(provider.GetRequiredService<TimeProvider>(), Is.SameAs(time));
        }
    }

    [Test]
    public void AddCxoneAssist_SettingsInCode_AreThoseInForce()
    {
        var services = new ServiceCollection().AddLogging();
        services.AddCxoneAssist(settings =>
        {
            settings.Cxone.Org = "acme";
            settings.Cxone.ClientId = settings.Cxone.ClientSecret = "x";
            settings.Inbox.MaxBatch = 7;
            settings.FollowUp.Mode = FollowUpMode.Shadow;
        });
        using var provider = services.BuildServiceProvider();

        Assert.That(() => provider.GetRequiredService<IStartupValidator>().Validate(), Throws.Nothing);
        Assert.That(provider.GetRequiredService<IOptions<CxoneOptions>>().Value.Org, Is.EqualTo("acme"));
        Assert.That(provider.GetRequiredService<IOptions<Infrastructure.Inbox.InboxOptions>>().Value.MaxBatch, Is.EqualTo(7));
        Assert.That(provider.GetRequiredService<FollowUpOptions>().Mode, Is.EqualTo(FollowUpMode.Shadow));
    }

    [Test]
    public void AddCxoneAssist_ASecondTime_IsRefused([Values] bool first, [Values] bool second)
    {
        var services = new ServiceCollection();
        Add(first);

        Assert.That(() => Add(second), Throws.InvalidOperationException.With.Message.Contains("one tenant"));

        void Add(bool inCode) => _ = inCode ? services.AddCxoneAssist(_ => { }) : services.AddCxoneAssist(Settings);
    }

    [Test]
    public void AddCxoneAssist_SettingsInCodeThatAreWrong_StopTheStartByTheirKey()
    {
        var services = new ServiceCollection().AddLogging();
        services.AddCxoneAssist(settings => settings.Inbox.MaxBatch = 0);
        using var provider = services.BuildServiceProvider();

        Assert.That(
            () => provider.GetRequiredService<IStartupValidator>().Validate(),
            Throws.Exception.With.Message.Contains("settings.Inbox.MaxBatch must be"));
    }

    [Test]
    public void Start_PortRegisteredAsScoped_IsRefusedByName([Values] bool before, [Values(ServiceLifetime.Scoped, ServiceLifetime.Transient)] ServiceLifetime lifetime)
    {
        var services = new ServiceCollection().AddLogging();
        var scoped = ServiceDescriptor.Describe(typeof(IWorkflowTasks), _ => Substitute.For<IWorkflowTasks>(), lifetime);
        if (before)
        {
            services.Add(scoped);
        }

        services.AddCxoneAssist(Settings);
        if (!before)
        {
            services.Add(scoped);
        }

        using var provider = services.BuildServiceProvider();

        Assert.That(
            () => provider.GetRequiredService<IStartupValidator>().Validate(),
            Throws.TypeOf<OptionsValidationException>().With.Message.Contains($"IWorkflowTasks is registered as {lifetime.ToString().ToLowerInvariant()}"));
    }

    [Test]
    public void Start_PortRegisteredAsScopedWhereDotNetValidatesScopes_IsRefusedByOurSentence()
    {
        var services = new ServiceCollection().AddLogging();
        services.AddCxoneAssist(Settings);
        services.AddScoped<IWorkflowTasks, OwnTasks>();
        using var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

        Assert.That(
            () => provider.GetServices<IHostedService>().ToList(),
            Throws.TypeOf<OptionsValidationException>().With.Message.StartsWith("IWorkflowTasks is registered as scoped: "));
    }

    [Test]
    public void Start_PartThatTakesSomethingScoped_IsRefusedByName()
    {
        var services = new ServiceCollection().AddLogging().AddScoped<ScopedChat>();
        services.AddCxoneAssist(Settings).UseNotifications<CapturingNotifications>();
        using var provider = services.BuildServiceProvider();

        Assert.That(
            () => provider.GetRequiredService<IStartupValidator>().Validate(),
            Throws.TypeOf<OptionsValidationException>().With.Message.StartsWith("CapturingNotifications takes ScopedChat, which is registered as scoped"));
    }

    [TestCase("i-1", "agent-1", null)]
    [TestCase("../x", "agent-1", "interactionId is not a valid id.")]
    public void Operations_WhatIsNotValid_IsAnArgumentExceptionWithOurSentence(string id, string agent, string? why)
    {
        var services = new ServiceCollection().AddLogging();
        services.AddSingleton(Substitute.For<IFollowUpInbox>()).AddCxoneAssist(Settings);
        using var provider = services.BuildServiceProvider();
        var operations = provider.GetRequiredService<IFollowUpOperations>();

        Assert.That(
            async () => await operations.AcceptAsync(new CompletedInteraction(id, agent)),
            why is null ? Throws.Nothing : Throws.ArgumentException.With.Message.EqualTo(why));
    }

    private sealed class ScopedChat;

#pragma warning disable CS9113 // Only what it takes counts here.
    private sealed class CapturingNotifications(ScopedChat chat) : IAgentNotifications
#pragma warning restore CS9113
    {
        public Task<CallFailure?> NotifyAsync(AgentNotification notification, CancellationToken cancellationToken) => Task.FromResult<CallFailure?>(null);
    }
}
