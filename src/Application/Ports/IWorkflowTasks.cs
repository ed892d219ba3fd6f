using CxoneAssist.Domain;

namespace CxoneAssist.Application.Ports;

/// <summary>Where follow-up tasks are created and looked up.</summary>
public interface IWorkflowTasks
{
    /// <summary>Composes the exact body of the call that creates a task. It is stored before it is sent.</summary>
    /// <param name="task">The task.</param>
    string Compose(FollowUpTask task);

    /// <summary>Creates the task. The call is sent at most once.</summary>
    /// <param name="request">What is sent, and for which interaction.</param>
    /// <param name="leaseEndsAt">
    /// When the right to send ends. The last check before sending refuses the call if it could time out later than this.
    /// </param>
    /// <param name="cancellationToken">Stops waiting for a turn; it never cuts off a call under way.</param>
    Task<TaskCreation> CreateAsync(TaskRequest request, DateTimeOffset leaseEndsAt, CancellationToken cancellationToken);

    /// <summary>Looks up the tasks of an interaction.</summary>
    /// <param name="query">The interaction, and what is known about the create call that may have made a task.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    Task<TaskLookup> FindAsync(TaskQuery query, CancellationToken cancellationToken);
}

/// <summary>A follow-up task as CXone is to show it.</summary>
public sealed record FollowUpTask
{
    /// <summary>The id of the interaction that the task follows up on.</summary>
    public required string InteractionId { get; init; }

    /// <summary>The task's subject.</summary>
    public required string Subject { get; init; }

    /// <summary>The task's description.</summary>
    public required string Description { get; init; }

    /// <summary>When the task is due, in UTC.</summary>
    public required DateTimeOffset DueDate { get; init; }

    /// <summary>How urgent the task is.</summary>
    public required TaskPriority Priority { get; init; }

    /// <summary>The id of the agent that the task is assigned to.</summary>
    public required string AssigneeId { get; init; }
}

/// <summary>A create call.</summary>
/// <param name="InteractionId">The id of the interaction that the task follows up on.</param>
/// <param name="Payload">The body, as <see cref="IWorkflowTasks.Compose"/> returned it.</param>
/// <param name="IdempotencyKey">The key that goes with the payload.</param>
public sealed record TaskRequest(string InteractionId, string Payload, string IdempotencyKey);

/// <summary>A look-up of the tasks of an interaction.</summary>
/// <param name="InteractionId">The interaction's id.</param>
public sealed record TaskQuery(string InteractionId)
{
    /// <summary>
    /// The id of the agent that the create call named, by the fallback assignee configured now. Default <c>null</c>:
    /// not known.
    /// </summary>
    public string? AssigneeId { get; init; }

    /// <summary>
    /// About when the create call was sent: when it was begun, or when another host took it over. Default <c>null</c>:
    /// no call is known.
    /// </summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>
    /// The due date of the decision. The due date that was sent is the same, or later where the task was created late.
    /// Default <c>null</c>: not known.
    /// </summary>
    public DateTimeOffset? DueDate { get; init; }
}

/// <summary>The outcome of a create call. One of the nested classes.</summary>
public abstract class TaskCreation
{
    private TaskCreation()
    {
    }

    /// <summary>The task exists.</summary>
    /// <param name="taskId">Its id.</param>
    public sealed class Created(string taskId) : TaskCreation
    {
        /// <summary>The task's id.</summary>
        public string TaskId { get; } = taskId;
    }

    /// <summary>The task was not created, or its outcome is unknown.</summary>
    /// <param name="failure">Which of the two, and why.</param>
    public sealed class Failed(CallFailure failure) : TaskCreation
    {
        /// <summary>Which of the two, and why.</summary>
        public CallFailure Failure { get; } = failure;
    }
}

/// <summary>The outcome of a look-up. One of the nested classes.</summary>
public abstract class TaskLookup
{
    private TaskLookup()
    {
    }

    /// <summary>There are tasks.</summary>
    /// <param name="taskIds">Their ids, the oldest first; at least one.</param>
    public sealed class Found(IReadOnlyList<string> taskIds) : TaskLookup
    {
        /// <summary>The ids of the tasks, the oldest first; at least one.</summary>
        public IReadOnlyList<string> TaskIds { get; } = taskIds;
    }

    /// <summary>There is no task, or the search does not show it yet.</summary>
    public sealed class None : TaskLookup;

    /// <summary>This tenant cannot tell whether there is a task.</summary>
    /// <param name="reason">One sentence for an operator: how that shows.</param>
    /// <param name="status">See <see cref="Status"/>.</param>
    public sealed class Unsupported(string reason, int? status = null) : TaskLookup
    {
        /// <summary>One sentence for an operator: how that shows.</summary>
        public string Reason { get; } = reason;

        /// <summary>
        /// The HTTP status by which CXone refused the look-up; <c>null</c> where its answer could be read and proves
        /// nothing.
        /// </summary>
        public int? Status { get; } = status;
    }

    /// <summary>The look-up failed.</summary>
    /// <param name="failure">Why.</param>
    public sealed class Failed(CallFailure failure) : TaskLookup
    {
        /// <summary>Why it failed.</summary>
        public CallFailure Failure { get; } = failure;
    }
}
