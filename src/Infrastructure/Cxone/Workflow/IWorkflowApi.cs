using Refit;

namespace CxoneAssist.Infrastructure.Cxone.Workflow;

/// <summary>The routes of the default contract.</summary>
internal interface IWorkflowApi
{
    [Get("/api/v2/interactions/{interactionId}/postinteractionforms")]
    Task<ApiResponse<FormsWire>> ReadFormAsync(
        string interactionId, [Property(CxoneCall.Property)] CxoneCall call, CancellationToken cancellationToken);

    [Post("/api/v2/workflows/tasks")]
    Task<ApiResponse<CreatedWire>> CreateTaskAsync(
        [Body] HttpContent payload,
        [Header("Idempotency-Key")] string idempotencyKey,
        [Property(CxoneCall.Property)] CxoneCall call,
        CancellationToken cancellationToken);

    [Get("/api/v2/workflows/tasks")]
    Task<ApiResponse<FoundTasksWire>> FindTasksAsync(
        string customFieldId, string customFieldValue, [Property(CxoneCall.Property)] CxoneCall call, CancellationToken cancellationToken);

    // Nothing in the answer is needed, so it is taken as it is.
    [Post("/api/v2/notifications/agents")]
    Task<ApiResponse<string>> NotifyAgentAsync(
        [Body] NotificationWire notification, [Property(CxoneCall.Property)] CxoneCall call, CancellationToken cancellationToken);
}
