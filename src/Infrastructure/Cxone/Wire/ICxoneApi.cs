using Refit;

namespace CxoneAssist.Infrastructure.Cxone.Wire;

internal interface ICxoneApi
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

internal interface ICxoneTokenApi
{
    [Post("/{**path}")]
    Task<ApiResponse<TokenWire>> FetchTokenAsync(
        string path, [Body(BodySerializationMethod.UrlEncoded)] TokenRequestWire request, CancellationToken cancellationToken);
}
