using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace CxoneAssist.EndToEnd.Tests.Client;

/// <summary>An operator's client for the inbox.</summary>
internal sealed class OperatorClient(Uri host, string? key)
{
    public Task<HostResponse> GetAsync(string interactionId) => SendAsync(HttpMethod.Get, $"follow-ups/{interactionId}");

    public Task<HostResponse> ListAsync(string? state = null) => AskAsync(state is null ? "take=500" : $"state={state}&take=500");

    /// <summary>What a question gives.</summary>
    public Task<HostResponse> AskAsync(string question) => SendAsync(HttpMethod.Get, "follow-ups?" + question);

    /// <summary>The follow-ups received after a row, in the order of their receipt.</summary>
    public Task<HostResponse> PageAsync(string? after) =>
        SendAsync(HttpMethod.Get, "follow-ups?take=500" + (after is null ? "" : "&after=" + after));

    public Task<HostResponse> ReplayAsync(string interactionId, string note) => InterveneAsync(interactionId, "replay", new { note });

    public Task<HostResponse> ConfirmAsync(string interactionId, string taskId, string note) =>
        InterveneAsync(interactionId, "confirm", new { taskId, note });

    public Task<HostResponse> DiscardAsync(string interactionId, string note) => InterveneAsync(interactionId, "discard", new { note });

    /// <summary>Waits until a follow-up has a state, and shows it.</summary>
    public async Task<JsonElement> SeeAsync(string interactionId, string state) =>
        (await Eventually.SeeAsync(() => GetAsync(interactionId), reply => reply.Json.Text("state") == state, reply => reply.Body)).Json;

    /// <summary>Waits until so many follow-ups have a state.</summary>
    public Task SeeCountAsync(string state, int count) =>
        Eventually.SeeAsync(() => ListAsync("parked"), page => Count(page, state) == count, page => page.Body);

    /// <summary>How many follow-ups have a state.</summary>
    public async Task<int> CountAsync(string state) => Count(await ListAsync("parked"), state);

    private static int Count(HostResponse page, string state) => page.Json.GetProperty("counts").GetProperty(state).GetInt32();

    private Task<HostResponse> InterveneAsync(string interactionId, string kind, object body) =>
        SendAsync(HttpMethod.Post, $"follow-ups/{interactionId}/{kind}", JsonContent.Create(body));

    private Task<HostResponse> SendAsync(HttpMethod method, string path, HttpContent? content = null)
    {
        var request = new HttpRequestMessage(method, new Uri(host, path)) { Content = content };
        request.Headers.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
        return HostResponse.SendAsync(request);
    }
}

internal static class JsonReading
{
    public static string? Text(this JsonElement element, string member) =>
        element.TryGetProperty(member, out var value) ? value.ToString() : null;
}
