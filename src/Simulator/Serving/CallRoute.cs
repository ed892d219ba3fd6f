using Microsoft.AspNetCore.Http;

namespace CxoneAssist.Simulator.Serving;

/// <summary>Maps a request to the call that it makes.</summary>
internal readonly record struct CallRoute(SimulatorCall Call, string InteractionId = "")
{
    private const string Interactions = "/api/v2/interactions/";
    private const string FormsOf = "/postinteractionforms";

    public static CallRoute Match(HttpRequest request)
    {
        var path = request.Path.Value ?? "";
        return request.Method switch
        {
            "GET" => OfGet(path),
            "POST" => new CallRoute(OfPost(path)),
            _ => default,
        };
    }

    private static SimulatorCall OfPost(string path) => path switch
    {
        "/oauth/token" => SimulatorCall.Token,
        "/api/v2/workflows/tasks" => SimulatorCall.CreateTask,
        "/api/v2/notifications/agents" => SimulatorCall.Notify,
        _ => SimulatorCall.Unexpected,
    };

    private static CallRoute OfGet(string path)
    {
        if (path == "/api/v2/workflows/tasks")
        {
            return new CallRoute(SimulatorCall.FindTasks);
        }

        var isForm = path.Length > Interactions.Length + FormsOf.Length
            && path.StartsWith(Interactions, StringComparison.Ordinal)
            && path.EndsWith(FormsOf, StringComparison.Ordinal);
        var id = isForm ? path[Interactions.Length..^FormsOf.Length] : "/";
        return id.Contains('/', StringComparison.Ordinal) ? default : new CallRoute(SimulatorCall.Form, id);
    }
}
