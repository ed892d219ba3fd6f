using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace CxoneAssist.Simulator.Tests;

/// <summary>A simulator and a client that calls it over real HTTP.</summary>
internal sealed class Caller : IAsyncDisposable
{
    public static readonly Uri Tasks = new("api/v2/workflows/tasks", UriKind.Relative);
    public static readonly Uri Agents = new("api/v2/notifications/agents", UriKind.Relative);

    private readonly HttpClient _http;

    private Caller(CxoneSimulator simulator) => (Simulator, _http) = (
        simulator,
        new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = simulator.BaseAddress });

    public CxoneSimulator Simulator { get; }

    public static async Task<Caller> StartAsync(CxoneSimulatorOptions? options = null) =>
        new(await CxoneSimulator.StartAsync(options ?? new CxoneSimulatorOptions()));

    public static async Task<Caller> StartSignedInAsync(CxoneSimulatorOptions? options = null)
    {
        var caller = await StartAsync(options);
        await caller.SignInAsync();
        return caller;
    }

    public static string TaskBody(string interactionId = "i-1", string dueDate = "2026-11-23T10:00:00Z", string priority = "High") =>
        $$"""
        {"subject":"Follow up {{interactionId}}","description":"Score 2","dueDate":"{{dueDate}}","priority":"{{priority}}",
         "assigneeId":"agent-1","customFields":[{"id":"interaction_id_link","value":"{{interactionId}}"}]}
        """;

    public async Task<Reply> SignInAsync()
    {
        var reply = await TokenAsync();
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", reply.Text("access_token"));
        return reply;
    }

    public Task<Reply> TokenAsync(string id = "id", string secret = "secret", string? scope = null, string grant = "client_credentials") =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, new Uri("oauth/token", UriKind.Relative))
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["grant_type"] = grant,
                ["client_id"] = id,
                ["client_secret"] = secret,
                ["scope"] = scope ?? string.Join(' ', CxoneSimulatorOptions.AllScopes),
            }),
        });

    public Task<Reply> FormAsync(string interactionId) =>
        GetAsync($"api/v2/interactions/{Uri.EscapeDataString(interactionId)}/postinteractionforms");

    public Task<Reply> CreateAsync(string interactionId = "i-1", string? key = null) => PostAsync(Tasks, TaskBody(interactionId), key);

    public Task<Reply> FindAsync(string interactionId, string field = "interaction_id_link") =>
        GetAsync($"api/v2/workflows/tasks?customFieldId={field}&customFieldValue={Uri.EscapeDataString(interactionId)}");

    public Task<Reply> NotifyAsync(string agentId = "agent-1") =>
        PostAsync(Agents, $$"""{"agentId":"{{agentId}}","message":"New task","type":"desktop","priority":"high"}""");

    public Task<Reply> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative)));

    public Task<Reply> PostAsync(Uri path, string json, string? key = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Simulator.DisposeAsync();
    }

    private async Task<Reply> SendAsync(HttpRequestMessage request)
    {
        using (request)
        using (var response = await _http.SendAsync(request))
        {
            var headers = response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => header.Value.First());
            return new Reply(response.StatusCode, await response.Content.ReadAsStringAsync(), headers);
        }
    }

    internal sealed record Reply(HttpStatusCode Status, string Body, Dictionary<string, string> Headers)
    {
        public JsonElement Json => JsonDocument.Parse(Body).RootElement;

        public string Text(string member) => Json.GetProperty(member).GetString()!;

        public string? Header(string name) => Headers.GetValueOrDefault(name);
    }
}
