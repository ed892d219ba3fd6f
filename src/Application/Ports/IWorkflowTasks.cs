using CxoneAssist.Domain;

namespace CxoneAssist.Application.Ports;

/// <summary>Where follow-up tasks are created and found again.</summary>
public interface IWorkflowTasks
{
    /// <summary>The exact body of the call that creates a task, to be stored before it is sent.</summary>
    /// <param name="task">The task.</param>
    string Compose(FollowUpTask task);

    /// <summary>Creates the task, sending the call once at most.</summary>
    /// <param name="payload">What <see cref="Compose"/> gave.</param>
    /// <param name="idempotencyKey">The key that goes with the payload.</param>
    /// <param name="leaseEndsAt">Last before sending, the call is refused where the lease would end before the call's time-out.</param>
    /// <param name="cancellationToken">Gives up waiting for its turn; a call under way is never cut off.</param>
    Task<TaskCreation> CreateAsync(
        string payload, string idempotencyKey, DateTimeOffset leaseEndsAt, CancellationToken cancellationToken);

    /// <summary>Looks for tasks of an interaction.</summary>
    /// <param name="interactionId">The interaction's id.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<TaskLookup> FindAsync(string interactionId, CancellationToken cancellationToken);
}

/// <summary>A follow-up task as CXone is to show it.</summary>
/// <param name="InteractionId">The interaction it follows up on.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="Description">Its description.</param>
/// <param name="DueDate">By when, in UTC.</param>
/// <param name="Priority">How urgent.</param>
/// <param name="AssigneeId">Whom it goes to.</param>
public sealed record FollowUpTask(
    string InteractionId, string Subject, string Description, DateTimeOffset DueDate, TaskPriority Priority, string AssigneeId);

/// <summary>The outcome of a create call. One of the nested records.</summary>
public abstract record TaskCreation
{
    private TaskCreation()
    {
    }

    /// <summary>The task exists.</summary>
    /// <param name="TaskId">Its id.</param>
    public sealed record Created(string TaskId) : TaskCreation;

    /// <summary>It was not created, or nobody knows.</summary>
    /// <param name="Failure">Which, and why.</param>
    public sealed record Failed(CallFailure Failure) : TaskCreation;
}

/// <summary>The outcome of a look-up. One of the nested records.</summary>
public abstract record TaskLookup
{
    private TaskLookup()
    {
    }

    /// <summary>There are tasks.</summary>
    /// <param name="TaskIds">Their ids, the oldest first; at least one.</param>
    public sealed record Found(IReadOnlyList<string> TaskIds) : TaskLookup;

    /// <summary>There is none, or the search does not show it yet.</summary>
    public sealed record None : TaskLookup;

    /// <summary>This tenant cannot tell.</summary>
    /// <param name="Reason">How that shows.</param>
    public sealed record Unsupported(string Reason) : TaskLookup;

    /// <summary>The look-up failed.</summary>
    /// <param name="Failure">Why.</param>
    public sealed record Failed(CallFailure Failure) : TaskLookup;
}
