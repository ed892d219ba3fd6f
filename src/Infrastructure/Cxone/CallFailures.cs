using System.Globalization;
using System.Net.Sockets;
using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Cxone.Http;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace CxoneAssist.Infrastructure.Cxone;

/// <summary>Puts failed calls into words for an operator. Says nothing that an exception says: those may hold secrets.</summary>
internal static class CallFailures
{
    private const string Settings = CxoneOptions.Section;

    public static CallFailure Of(CallKind kind, int status, CallVerdict verdict, CxoneMessage message, DateTimeOffset? retryAt) => new(
        CallClassification.Kind(verdict),
        Answered(kind, status) + (message.Text.Length == 0 ? "" : $" CXone says: {message.Text}"),
        retryAt)
    {
        Status = status == 0 ? null : status,
        AssigneeRefused = kind == CallKind.CreateTask && status is 400 or 422 && message.MentionsAssignee,
    };

    public static CallFailure Of(CallKind kind, Exception failure, DateTimeOffset now) => failure switch
    {
        CallNotSentException notSent => notSent.Failure,
        BrokenCircuitException broken => new(
            FailureKind.Unavailable,
            $"Not sent: CXone has been failing for several interactions, so {kind.InWords()} waits for a probe to succeed.",
            now + (broken.RetryAfter is { Ticks: > 0 } wait ? wait : CxoneResilience.Break)),
        _ => new(
            CallClassification.Kind(CallClassification.Of(failure)),
            Capital($"{kind.InWords()} failed: {Describe(failure)}."))
        {
            Outage = CallClassification.Of(failure) == CallVerdict.NotExecuted,
        },
    };

    public static string Describe(Exception failure) => failure switch
    {
        TimeoutRejectedException timeout => string.Create(CultureInfo.InvariantCulture, $"no answer within {timeout.Timeout.TotalSeconds:0.###} s"),
        OperationCanceledException => "no answer in time",
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => "the answer exceeds the size limit",
        CallRefusedException refused => refused.Message,
        HttpRequestException { InnerException: SocketException socket } http => $"{Words(http)} ({socket.SocketErrorCode})",
        HttpRequestException http => Words(http),
        _ => $"the connection broke ({failure.GetType().Name})",
    };

    /// <summary>What a status means, in our own words only: CXone's may quote a customer, and belong into no log.</summary>
    public static string Answered(CallKind kind, int status) => status switch
    {
        401 => $"CXone rejected a token just fetched for {kind.InWords()} (401): check {Settings}:ClientId, {Settings}:ClientSecret{ItsScopes(kind)}.",
        403 => $"CXone forbids {kind.InWords()} (403): a missing scope{ItsScopes(kind)}, or a resource or custom field outside the client's rights.",
        404 when kind == CallKind.CreateTask => $"CXone does not know the address for {kind.InWords()} (404): check {Settings}:BaseUrl and {Settings}:Org.",
        404 when kind == CallKind.NotifyAgent =>
            $"CXone does not know the agent, or the address for {kind.InWords()} (404): check {Settings}:BaseUrl and {Settings}:Org.",
        429 => $"CXone limits the rate of calls (429) for {kind.InWords()}.",
        >= 300 and < 400 => $"CXone answered {kind.InWords()} with a redirect ({status}), which is not followed: check {Settings}:BaseUrl.",
        202 => $"CXone took {kind.InWords()} for later (202) without a result.",
        >= 200 and < 300 => $"CXone answered {kind.InWords()} with {status}, but the answer cannot be read.",
        >= 400 and < 500 => $"CXone refused {kind.InWords()} ({status}).",
        _ => $"CXone failed at {kind.InWords()} ({status}).",
    };

    private static string Words(HttpRequestException failure) => failure.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => "the host's name cannot be resolved",
        HttpRequestError.ConnectionError => "no connection could be made",
        HttpRequestError.SecureConnectionError => "no TLS connection could be made",
        HttpRequestError.ProxyTunnelError => "the proxy refuses the connection",
        _ => "the connection broke",
    };

    private static string ItsScopes(CallKind kind) => kind.Scopes() is { } scopes ? $" (it needs {scopes} in {Settings}:Scopes)" : "";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
