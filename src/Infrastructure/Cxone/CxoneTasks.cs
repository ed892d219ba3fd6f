using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Cxone.Wire;
using Microsoft.Extensions.Options;

namespace CxoneAssist.Infrastructure.Cxone;

internal sealed class CxoneTasks(CxoneClient connection, LateAnswers late, IOptions<CxoneOptions> options) : IWorkflowTasks
{
    private string CustomFieldId => options.Value.CustomFieldId;

    public string Compose(FollowUpTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        var due = task.DueDate.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
        var wire = new TaskWire(
            task.Subject, task.Description, due, task.Priority.ToString(), task.AssigneeId, [new CustomFieldWire(CustomFieldId, task.InteractionId)]);
        return JsonSerializer.Serialize(wire, CxoneJson.Default.TaskWire);
    }

    public async Task<TaskCreation> CreateAsync(TaskRequest request, DateTimeOffset leaseEndsAt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var result = await connection.CallAsync(
            new CxoneCall(CallKind.CreateTask, request.InteractionId, leaseEndsAt),
            (api, token, attempt) => api.CreateTaskAsync(Json(request.Payload), request.IdempotencyKey, token, attempt),
            cancellationToken).ConfigureAwait(false);
        if (result.Failure is not { Kind: FailureKind.Unavailable })
        {
            late.Answered(request.InteractionId, leaseEndsAt);
        }

        return result.Content is { } created ? new TaskCreation.Created(created.Id) : new TaskCreation.Failed(result.Failure!);
    }

    public async Task<TaskLookup> FindAsync(TaskQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var interactionId = query.InteractionId;
        var result = await connection.CallAsync(
            new CxoneCall(CallKind.FindTask, interactionId),
            (api, token, attempt) => api.FindTasksAsync(CustomFieldId, interactionId, token, attempt),
            cancellationToken).ConfigureAwait(false);
        return result switch
        {
            { Content: { } found } => Judge(found.Tasks, interactionId),
            { Failure: { Status: 400 or 403 or 404 or 405 or 501 } refused } => new TaskLookup.Unsupported(refused.Reason, refused.Status),
            _ => new TaskLookup.Failed(result.Failure!),
        };
    }

    private TaskLookup Judge(FoundTaskWire[] tasks, string interactionId)
    {
        if (tasks.Length == 0)
        {
            return new TaskLookup.None();
        }

        // OrderBy is stable: tasks without a time keep the order they came in.
        return tasks.All(task => task.IsOf(interactionId, CustomFieldId))
            ? new TaskLookup.Found([.. tasks.OrderBy(task => FormWire.ReadTime(task.CreatedAt) ?? DateTimeOffset.MaxValue).Select(task => task.Id)])
            : new TaskLookup.Unsupported("CXone answered the look-up with tasks of other interactions: it ignores the filter by custom field.");
    }

    private static StringContent Json(string payload) => new(payload, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
}
