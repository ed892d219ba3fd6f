using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;

namespace CxoneAssist.Host.Cli.Tests.Sandbox.Webhooks;

/// <summary>
/// A host that acknowledges each webhook once, unless scripted otherwise, and answers GET requests
/// from a script.
/// </summary>
internal sealed class ScriptedHost : HttpMessageHandler
{
    private readonly ConcurrentDictionary<string, int> _known = new();

    /// <summary>Answers that come before the ordinary ones.</summary>
    public ConcurrentQueue<HttpResponseMessage> First { get; } = new();

    /// <summary>What GET answers, by path.</summary>
    public Dictionary<string, string> Pages { get; } = [];

    public ConcurrentBag<(string Id, string Timestamp, string Signature, byte[] Body)> Webhooks { get; } = [];

    public HttpClient Client() => new(this, disposeHandler: false) { BaseAddress = new Uri("http://host.invalid/") };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method == HttpMethod.Get)
        {
            return Pages.TryGetValue(request.RequestUri!.AbsolutePath + request.RequestUri.Query, out var page) ? Json(page) : new(HttpStatusCode.NotFound);
        }

        var body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
        Webhooks.Add((Header(request, "id"), Header(request, "timestamp"), Header(request, "signature"), body));
        return First.TryDequeue(out var first) ? first : Json(IsNew(body) ? """{"received":true}""" : """{"received":true,"duplicate":true}""");
    }

    private static string Header(HttpRequestMessage request, string name) => request.Headers.GetValues("webhook-" + name).Single();

    private static HttpResponseMessage Json(string text) => new(HttpStatusCode.OK) { Content = new StringContent(text, Encoding.UTF8, "application/json") };

    private bool IsNew(byte[] body)
    {
        using var json = JsonDocument.Parse(body);
        return _known.AddOrUpdate(json.RootElement.GetProperty("interactionId").GetString()!, 1, (_, times) => times + 1) == 1;
    }
}
