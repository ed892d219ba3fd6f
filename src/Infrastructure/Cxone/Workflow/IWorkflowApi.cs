using Refit;

namespace CxoneAssist.Infrastructure.Cxone.Workflow;

/// <summary>The routes of the default contract.</summary>
internal interface IWorkflowApi
{
    [Get("/api/v2/interactions/{interactionId}/postinteractionforms")]
    Task<ApiResponse<FormsWire>> ReadFormAsync(
        string interactionId, [Authorize] string token, CancellationToken cancellationToken);

    [Post("/api/v2/workflows/tasks")]
    Task<ApiResponse<CreatedWire>> CreateTaskAsync(
        [Body] HttpContent payload,
        [Header("Idempotency-Key")] string idempotencyKey,
        [Authorize] string token,
        CancellationToken cancellationToken);

    [Get("/api/v2/workflows/tasks")]
    Task<ApiResponse<FoundTasksWire>> FindTasksAsync(
        string customFieldId, string customFieldValue, [Authorize] string token, CancellationToken cancellationToken);

    [Post("/api/v2/notifications/agents")]
    Task<ApiResponse<CreatedWire>> NotifyAgentAsync(
        [Body] NotificationWire notification, [Authorize] string token, CancellationToken cancellationToken);
}
