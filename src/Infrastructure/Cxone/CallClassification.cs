using System.Net;
using CxoneAssist.Application.Ports;
using Refit;

namespace CxoneAssist.Infrastructure.Cxone;

/// <summary>What is known about a call once it is over.</summary>
internal enum CallVerdict
{
    /// <summary>CXone executed the call; the answer says with what result.</summary>
    Done,

    /// <summary>CXone certainly did not execute the call, for a reason that is not this call's own.</summary>
    NotExecuted,

    /// <summary>CXone certainly did not execute the call: it refused this very call.</summary>
    Rejected,

    /// <summary>It is not known whether CXone executed the call.</summary>
    Unknown,
}

/// <summary>
/// From a status or an exception to what is known. Not executed: no address, no connection, no TLS, 429. Rejected: 400,
/// 401, 403, 404, 422 and the other 4xx. Done: a 2xx that can be read. Unknown: time-outs, lost connections, 5xx, 3xx,
/// 202, 408, 409, an unreadable 2xx. A notification needs no result, so any 2xx but a page is done.
/// </summary>
internal static class CallClassification
{
    public static CallVerdict FromResponse(IApiResponse response)
    {
        // A call of whose answer nothing is needed. A page is not CXone's answer, but that of something in between.
        if (response is IApiResponse<string> { IsSuccessStatusCode: true, Content: { } text })
        {
            return text.AsSpan().TrimStart().StartsWith('<') ? CallVerdict.Unknown : CallVerdict.Done;
        }

        var readable = response is IApiResponse<object> { IsSuccessfulWithContent: true };
        return FromStatus(response.StatusCode ?? 0, readable);
    }

    public static CallVerdict FromStatus(HttpStatusCode status, bool readable) => (int)status switch
    {
        202 => CallVerdict.Unknown,
        >= 200 and < 300 => readable ? CallVerdict.Done : CallVerdict.Unknown,
        429 => CallVerdict.NotExecuted,

        // Both may answer a call that CXone has executed, or is executing: its server gave up reading, or
        // the idempotency key is in use already.
        408 or 409 => CallVerdict.Unknown,
        >= 400 and < 500 => CallVerdict.Rejected,
        _ => CallVerdict.Unknown,
    };

    public static CallVerdict FromException(Exception failure) => failure switch
    {
        CallNotSentException => CallVerdict.NotExecuted,
        HttpRequestException
        {
            HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError
        } => CallVerdict.NotExecuted,
        _ => CallVerdict.Unknown,
    };

    public static FailureKind ToFailureKind(CallVerdict verdict) => verdict switch
    {
        CallVerdict.NotExecuted => FailureKind.Unavailable,
        CallVerdict.Rejected => FailureKind.Rejected,
        _ => FailureKind.Unknown,
    };

    /// <summary>Whether a status tells of a failure of CXone itself. A refusal (4xx) does not.</summary>
    public static bool IsOutage(HttpStatusCode status) =>
        (int)status is not (>= 400 and < 500) && FromStatus(status, readable: true) == CallVerdict.Unknown;

    /// <summary>
    /// Whether a wrong configuration would show in such an answer. A missing form is normal, and a
    /// tenant need not offer look-ups.
    /// </summary>
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
