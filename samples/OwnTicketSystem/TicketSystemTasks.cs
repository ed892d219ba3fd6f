using System.Text.Json;
using CxoneAssist.Application.Ports;
using Microsoft.Data.Sqlite;

namespace OwnTicketSystem;

/// <summary>
/// The port for tasks on a ticket system of the service's own. One instance, used by many runs at
/// once. Each comment below names a promise that a port of yours has to keep as well.
/// </summary>
internal sealed class TicketSystemTasks(TicketTable tickets, TimeProvider time) : IWorkflowTasks
{
    // For BEGIN and for COMMIT, each of which may wait for another writer, and some for the disk.
    private static readonly TimeSpan LongestCall = (TicketTable.Timeout * 2) + TimeSpan.FromSeconds(4);

    // The body is stored before the call and sent unchanged, even by a later version of this code.
    // It therefore holds all that the ticket needs.
    public string Compose(FollowUpTask task) => JsonSerializer.Serialize(new
    {
        task.Subject,
        task.Description,
        task.DueDate,
        Priority = task.Priority.ToString(),
        task.AssigneeId,
    });

    public Task<TaskCreation> CreateAsync(
        TaskRequest request, DateTimeOffset leaseEndsAt, CancellationToken cancellationToken)
    {
        // The host takes a cancelled call for one that was not executed, so a call that has begun
        // is never cancelled.
        cancellationToken.ThrowIfCancellationRequested();

        // When the lease ends, another run may take the work over. This call must be over by then.
        return Task.FromResult(leaseEndsAt - time.GetUtcNow() < LongestCall
            ? Failed(FailureKind.Unavailable, "Not sent: the lease would end before the call does.")
            : Create(request));
    }

    // A local table knows all its tickets at once, so none found means that there is none. Where
    // your system cannot tell, answer TaskLookup.Unsupported: a person is asked then.
    public Task<TaskLookup> FindAsync(TaskQuery query, CancellationToken cancellationToken) =>
        Task.FromResult(Find(query.InteractionId));

    private TaskLookup Find(string interactionId)
    {
        try
        {
            var found = tickets.List(interactionId);
            return found.Count == 0
                ? new TaskLookup.None()
                : new TaskLookup.Found([.. found.Select(ticket => ticket.Id)]);
        }
        catch (SqliteException failure)
        {
            return new TaskLookup.Failed(new CallFailure(FailureKind.Unknown, Reason(failure)));
        }
    }

    private TaskCreation Create(TaskRequest request)
    {
        var mayExist = false;
        try
        {
            using var connection = tickets.Open();
            using var transaction = connection.BeginTransaction();

            // A repeat has the same key, and gets the ticket that the first call made.
            var id = TicketTable.Add(transaction, request.IdempotencyKey, request.InteractionId, request.Payload);
            mayExist = true;
            transaction.Commit();
            return new TaskCreation.Created(id);
        }
        catch (SqliteException failure)
        {
            // Before the commit nothing is stored: the call is made again later. A commit that fails
            // may have reached the disk all the same: the ticket is looked up before another is made.
            return Failed(mayExist ? FailureKind.Unknown : FailureKind.Unavailable, Reason(failure));
        }
    }

    // Operators read it. It carries no customer data and no secret.
    private static string Reason(SqliteException failure) =>
        $"The ticket system failed: SQLite error {failure.SqliteErrorCode}.";

    private static TaskCreation.Failed Failed(FailureKind kind, string reason) => new(new CallFailure(kind, reason));
}
