using System.Net;
using System.Text;
using System.Text.Json;

namespace CxoneAssist.Infrastructure.Tests.Cxone.Outages;

/// <summary>How CXone fails.</summary>
internal enum Trouble
{
    Answers503,
    Hangs,
    Refuses,
}

/// <summary>A CXone in this process, whose calls take no time except where it hangs.</summary>
internal sealed class SimulatedCxone(SkippingTime time) : HttpMessageHandler
{
    /// <summary>Whether it fails now at a kind of call for an interaction.</summary>
    public Func<Route, string, bool> Fails { get; set; } = (_, _) => false;

    public Trouble Trouble { get; set; }

    public bool Searches { get; set; } = true;

    /// <summary>
    /// The interactions whose task is created the next time, and the answer lost.
    /// </summary>
    public HashSet<string> AnswersLost { get; } = [];

    /// <summary>The interactions for which there are tasks, once for each.</summary>
    public List<string> Tasks { get; } = [];

    public int Calls { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var (route, interaction) = Read(request, body);
        Calls += route == Route.Token ? 0 : 1;
        var answer = route != Route.Token && Fails(route, interaction) ? await FailAsync(cancellationToken) : Do(route, interaction);
        answer.RequestMessage = request;
        return answer;
    }

    private async Task<HttpResponseMessage> FailAsync(CancellationToken cancellationToken)
    {
        switch (Trouble)
        {
            case Trouble.Answers503:
                return new HttpResponseMessage(HttpStatusCode.ServiceUnavailable);
            case Trouble.Refuses:
                throw new HttpRequestException(HttpRequestError.ConnectionError);
            default:
                time.Advance(SkippingTime.TimeOut);
                await new TaskCompletionSource().Task.WaitAsync(cancellationToken);
                return new HttpResponseMessage(HttpStatusCode.OK);
        }
    }

    private HttpResponseMessage Do(Route route, string interaction)
    {
        switch (route)
        {
            case Route.Token:
                return Json(200, """{"access_token":"token-1","expires_in":3600}""");
            case Route.Form:
                return Json(200, """{"responses":[{"fieldName":"overall_satisfaction","value":"2"}]}""");
            case Route.Create:
                Tasks.Add(interaction);
                return AnswersLost.Remove(interaction) ? new HttpResponseMessage(HttpStatusCode.BadGateway) : Json(201, """{"id":"task-1"}""");
            case Route.Find when !Searches:
                return Json(403, "{}");
            case Route.Find:
                return Json(200, $$"""{"tasks":[{{string.Join(',', Tasks.Where(task => task == interaction).Select(Task))}}]}""");
            default:
                return Json(201, """{"id":"n-1"}""");
        }
    }

    private static string Task(string interaction) =>
        $$"""{"id":"task-1","customFields":[{"id":"interaction_id_link","value":"{{interaction}}"}]}""";

    private static (Route Route, string Interaction) Read(HttpRequestMessage request, string body) => request.RequestUri!.Segments switch
    {
        [.., "token"] => (Route.Token, ""),
        [.., var id, "postinteractionforms"] => (Route.Form, id.TrimEnd('/')),
        [.., "tasks"] when request.Method == HttpMethod.Post =>
            (Route.Create, JsonDocument.Parse(body).RootElement.GetProperty("customFields")[0].GetProperty("value").GetString()!),
        [.., "tasks"] => (Route.Find, request.RequestUri.Query.Split("customFieldValue=")[1]),
        _ => (Route.Notify, ""),
    };

    private static HttpResponseMessage Json(int status, string json) =>
        new((HttpStatusCode)status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
}
