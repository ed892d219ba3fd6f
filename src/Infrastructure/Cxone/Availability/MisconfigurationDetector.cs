using System.Net;

namespace CxoneAssist.Infrastructure.Cxone.Availability;

/// <summary>
/// Tells a connection that is configured wrongly (credentials, scopes, routes) from an interaction whose resources CXone
/// denies: the former is denied to everybody.
/// </summary>
internal sealed class MisconfigurationDetector(TimeProvider time)
{
    private readonly FailureStreaks _streaks = new(time);

    /// <summary>CXone allowed such a call.</summary>
    public void Allowed(CallKind kind, string interactionId) => _streaks.Succeed(kind, interactionId);

    /// <summary>CXone denied such a call as it would under a wrong configuration.</summary>
    /// <param name="kind">The kind of call.</param>
    /// <param name="interactionId">The interaction that it was made for.</param>
    /// <param name="status">The status; a 401 follows a token just fetched, so that no interaction is the cause.</param>
    public FailureJudgement Denied(CallKind kind, string interactionId, HttpStatusCode status)
    {
        var mayBeUnknownAgent = kind == CallKind.NotifyAgent && status == HttpStatusCode.NotFound;
        return mayBeUnknownAgent && IsAddressRight()
            ? FailureJudgement.Own
            : _streaks.Fail(kind, interactionId, isCertain: status == HttpStatusCode.Unauthorized, mayPause: !mayBeUnknownAgent);
    }

    // Tasks were created there.
    private bool IsAddressRight() => _streaks.Look(streaks => streaks[CallKind.CreateTask].SucceededAt is not null);
}
