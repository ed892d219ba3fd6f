using CxoneAssist.Application.Ports;

namespace CxoneAssist.Faults.Host.Composition;

/// <summary>A decorator of the tasks port that passes every call on.</summary>
internal abstract class TasksDecorator(IWorkflowTasks inner) : IWorkflowTasks
{
    protected IWorkflowTasks Inner => inner;

    public virtual string Compose(FollowUpTask task) => inner.Compose(task);

    public virtual Task<TaskCreation> CreateAsync(TaskRequest request, DateTimeOffset leaseEndsAt, CancellationToken cancellationToken) =>
        inner.CreateAsync(request, leaseEndsAt, cancellationToken);

    public virtual Task<TaskLookup> FindAsync(TaskQuery query, CancellationToken cancellationToken) => inner.FindAsync(query, cancellationToken);
}
