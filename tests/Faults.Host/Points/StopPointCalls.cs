using System.Net;

namespace CxoneAssist.Faults.Host.Points;

/// <summary>
/// Has a point before and after every call to CXone, closer to the socket than any check of ours.
/// Refuses task payloads that contain a given text (<c>FAULT_POISON</c>), as CXone refuses invalid
/// ones.
/// </summary>
internal sealed class StopPointCalls(StopPoint point, string? poison) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var name = NameOf(request);
        point.Reached("before:" + name);
        if (name == "create" && !cancellationToken.IsCancellationRequested)
        {
            StopPointTasks.Sending();
        }

        var response = await IsPoisonAsync(request, cancellationToken)
            ? new HttpResponseMessage(HttpStatusCode.UnprocessableEntity) { RequestMessage = request, Content = new StringContent("{}") }
            : await base.SendAsync(request, cancellationToken);
        point.Reached("after:" + name);
        return response;
    }

    private async Task<bool> IsPoisonAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        poison is not null && request.Method == HttpMethod.Post && request.Content is { } content
        && (await content.ReadAsStringAsync(cancellationToken)).Contains(poison, StringComparison.Ordinal);

    private static string NameOf(HttpRequestMessage request) => (request.Method.Method, request.RequestUri?.AbsolutePath) switch
    {
        ("POST", "/oauth/token") => "token",
        ("POST", "/api/v2/workflows/tasks") => "create",
        ("GET", "/api/v2/workflows/tasks") => "find",
        ("POST", "/api/v2/notifications/agents") => "notify",
        _ => "form",
    };
}
