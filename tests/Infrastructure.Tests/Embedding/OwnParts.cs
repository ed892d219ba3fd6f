using CxoneAssist.Application.Ports;
using CxoneAssist.Domain;

namespace CxoneAssist.Infrastructure.Tests.Embedding;

/// <summary>Forms of the service's own: every customer was unhappy.</summary>
internal sealed class OwnForms : IPostInteractionForms
{
    public Task<FormAnswer> ReadAsync(string interactionId, CancellationToken cancellationToken) => Task.FromResult<FormAnswer>(
        new FormAnswer.Found(new PostInteractionForm([new FormResponse("overall_satisfaction", "1")], TimeProvider.System.GetUtcNow())));
}

/// <summary>Tasks of the service's own.</summary>
internal sealed class OwnTasks : IWorkflowTasks
{
    public string Compose(FollowUpTask task) => task.Subject;

    public Task<TaskCreation> CreateAsync(TaskRequest request, DateTimeOffset leaseEndsAt, CancellationToken cancellationToken) =>
        Task.FromResult<TaskCreation>(new TaskCreation.Created("ticket-1"));

    public Task<TaskLookup> FindAsync(TaskQuery query, CancellationToken cancellationToken) =>
        Task.FromResult<TaskLookup>(new TaskLookup.None());
}

/// <summary>Notifications of the service's own; one can be waited for.</summary>
internal sealed class OwnNotifications : IAgentNotifications
{
    private readonly TaskCompletionSource<AgentNotification> _sent = new();

    public Task<AgentNotification> Sent => _sent.Task;

    public Task<CallFailure?> NotifyAsync(AgentNotification notification, CancellationToken cancellationToken)
    {
        _sent.TrySetResult(notification);
        return Task.FromResult<CallFailure?>(null);
    }
}
