using System.Globalization;
using System.Net;
using System.Text.Json;
using CxoneAssist.Host.Cli.CommandLine;

namespace CxoneAssist.Host.Cli.Sandbox.Webhooks;

/// <summary>
/// Delivers webhooks like a well-behaved sender: it signs each try anew, and repeats a webhook
/// where the host asks for it.
/// </summary>
internal sealed class WebhookSender(HttpClient http, SigningSecret secret, TimeProvider time)
{
    public const string Path = "/webhooks/interaction-completed";

    private const int MostTries = 20;

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    /// <summary>Delivers one webhook until it is acknowledged.</summary>
    /// <returns>Whether it was a duplicate.</returns>
    /// <exception cref="CommandFailure">
    /// The host refused it, or asked for it again too often.
    /// </exception>
    public async Task<bool> DeliverAsync(string webhookId, byte[] body, CancellationToken cancellationToken)
    {
        var answer = "";
        for (var tries = 0; tries < MostTries; tries++)
        {
            var pause = TimeSpan.FromSeconds(1);
            try
            {
                using var request = Signed(webhookId, body);
                using var response = await http.SendAsync(request, cancellationToken);
                if (response.StatusCode == HttpStatusCode.OK)
                {
                    return IsDuplicate(await response.Content.ReadAsByteArrayAsync(cancellationToken));
                }

                answer = await ExplainAsync(response, cancellationToken);
                pause = Pause(response);
            }
            catch (Exception failure)
                when (failure is HttpRequestException or TaskCanceledException
                    && !cancellationToken.IsCancellationRequested)
            {
                answer = failure.Message;
            }

            await Task.Delay(pause, time, cancellationToken);
        }

        throw new CommandFailure(
            FormattableString.Invariant(
                $"A webhook was not acknowledged in {MostTries} tries. The last answer: {answer}"));
    }

    private static bool IsDuplicate(byte[] body)
    {
        using var json = JsonDocument.Parse(body);
        return json.RootElement.TryGetProperty("duplicate", out var duplicate)
            && duplicate.ValueKind == JsonValueKind.True;
    }

    // Only temporary errors are worth another try.
    private static async Task<string> ExplainAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var body = await response.Content.ReadAsStringAsync(cancellationToken);
        var answer = string.Create(CultureInfo.InvariantCulture, $"{(int)response.StatusCode} {body}");
        return response.StatusCode is HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests
            ? answer
            : throw new CommandFailure("The host refused a webhook: " + answer);
    }

    private static TimeSpan Pause(HttpResponseMessage response)
    {
        var asked = response.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(1);
        return asked < LongestPause ? asked : LongestPause;
    }

    private HttpRequestMessage Signed(string webhookId, byte[] body)
    {
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        var request = new HttpRequestMessage(HttpMethod.Post, Path) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.Add("webhook-id", webhookId);
        request.Headers.Add("webhook-timestamp", now.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", secret.Sign(webhookId, now, body));
        return request;
    }
}
