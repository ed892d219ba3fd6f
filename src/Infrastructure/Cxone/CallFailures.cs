using System.Globalization;
using System.Net.Sockets;
using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Cxone.Http;
using Polly.Timeout;

namespace CxoneAssist.Infrastructure.Cxone;

/// <summary>
/// Describes failed calls to an operator. It never quotes an exception's message, because that may hold secrets.
/// </summary>
internal static class CallFailures
{
    private const string Settings = CxoneOptions.Section;

    public static CallFailure FromStatus(
        CxoneCall call, int status, CallVerdict verdict, CxoneMessage message, DateTimeOffset? retryAt) => new(
        CallClassification.ToFailureKind(verdict),
        DescribeStatus(call, status) + (message.Text.Length == 0 ? "" : $" CXone says: {message.Text}"),
        retryAt)
        {
            Status = status == 0 ? null : status,
            AssigneeRefused = status is 400 or 422 && call.AssigneeWord is { } word && message.Mentions(word),
        };

    public static CallFailure FromException(CallKind kind, Exception failure, Uri address)
    {
        var verdict = CallClassification.FromException(failure);
        var where = verdict == CallVerdict.NotExecuted ? $"{Origin(address)}: " : "";
        return new(CallClassification.ToFailureKind(verdict), Capitalize($"{kind.InWords()} failed: {where}{Describe(failure)}."));
    }

    /// <summary>An address without what may be secret in it.</summary>
    public static string Origin(Uri address) => address.GetLeftPart(UriPartial.Authority);

    public static string Describe(Exception failure) => failure switch
    {
        TimeoutRejectedException timeout =>
            $"no answer within {timeout.Timeout.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture)} s",
        OperationCanceledException => "no answer in time",
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } =>
            "the answer exceeds the size limit",
        CallRefusedException refused => refused.Message,
        HttpRequestException { InnerException: SocketException socket } http =>
            $"{Describe(http.HttpRequestError)} ({socket.SocketErrorCode})",
        HttpRequestException http => Describe(http.HttpRequestError),
        _ => $"the connection broke ({failure.GetType().Name})",
    };

    /// <summary>
    /// What a status means, in our own words only. CXone's words may quote a customer, so they must not get into a log.
    /// </summary>
    public static string DescribeStatus(CxoneCall call, int status)
    {
        var making = call.Kind.InWords();
        return status switch
        {
            401 => $"CXone rejected a new token for {making} (401): {call.Remedies.Unauthorized}.",
            403 => $"CXone forbids {making} (403): {call.Remedies.Forbidden}.",
            404 when call.Kind == CallKind.CreateTask =>
                $"CXone does not know the address for {making} (404): check {Settings}:BaseUrl and {Settings}:Org.",
            404 when call.Kind == CallKind.NotifyAgent =>
                $"CXone does not know the agent, or the address for {making} (404): "
                + $"check {Settings}:BaseUrl and {Settings}:Org.",
            429 => $"CXone limits the rate of calls (429) for {making}.",
            >= 300 and < 400 =>
                $"CXone answered {making} with a redirect ({status}), which is not followed: check {Settings}:BaseUrl.",
            202 => $"CXone accepted {making} for later (202) without a result.",
            >= 200 and < 300 => $"CXone answered {making} with {status}, but the answer cannot be read.",
            >= 400 and < 500 => $"CXone refused {making} ({status}).",
            _ => $"CXone failed at {making} ({status}).",
        };
    }

    private static string Describe(HttpRequestError error) => error switch
    {
        HttpRequestError.NameResolutionError => "the host's name cannot be resolved",
        HttpRequestError.ConnectionError => "no connection could be made",
        HttpRequestError.SecureConnectionError => "no TLS connection could be made",
        HttpRequestError.ProxyTunnelError => "the proxy refuses the connection",
        _ => "the connection broke",
    };

    private static string Capitalize(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
