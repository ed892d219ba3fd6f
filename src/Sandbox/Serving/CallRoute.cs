using Microsoft.AspNetCore.Http;

namespace CxoneAssist.Sandbox.Serving;

/// <summary>Which call a request is.</summary>
internal readonly record struct CallRoute(SandboxCall Call, string InteractionId = "")
{
    private const string Interactions = "/api/v2/interactions/";
    private const string FormsOf = "/postinteractionforms";

    public static CallRoute Of(HttpRequest request)
    {
        var path = request.Path.Value ?? "";
        return request.Method switch
        {
            "GET" => OfGet(path),
            "POST" => new CallRoute(OfPost(path)),
            _ => default,
        };
    }

    private static SandboxCall OfPost(string path) => path switch
    {
        "/oauth/token" => SandboxCall.Token,
        "/api/v2/workflows/tasks" => SandboxCall.CreateTask,
        "/api/v2/notifications/agents" => SandboxCall.Notify,
        _ => SandboxCall.Unexpected,
    };

    private static CallRoute OfGet(string path)
    {
        if (path == "/api/v2/workflows/tasks")
        {
            return new CallRoute(SandboxCall.FindTasks);
        }

        var isForm = path.Length > Interactions.Length + FormsOf.Length
            && path.StartsWith(Interactions, StringComparison.Ordinal)
            && path.EndsWith(FormsOf, StringComparison.Ordinal);
        var id = isForm ? path[Interactions.Length..^FormsOf.Length] : "/";
        return id.Contains('/', StringComparison.Ordinal) ? default : new CallRoute(SandboxCall.Form, id);
    }
}
