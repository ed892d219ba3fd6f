using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Cxone.Http;
using Microsoft.Extensions.Options;
using Refit;

namespace CxoneAssist.Infrastructure.Cxone.Workflow;

internal sealed class WorkflowTasks(
    CxoneClient client, IWorkflowApi api, LateAnswers late, IOptions<CxoneOptions> options) : IWorkflowTasks, ICallsCxone
{
    // Always three digits, the rest cut off: a time whose length varies is refused by chance.
    private const string SentTime = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    private string CustomFieldId => options.Value.CustomFieldId;

    public string Compose(FollowUpTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        var due = task.DueDate.UtcDateTime.ToString(SentTime, CultureInfo.InvariantCulture);
        CustomFieldWire[] fields = [new(CustomFieldId, task.InteractionId)];
        var wire = new TaskWire(task.Subject, task.Description, due, task.Priority.ToString(), task.AssigneeId, fields);
        return JsonSerializer.Serialize(wire, WorkflowJson.Default.TaskWire);
    }

    public async Task<TaskCreation> CreateAsync(
        TaskRequest request, DateTimeOffset leaseEndsAt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var call = WorkflowScopes.Call(CallKind.CreateTask, request.InteractionId) with
        {
            LeaseEndsAt = leaseEndsAt,
            AssigneeWord = "assignee",
        };
        var result = await client.CallAsync(
            call,
            (sent, attempt) => api.CreateTaskAsync(Json(request.Payload), request.IdempotencyKey, sent, attempt),
            cancellationToken);
        if (result.Failure is not { Kind: FailureKind.Unavailable })
        {
            late.Answered(request.InteractionId, leaseEndsAt);
        }

        return result.Content is { } created
            ? new TaskCreation.Created(created.Id)
            : new TaskCreation.Failed(result.Failure!);
    }

    public async Task<TaskLookup> FindAsync(TaskQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var result = await client.CallAsync(
            WorkflowScopes.Call(CallKind.FindTask, query.InteractionId),
            async (sent, attempt) =>
                Whole(await api.FindTasksAsync(CustomFieldId, query.InteractionId, sent, attempt)),
            cancellationToken);
        return result switch
        {
            { Content: { } found } => Interpret(found.Tasks, query.InteractionId),
            { Failure: { Status: 400 or 403 or 404 or 405 or 501 } refused } =>
                new TaskLookup.Unsupported(refused.Reason, refused.Status),
            _ => new TaskLookup.Failed(result.Failure!),
        };
    }

    // An answer of which nothing arrived must not pass for "no task exists": that would make a second task.
    private static ApiResponse<FoundTasksWire> Whole(ApiResponse<FoundTasksWire> response)
    {
        if (response.Content is not { SaysNothing: true } || MessageFrameHandler.IsWhole(response.RequestMessage))
        {
            return response;
        }

        response.Dispose();
        throw new HttpRequestException(HttpRequestError.ResponseEnded);
    }

    private TaskLookup Interpret(IReadOnlyList<FoundTaskWire> tasks, string interactionId)
    {
        if (tasks.Count == 0)
        {
            return new TaskLookup.None();
        }

        if (!tasks.All(task => task.IsOf(interactionId, CustomFieldId)))
        {
            return new TaskLookup.Unsupported(
                "CXone answered the look-up with tasks of other interactions: it ignores the filter by custom field.");
        }

        // OrderBy is stable: tasks without a time keep the order in which CXone listed them.
        var oldestFirst = tasks.OrderBy(task => FormWire.ParseTime(task.CreatedAt) ?? DateTimeOffset.MaxValue);
        return new TaskLookup.Found([.. oldestFirst.Select(task => task.Id)]);
    }

    private static StringContent Json(string payload) =>
        new(payload, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
}
