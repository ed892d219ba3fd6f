namespace CxoneAssist.Application.Ports;

/// <summary>What a failed call to CXone means for the work that needed it.</summary>
public enum FailureKind
{
    /// <summary>
    /// Certainly not executed, and not this interaction's fault: a rate limit, a refused connection, an open circuit,
    /// wrong credentials. Consumes no attempt.
    /// </summary>
    Unavailable,

    /// <summary>Certainly not executed: CXone refused this very call (400, 403, 404, 422). Consumes an attempt.</summary>
    Rejected,

    /// <summary>
    /// It is not known whether CXone executed the call: a time-out, a lost connection, a server error, an unreadable
    /// answer. Consumes an attempt, unless it is an <see cref="CallFailure.Outage"/>. For a call that only reads, simply a
    /// failure.
    /// </summary>
    Unknown,
}

/// <summary>A call to CXone that failed.</summary>
/// <param name="Kind">What it means.</param>
/// <param name="Reason">One sentence for an operator, with CXone's own message, bounded and without secrets.</param>
/// <param name="RetryAt">
/// The earliest time to try again, by CXone's answer or by the connection's own pause; <c>null</c> where neither says.
/// </param>
public sealed record CallFailure(FailureKind Kind, string Reason, DateTimeOffset? RetryAt = null)
{
    /// <summary>The HTTP status of CXone's answer to this call. Default <c>null</c>: there was no answer.</summary>
    public int? Status { get; init; }

    /// <summary>Whether CXone refused the task's assignee. Default <c>false</c>.</summary>
    public bool AssigneeRefused { get; init; }

    /// <summary>
    /// Whether CXone fails for all interactions, as far as can be told: then it is not this interaction's fault. A failed
    /// look-up is not an outage while calls of other kinds succeed. Default <c>false</c>.
    /// </summary>
    public bool Outage { get; init; }
}
