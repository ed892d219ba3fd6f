using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CxoneAssist.Application;
using CxoneAssist.Application.Operators;
using CxoneAssist.Host.Cli.CommandLine;
using CxoneAssist.Host.Web.Operators;
using Microsoft.AspNetCore.Http;

namespace CxoneAssist.Host.Cli.Inbox;

/// <summary>The inbox of a running host, through its operators' endpoints.</summary>
internal sealed class HostInbox : IInboxAccess
{
    private const int PatienceSeconds = 30;

    private readonly Uri _host;
    private readonly HttpClient _http;

    public HostInbox(Uri host, string key)
    {
        _host = host;
        // The key goes to the named host only.
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = host, Timeout = TimeSpan.FromSeconds(PatienceSeconds) };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
    }

    public async Task<FollowUpPage> ListAsync(FollowUpQuery query, CancellationToken cancellationToken) =>
        await GetAsync("follow-ups" + QueryString.Create(query.Parameters), FollowUpJson.Default.FollowUpPage, cancellationToken)
            ?? throw new CommandFailure($"--host: {_host} has no list of follow-ups: is it a host of this version?");

    public Task<FollowUpDetails?> GetAsync(string interactionId, CancellationToken cancellationToken) =>
        GetAsync(Address(interactionId), FollowUpJson.Default.FollowUpDetails, cancellationToken);

    public Task<OperatorActionResult> ReplayAsync(string interactionId, string note, CancellationToken cancellationToken) =>
        PostAsync(interactionId, "replay", new(note, null), cancellationToken);

    public Task<OperatorActionResult> ConfirmAsync(string interactionId, string taskId, string note, CancellationToken cancellationToken) =>
        PostAsync(interactionId, "confirm", new(note, taskId), cancellationToken);

    public Task<OperatorActionResult> DiscardAsync(string interactionId, string note, CancellationToken cancellationToken) =>
        PostAsync(interactionId, "discard", new(note, null), cancellationToken);

    public async Task<ForgetCustomerResult> ForgetCustomerAsync(string customer, string note, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "follow-ups/forget")
        {
            Content = JsonContent.Create(new(customer, note), FollowUpJson.Default.ForgetCustomerBody),
        };
        using var answer = await SendAsync(request, cancellationToken);
        return answer.StatusCode == HttpStatusCode.OK
            ? await ReadAsync(answer, FollowUpJson.Default.ForgetCustomerResult, cancellationToken)
            : throw await RefusalAsync(answer, cancellationToken);
    }

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return ValueTask.CompletedTask;
    }

    private static string Address(string interactionId) => "follow-ups/" + Uri.EscapeDataString(interactionId);

    private async Task<T?> GetAsync<T>(string address, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        using var answer = await SendAsync(request, cancellationToken);
        return answer.StatusCode switch
        {
            HttpStatusCode.OK => await ReadAsync(answer, type, cancellationToken),
            // Any other server knows no such address either.
            HttpStatusCode.NotFound when await TextAsync(answer, "error", cancellationToken) == FollowUpEndpoints.NotReceived => null,
            _ => throw await RefusalAsync(answer, cancellationToken),
        };
    }

    private async Task<OperatorActionResult> PostAsync(
        string interactionId, string action, OperatorActionBody body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Address(interactionId)}/{action}")
        {
            Content = JsonContent.Create(body, FollowUpJson.Default.OperatorActionBody),
        };
        using var answer = await SendAsync(request, cancellationToken);
        return answer.StatusCode switch
        {
            HttpStatusCode.OK => new(OperatorActionOutcome.Applied, await TextAsync(answer, "message", cancellationToken) ?? "Done."),
            HttpStatusCode.NotFound when await TextAsync(answer, "error", cancellationToken) == FollowUpEndpoints.NotReceived =>
                new(OperatorActionOutcome.NotFound, FollowUpEndpoints.NotReceived),
            HttpStatusCode.Conflict when await TextAsync(answer, "error", cancellationToken) is { } refused =>
                new(OperatorActionOutcome.Refused, refused),
            _ => throw await RefusalAsync(answer, cancellationToken),
        };
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await _http.SendAsync(request, cancellationToken);
        }
        catch (HttpRequestException error)
        {
            throw new CommandFailure(error.HttpRequestError == HttpRequestError.SecureConnectionError
                ? $"--host: {_host} answers, but not with TLS and a certificate that is trusted here. Does it speak plain http? {error.Message}"
                : $"--host: {_host} cannot be reached: {error.Message}");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new CommandFailure($"--host: {_host} did not answer within {PatienceSeconds} s.");
        }
    }

    private async Task<T> ReadAsync<T>(HttpResponseMessage answer, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        try
        {
            return await answer.Content.ReadFromJsonAsync(type, cancellationToken) ?? throw new JsonException();
        }
        catch (JsonException)
        {
            throw new CommandFailure($"--host: what {_host} answered is no answer of a host of this version.");
        }
    }

    private async Task<CommandFailure> RefusalAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var said = await TextAsync(answer, "error", cancellationToken);
        return answer.StatusCode switch
        {
            HttpStatusCode.BadRequest => new(said ?? "The host refuses the request.", ExitCode.Usage),
            HttpStatusCode.Unauthorized => new(
                $"--host: {_host} refuses the operator key: set CXONE_OPERATOR_KEY to the host's.", ExitCode.WrongSetting),
            HttpStatusCode.NotFound => new($"--host: {_host} has no /follow-ups: is it a host with an operator key?"),
            var status => new($"--host: {_host} answered {(int)status}{(said is null ? "." : $": {said}")}"),
        };
    }

    private static async Task<string?> TextAsync(HttpResponseMessage answer, string member, CancellationToken cancellationToken)
    {
        try
        {
            using var document = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(cancellationToken));
            return document.RootElement.TryGetProperty(member, out var text) ? text.GetString() : null;
        }
        catch (Exception odd) when (odd is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
