namespace CxoneAssist.Application.Ports;

/// <summary>What a failed call to CXone means for the work that needed it.</summary>
public enum FailureKind
{
    /// <summary>
    /// Certainly not executed, and not this interaction's fault: a rate limit, a refused connection, an open circuit, wrong credentials.
    /// Consumes no attempt.
    /// </summary>
    Unavailable,

    /// <summary>Certainly not executed: CXone refused this very call (400, 403, 404, 422). Consumes an attempt.</summary>
    Rejected,

    /// <summary>
    /// Nobody knows whether it was executed: a time-out, a lost connection, a server error, an unreadable answer. Consumes an attempt, unless it
    /// is an <see cref="CallFailure.Outage"/>. For a call that only reads, simply a failure.
    /// </summary>
    Unknown,
}

/// <summary>A call to CXone that did not give what it was for.</summary>
/// <param name="Kind">What it means.</param>
/// <param name="Reason">One sentence for an operator, with CXone's own message, bounded and without secrets.</param>
/// <param name="RetryAt">When CXone, or the connection's own pause, asks to be tried again; <c>null</c> where nobody said.</param>
/// <param name="AssigneeRefused">Whether CXone refused the task's assignee.</param>
/// <param name="Outage">
/// Whether CXone fails for everybody, as far as can be told: then it is no fault of this interaction's. Of a look-up: not where calls of other kinds
/// succeed meanwhile.
/// </param>
public sealed record CallFailure(
    FailureKind Kind, string Reason, DateTimeOffset? RetryAt = null, bool AssigneeRefused = false, bool Outage = false);
