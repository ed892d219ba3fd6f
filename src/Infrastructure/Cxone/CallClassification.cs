using System.Net;
using CxoneAssist.Application.Ports;
using Polly.CircuitBreaker;
using Refit;

namespace CxoneAssist.Infrastructure.Cxone;

/// <summary>What is known about a call once it is over.</summary>
internal enum CallVerdict
{
    /// <summary>Executed; the answer says with what result.</summary>
    Done,

    /// <summary>Certainly not executed, and nothing about this call is to blame.</summary>
    NotExecuted,

    /// <summary>Certainly not executed: CXone refused this very call.</summary>
    Rejected,

    /// <summary>Nobody knows.</summary>
    Unknown,
}

/// <summary>
/// From a status or an exception to what is known. Not executed: no address, no connection, no TLS, 400, 401, 403, 404, 422, 429 and the
/// other 4xx. Done: a 2xx that can be read. Unknown: time-outs, lost connections, 5xx, 3xx, 202, an unreadable 2xx.
/// </summary>
internal static class CallClassification
{
    public static CallVerdict Of(IApiResponse response) =>
        Of(response.StatusCode ?? 0, readable: response is IApiResponse<object> { IsSuccessfulWithContent: true });

    public static CallVerdict Of(HttpStatusCode status, bool readable) => (int)status switch
    {
        202 => CallVerdict.Unknown,
        >= 200 and < 300 => readable ? CallVerdict.Done : CallVerdict.Unknown,
        429 => CallVerdict.NotExecuted,

        // Both may come for a call that was, or is being, executed: a reader that gave up, an idempotency key already in use.
        408 or 409 => CallVerdict.Unknown,
        >= 400 and < 500 => CallVerdict.Rejected,
        _ => CallVerdict.Unknown,
    };

    public static CallVerdict Of(Exception failure) => failure switch
    {
        CallNotSentException or BrokenCircuitException => CallVerdict.NotExecuted,
        HttpRequestException
        {
            HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError
        } => CallVerdict.NotExecuted,
        _ => CallVerdict.Unknown,
    };

    public static FailureKind Kind(CallVerdict verdict) => verdict switch
    {
        CallVerdict.NotExecuted => FailureKind.Unavailable,
        CallVerdict.Rejected => FailureKind.Rejected,
        _ => FailureKind.Unknown,
    };

    /// <summary>Whether an answer is a failure of CXone itself. What it refuses (4xx) is not.</summary>
    public static bool IsOutage(IApiResponse response) =>
        Of(response) == CallVerdict.Unknown && (int)(response.StatusCode ?? 0) is not (>= 400 and < 500);

    /// <summary>Whether an answer is what a wrong configuration would give. A missing form is normal, and no tenant need offer look-ups.</summary>
    public static bool IsDenial(CallKind kind, HttpStatusCode status) => kind switch
    {
        CallKind.FindTask => false,
        CallKind.ReadForm => status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden,
        _ => status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound,
    };

    /// <summary>Whether an answer shows that this kind of call is allowed.</summary>
    public static bool ShowsAccess(CallKind kind, HttpStatusCode status) =>
        (int)status is >= 200 and < 300 || (kind == CallKind.ReadForm && status == HttpStatusCode.NotFound);
}
