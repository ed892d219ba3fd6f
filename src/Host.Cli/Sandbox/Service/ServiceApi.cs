using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace CxoneAssist.Host.Cli.Sandbox.Service;

/// <summary>Reads the host's state over HTTP.</summary>
internal sealed class ServiceApi(HttpClient http, string operatorKey, TimeProvider time)
{
    private const int PageSize = 100;
    private static readonly TimeSpan BetweenAsks = TimeSpan.FromMilliseconds(50);

    /// <summary>Waits until the host reports that it is ready.</summary>
    public async Task WaitUntilReadyAsync(CancellationToken cancellationToken)
    {
        while (await GetAsync("/healthz/ready", cancellationToken) is not { Status: HttpStatusCode.OK })
        {
            await Task.Delay(BetweenAsks, time, cancellationToken);
        }
    }

    /// <summary>
    /// The host's follow-ups by state; <c>null</c> where it cannot count them now.
    /// </summary>
    public async Task<InboxCounts?> CountsAsync(CancellationToken cancellationToken) =>
        await GetAsync("/healthz/ready", cancellationToken) is { } answer ? InboxCounts.In(answer.Json) : null;

    /// <summary>The policy that the host decides by; <c>null</c> where it does not say.</summary>
    public async Task<StatedPolicy?> PolicyAsync(CancellationToken cancellationToken) =>
        await GetAsync("/healthz/ready", cancellationToken) is { } answer ? StatedPolicy.In(answer.Json) : null;

    /// <summary>
    /// Follow-ups in a state with their reasons, up to a number; <c>null</c> where the host has no
    /// such endpoint.
    /// </summary>
    public async Task<IReadOnlyList<StatedFollowUp>?> FollowUpsAsync(
        string state, int most, CancellationToken cancellationToken)
    {
        var found = new List<StatedFollowUp>();
        string? next = null;
        do
        {
            var after = next is null ? "" : $"&after={Uri.EscapeDataString(next)}";
            var path = FormattableString.Invariant($"/follow-ups?state={state}&take={PageSize}{after}");
            if (await GetAsync(path, cancellationToken) is not { Status: HttpStatusCode.OK } page)
            {
                return null;
            }

            found.AddRange(page.Json.GetProperty("items").EnumerateArray().Select(StatedFollowUp.Parse));
            next = page.Json.GetProperty("next").GetString();
        }
        while (next is not null && found.Count < most);

        return found;
    }

    private async Task<(HttpStatusCode Status, JsonElement Json)?> GetAsync(
        string path, CancellationToken cancellationToken)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", operatorKey);
            using var response = await http.SendAsync(request, cancellationToken);
            var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            return (response.StatusCode, JsonOf(body));
        }
        catch (Exception failure)
            when (failure is HttpRequestException or TaskCanceledException
                && !cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private static JsonElement JsonOf(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.Clone();
        }
        catch (JsonException)
        {
            return default;
        }
    }
}

/// <summary>A follow-up as the host reports it.</summary>
internal sealed record StatedFollowUp(string InteractionId, string Reason)
{
    public static StatedFollowUp Parse(JsonElement json) => new(
        json.GetProperty("interactionId").GetString()!,
        json.TryGetProperty("reason", out var reason) && reason.ValueKind == JsonValueKind.String
            ? reason.GetString()!
            : "no reason given");
}
