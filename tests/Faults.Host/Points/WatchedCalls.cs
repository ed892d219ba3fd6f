namespace CxoneAssist.Faults.Host.Points;

/// <summary>Has a point before and after every call to CXone, nearer to the socket than any check of ours.</summary>
internal sealed class WatchedCalls(StopPoint point) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        point.AroundAsync(NameOf(request), () => base.SendAsync(request, cancellationToken));

    private static string NameOf(HttpRequestMessage request) => (request.Method.Method, request.RequestUri?.AbsolutePath) switch
    {
        ("POST", "/oauth/token") => "token",
        ("POST", "/api/v2/workflows/tasks") => "create",
        ("GET", "/api/v2/workflows/tasks") => "find",
        ("POST", "/api/v2/notifications/agents") => "notify",
        _ => "form",
    };
}
