using System.Text.Json;
using CxoneAssist.Application.Ports;

namespace CxoneAssist.Application.Tests.Fakes;

/// <summary>The outcomes of a create call at CXone.</summary>
internal enum CreateBehavior
{
    Answered,
    AnswerLost,
    NeverArrived,
    Throttled,
    Rejected,
    AssigneeRefused,
    Throws,
    TimesOutInThePort,
}

/// <summary>The outcomes of a look-up at CXone.</summary>
internal enum LookUpBehavior
{
    Truth,
    Throttled,
    Broken,
    Unsupported,
}

/// <summary>
/// One create call: its outcome, how long it waited for its permit, and the search lag after it.
/// </summary>
internal sealed record CreateCall(CreateBehavior Outcome, TimeSpan Paced = default, TimeSpan Lag = default);

/// <summary>A task as CXone holds it.</summary>
internal sealed record HeldTask(string Id, FollowUpTask Task, DateTimeOffset FoundFrom);

/// <summary>
/// A model of CXone's tasks without idempotency keys: every call creates another task.
/// </summary>
internal sealed class FakeTasks(Journal journal, JumpingTime time) : IWorkflowTasks
{
    public static readonly TimeSpan CallTimeOut = TimeSpan.FromSeconds(5);

    public Queue<CreateCall> Creations { get; } = [];

    public CreateCall UsualCreation { get; set; } = new(CreateBehavior.Answered);

    public Queue<LookUpBehavior> Searches { get; } = [];

    public LookUpBehavior UsualSearch { get; set; } = LookUpBehavior.Truth;

    public bool IsBrokenForGood => UsualSearch == LookUpBehavior.Broken && Searches.Count == 0;

    public DateTimeOffset? RetryAt { get; set; }

    public List<HeldTask> Held { get; } = [];

    public List<TaskRequest> Sent { get; } = [];

    /// <summary>The look-ups that arrived.</summary>
    public List<TaskQuery> Asked { get; } = [];

    /// <summary>An exception of our own code while a task is composed.</summary>
    public Exception? Defect { get; set; }

    public string Compose(FollowUpTask task) => Defect is null ? JsonSerializer.Serialize(task) : throw Defect;

    public Task<TaskCreation> CreateAsync(TaskRequest request, DateTimeOffset leaseEndsAt, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return journal.StepAsync("create", () => Create(request, leaseEndsAt));
    }

    public Task<TaskLookup> FindAsync(TaskQuery query, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return journal.StepAsync("find", () => Find(query, Searches.TryDequeue(out var next) ? next : UsualSearch));
    }

    public void Hold(FollowUpTask task, TimeSpan lag = default) => Held.Add(new($"task-{Held.Count + 1}", task, time.GetUtcNow() + lag));

    private TaskCreation Create(TaskRequest request, DateTimeOffset leaseEndsAt)
    {
        var create = Creations.TryDequeue(out var next) ? next : UsualCreation;
        time.Advance(create.Paced);
        if (time.GetUtcNow() + CallTimeOut > leaseEndsAt)
        {
            return Failed(FailureKind.Unavailable, "The lease would end before the call.");
        }

        Sent.Add(request);
        if (create.Outcome is CreateBehavior.Answered or CreateBehavior.AnswerLost or CreateBehavior.TimesOutInThePort)
        {
            Hold(JsonSerializer.Deserialize<FollowUpTask>(request.Payload)!, create.Lag);
        }

        return Answer(create.Outcome);
    }

    private TaskCreation Answer(CreateBehavior outcome) => outcome switch
    {
        CreateBehavior.Answered => new TaskCreation.Created(Held[^1].Id),
        CreateBehavior.Throttled => Failed(FailureKind.Unavailable, "CXone is busy."),
        CreateBehavior.Rejected => Failed(FailureKind.Rejected, "CXone answered 400: dueDate is not allowed."),
        CreateBehavior.AssigneeRefused =>
            new TaskCreation.Failed(new CallFailure(FailureKind.Rejected, "CXone knows no such assignee.") { AssigneeRefused = true }),
        CreateBehavior.TimesOutInThePort => throw new TaskCanceledException("HttpClient.Timeout elapsed.", new TimeoutException()),
        CreateBehavior.Throws => throw new InvalidOperationException("A defect of the adapter."),
        _ => Failed(FailureKind.Unknown, "No answer came in time."),
    };

    private TaskCreation.Failed Failed(FailureKind kind, string reason) => new(new CallFailure(kind, reason, RetryAt));

    private TaskLookup Find(TaskQuery query, LookUpBehavior search)
    {
        Asked.Add(query);
        var shown = Held.Where(held => held.Task.InteractionId == query.InteractionId && held.FoundFrom <= time.GetUtcNow());
        string[] found = [.. shown.Select(held => held.Id)];
        return search switch
        {
            LookUpBehavior.Throttled => new TaskLookup.Failed(new CallFailure(FailureKind.Unavailable, "CXone is busy.")),
            LookUpBehavior.Broken => new TaskLookup.Failed(new CallFailure(FailureKind.Unknown, "CXone answered 500.")),
            LookUpBehavior.Unsupported => new TaskLookup.Unsupported("this tenant cannot search."),
            _ => found.Length == 0 ? new TaskLookup.None() : new TaskLookup.Found(found),
        };
    }
}
