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

    public async Task<TaskCreation> CreateAsync(
        string payload, string idempotencyKey, DateTimeOffset leaseEndsAt, CancellationToken cancellationToken)
    {
        var result = await connection.CallAsync(
            new CxoneCall(CallKind.CreateTask, SubjectOf(payload) ?? idempotencyKey, leaseEndsAt),
            (api, token, attempt) => api.CreateTaskAsync(Json(payload), idempotencyKey, token, attempt),
            cancellationToken).ConfigureAwait(false);
        if (result.Failure is not { Kind: FailureKind.Unavailable })
        {
            late.Answered(SubjectOf(payload), leaseEndsAt);
        }

        return result.Content is { } created ? new TaskCreation.Created(created.Id) : new TaskCreation.Failed(result.Failure!);
    }

    public async Task<TaskLookup> FindAsync(string interactionId, CancellationToken cancellationToken)
    {
        var result = await connection.CallAsync(
            new CxoneCall(CallKind.FindTask, interactionId),
            (api, token, attempt) => api.FindTasksAsync(CustomFieldId, interactionId, token, attempt),
            cancellationToken).ConfigureAwait(false);
        return result switch
        {
            { Content: { } found } => Judge(found.Tasks, interactionId),
            { Status: { } status } when (int)status is 400 or 403 or 404 or 405 or 501 => new TaskLookup.Unsupported(result.Failure!.Reason),
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

    private static string? SubjectOf(string payload)
    {
        try
        {
            return JsonSerializer.Deserialize(payload, CxoneJson.Default.TaskWire)?.CustomFields.FirstOrDefault()?.Value;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static StringContent Json(string payload) => new(payload, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
}
