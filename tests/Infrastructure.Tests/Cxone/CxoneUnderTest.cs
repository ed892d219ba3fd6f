using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Cxone;
using CxoneAssist.Infrastructure.Cxone.Availability;
using CxoneAssist.Infrastructure.Tests.Inbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace CxoneAssist.Infrastructure.Tests.Cxone;

/// <summary>The adapters as a host registers them, over real HTTP, with a clock of their own.</summary>
internal sealed class CxoneUnderTest : IAsyncDisposable
{
    public const string Secret = "canary-secret/+Zq7";

    public static readonly DateTimeOffset Start = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);

    private readonly ServiceProvider _services;

    public CxoneUnderTest(
        Uri address, Action<CxoneOptions>? configure = null, Action<IServiceCollection>? services = null, bool servicesFirst = true)
    {
        var all = new ServiceCollection();
        if (servicesFirst)
        {
            services?.Invoke(all);
        }

        all.AddSingleton<TimeProvider>(Clock);
        all.AddLogging(logging => logging.AddFakeLogging().SetMinimumLevel(LogLevel.Trace));
        all.Configure<CxoneOptions>(options =>
        {
            options.BaseUrl = address.ToString();
            options.ClientId = "client-1";
            options.ClientSecret = Secret;
            configure?.Invoke(options);
        });
        all.AddCxone();
        if (!servicesFirst)
        {
            services?.Invoke(all);
        }

        _services = all.BuildServiceProvider();
    }

    public SteppedTime Clock { get; } = new(Start);

    public IPostInteractionForms Forms => Get<IPostInteractionForms>();

    public IWorkflowTasks Tasks => Get<IWorkflowTasks>();

    public IAgentNotifications Notifications => Get<IAgentNotifications>();

    public CxoneAvailability Availability => Get<CxoneAvailability>();

    public CxoneConnectionReport Status => Get<ICxoneConnectionStatus>().Report();

    public IReadOnlyList<FakeLogRecord> Logs => _services.GetFakeLogCollector().GetSnapshot();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public Task<FormAnswer> ReadAsync(string interactionId = "i-1") => Bounded(Forms.ReadAsync(interactionId, CancellationToken.None));

    public Task<TaskCreation> CreateAsync(string interactionId = "i-1", CancellationToken cancellationToken = default) =>
        Bounded(Tasks.CreateAsync(Request(interactionId), Clock.GetUtcNow() + TimeSpan.FromMinutes(1), cancellationToken));

    public Task<CallFailure?> NotifyAsync(string interactionId = "i-1") =>
        Bounded(Notifications.NotifyAsync(
            new AgentNotification(interactionId, "agent-042", $"Review interaction {interactionId}."), CancellationToken.None));

    public Task<TaskLookup> FindAsync(string interactionId = "i-1") =>
        Bounded(Tasks.FindAsync(new TaskQuery(interactionId), CancellationToken.None));

    public TaskRequest Request(string interactionId) => new(interactionId, Tasks.Compose(NewTask(interactionId)), "key-1");

    public static FollowUpTask NewTask(string interactionId) => new()
    {
        InteractionId = interactionId,
        Subject = "Subject",
        Description = "Description",
        DueDate = Start.AddDays(1),
        Priority = Domain.TaskPriority.High,
        AssigneeId = "agent-042",
    };

    /// <summary>By the real clock: a call that never ends is a failed test, not one that hangs.</summary>
    public static Task<T> Bounded<T>(Task<T> call) => call.WaitAsync(TimeSpan.FromMinutes(2));

    /// <summary>Lets time pass until a call is over: for waits between attempts, with attempt times far longer than those.</summary>
    public async Task<T> PassTimeUntilAsync<T>(Task<T> call)
    {
        while (!call.IsCompleted)
        {
            Clock.Advance(TimeSpan.FromMilliseconds(50));
            await Task.WhenAny(call, Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System));
        }

        return await call;
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}

/// <summary>A fresh simulator and fresh adapters for every test.</summary>
internal abstract class CxoneTests
{
    protected ScriptedCxone Cxone { get; private set; } = null!;

    protected CxoneUnderTest Sut { get; private set; } = null!;

    [SetUp]
    public async Task StartAsync()
    {
        Cxone = await ScriptedCxone.StartAsync();
        Sut = new CxoneUnderTest(Cxone.Address, Configure);
    }

    [TearDown]
    public async Task StopAsync()
    {
        await Sut.DisposeAsync();
        await Cxone.DisposeAsync();
    }

    protected virtual void Configure(CxoneOptions options)
    {
    }
}

internal static class Outcomes
{
    public static CallFailure Failure(this FormAnswer answer) => As<FormAnswer.Failed>(answer).Failure;

    public static CallFailure Failure(this TaskCreation creation) => As<TaskCreation.Failed>(creation).Failure;

    public static T As<T>(object? outcome)
    {
        Assert.That(outcome, Is.InstanceOf<T>());
        return (T)outcome!;
    }
}
